"""The fields and the text of minutes -> the file, as the town writes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hub.importing.ledger import Ledger
from hub.importing.minutes.action import Action
from hub.model.minutes import Body, MinutesStatus
from hub.proposal.written import flow, scalar


@dataclass
class Draft:
    """What was read; `text` is Markdown, `titles` stand for the agenda that the document has not."""

    body: Body
    date: str
    status: MinutesStatus = MinutesStatus.a_confirmer
    place: str = ""
    present: list[str] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)
    town: list[str] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    next: str = ""
    source: str = ""
    text: str = ""

    @property
    def path(self) -> str:
        """Where it is written: its name is the day and the body (M001)."""
        return f"minutes/{self.date}-{self.body}.md"

    @property
    def written(self) -> str:
        """The whole file."""
        head = "\n".join(self._lines())
        return f"---\n{head}\n---\n\n{self.text}" if self.text.strip() else f"---\n{head}\n---\n"

    @property
    def said(self) -> str:
        """All its words, without the keys: what the words of the document are looked for in."""
        actions = [word for one in self.actions for word in (one.project, one.what, *one.who, one.due)]
        fields = (self.place, *self.present, *self.excused, *self.town, *self.agenda, *actions, self.text)
        return "\n".join(fields)

    def _lines(self) -> Iterator[str]:
        yield f"instance: {self.body}"
        yield f"date: {self.date}"
        yield f"statut: {self.status}"
        if self.place:
            yield f"lieu: {scalar(self.place)}"
        yield from _list("presents", self.present)
        yield from _list("excuses", self.excused)
        if self.town:
            yield "ville:"
            yield from (f"  - fonction: {scalar(one)}" for one in self.town)
        yield from _list("ordre_du_jour", self.agenda or self.titles)
        if self.actions:
            yield "suivi:"
            for action in self.actions:
                yield from _action(action)
        if self.next:
            yield f"prochaine: {self.next}"
        yield f"source: {scalar(self.source)}"


def cut_to(limit: int, words: str, key: str, ledger: Ledger) -> str:
    """The words that a field may hold: those beyond `limit` characters are left out, and asked."""
    if len(words) <= limit:
        return words
    held = words[: limit - 1].rpartition(" ")[0] or words[: limit - 1]
    ledger.leave(words[len(held) :])
    ledger.ask(key, f"« {held[:40]}… » est trop long pour « {key} » : raccourcissez-le.")
    return f"{held}…"


def _list(key: str, values: Sequence[str]) -> Iterator[str]:
    if values:
        yield f"{key}:"
        yield from (f"  - {scalar(value)}" for value in values)


def _action(action: Action) -> Iterator[str]:
    yield f"  - projet: {scalar(action.project)}"
    yield f"    quoi: {scalar(action.what)}"
    if action.who:
        yield f"    qui: {flow(action.who)}"
    if action.due:
        yield f"    echeance: {action.due}"
    yield f"    etat: {action.state}"
