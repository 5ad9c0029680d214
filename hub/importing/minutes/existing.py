"""Minutes that the town has already: what they say stays, and what a document says otherwise is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hub.importing.held import NOTHING, apart, texts
from hub.importing.minutes.draft import Draft
from hub.importing.outcome import Question
from hub.model.hub import Hub
from hub.model.minutes import Minutes, MinutesStatus
from hub.model.names import fold


def differences(draft: Draft, held: str, hub: Hub) -> Iterator[Question]:
    """A question for each thing of which the file `held` and the document say two things, with both."""
    lines = held.split("\n")
    minutes = next((one for one in hub.minutes if f"minutes/{one.id}.md" == draft.path), None)
    if minutes is None:
        yield Question(draft.path, 1, "Ce fichier existe déjà, et ne se lit pas : corrigez-le d'abord.")
        return
    for key, old, new in _fields(draft, minutes, hub):
        if old != new and new not in ("", NOTHING):
            message = f"« {key} » : ce fichier dit « {{}} », le document « {{}} »."
            yield Question(draft.path, _line(lines, key), message.format(*apart(old, new)))
    yield from texts(draft.path, minutes.text, draft.text, lines)


def _fields(draft: Draft, minutes: Minutes, hub: Hub) -> Iterator[tuple[str, str, str]]:
    """Each field, as the file has it and as the document has it."""
    if draft.status is not MinutesStatus.a_confirmer:
        yield "statut", str(minutes.statut), str(draft.status)
    yield "lieu", minutes.lieu or NOTHING, draft.place
    for key, old, new in (
        ("presents", minutes.presents, draft.present),
        ("excuses", minutes.excuses, draft.excused),
    ):
        if _ids(old, hub) != _ids(new, hub):
            yield key, _joined(old), _joined(new)
    yield "ville", _joined(one.fonction for one in minutes.ville), _joined(draft.town)
    yield "ordre_du_jour", _joined(minutes.ordre_du_jour), _joined(draft.agenda or draft.titles)
    old_rows = [_row(one.projet, one.quoi, one.qui, one.echeance or "") for one in minutes.suivi]
    new_rows = [_row(one.project, one.what, one.who, one.due) for one in draft.actions]
    for index, row in enumerate(new_rows):
        if row not in old_rows:
            yield "suivi", old_rows[index] if index < len(old_rows) else NOTHING, row
    yield "prochaine", str(minutes.prochaine or NOTHING), draft.next


def _row(project: str, what: str, who: Iterable[str], due: object) -> str:
    return f"{project} | {what} | {', '.join(who)} | {due}"


def _ids(names: Sequence[str], hub: Hub) -> list[str]:
    return sorted(known.id if (known := hub.named(name)) else fold(name) for name in names)


def _joined(values: Iterable[str]) -> str:
    return " ; ".join(values) or NOTHING


def _line(lines: list[str], key: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
