"""A date as its source gives it -> the fields and the text of a file of the town."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from hub.checks.personal import Sort
from hub.importing.blocks import Block, Paragraph, plain, words_of
from hub.importing.dates.given import Given
from hub.importing.dates.sorting import Organisers, audience, category, is_category
from hub.importing.header import header
from hub.importing.ledger import Ledger
from hub.importing.people import People
from hub.importing.personal import persons_in, without
from hub.importing.text import Text
from hub.importing.tidy import tidied
from hub.markup.dates import day as spoken
from hub.model.event import Event
from hub.model.hub import Hub
from hub.model.names import fold

_MEETING = re.compile(
    r"teams\.(?:microsoft|live)\.com|zoom\.us|meet\.google\.com|webex\.com|meet\.jit\.si|bbb\.[\w.-]+"
    r"|(?:visio|webinaire|rendez-vous)\.[\w-]+\.[\w.-]+"
)
"""Machines on which people meet."""

NEEDED = ("titre", "debut", "categorie")


@dataclass
class Draft:
    """What is made of a date: fields in their order, as texts, lists and groups; Markdown; and the account of
    its words. `event` is what the model reads of them."""

    given: Given
    fields: dict[str, Any]
    text: str
    ledger: Ledger
    event: Event
    guessed: bool = False
    path: str = ""

    @property
    def words(self) -> str:
        """All that it says, on one line."""
        return " ; ".join(" ".join(one.split()) for one in (*_passages(self.given), self.given.begin) if one)

    @property
    def content(self) -> str:
        """The whole file."""
        return header(self.fields) + (f"\n{self.text}" if self.text.strip() else "")


@dataclass
class Drafting:
    """The town, and the source by its name."""

    hub: Hub
    file: str
    today: dt.date
    _ledger: Ledger = field(default_factory=Ledger)

    def draft(self, given: Given) -> Draft | None:
        """The draft; None where it has no title or no day that a file may have."""
        ledger = self._ledger = Ledger()
        self._text = Text(ledger, People(), "date")
        fields: dict[str, Any] = {
            "titre": self._line(given.title),
            "resume": self._line(given.summary),
            "debut": given.begin,
            "fin": given.end,
            "categorie": category(given.kind, given.title).value,
            "organisateurs": self._organisers(given),
            "lieu": self._place(given.place),
            "public": self._audience(given),
            "tarif": self._without_persons(given.price),
            "inscription": self._without_persons(given.registration),
            "recurrence": self._repeats(given.repeats),
            "annule": given.cancelled,
            "source": f"{self._named()}, repris le {spoken(self.today)}",
        }
        text = self._markdown(given.blocks)
        return self._finished(given, {key: one for key, one in fields.items() if one}, text)

    def _named(self) -> str:
        """The source by its name, that names nobody."""
        return self.file if not persons_in(self.file) else "Agenda de la ville"

    def _finished(self, given: Given, fields: dict[str, Any], text: str) -> Draft | None:
        event = self._read(fields)
        if event is None:
            return None
        ledger = self._ledger
        if given.kind and not is_category(given.kind):
            ledger.leave(given.kind)
        for words in given.persons:
            sorts = [one.sort for one in persons_in(words)]
            ledger.person(words, sorts[0] if sorts else Sort.NAME)
        for words in given.aside:
            ledger.leave(words)
        for about, message in given.doubts:
            ledger.ask(about, message)
        said = "\n".join([*_texts(fields), text])
        ledger.close(_passages(given), said)
        if found := _MEETING.search(said):
            words = "qui a ce lien peut entrer, avec le code s'il y en a un. Faut-il les publier ?"
            ledger.ask(found[0], f"Une réunion en ligne ({found[0]}) : {words}")
        return Draft(given, fields, text, ledger, event, guessed=not is_category(given.kind))

    def _read(self, fields: dict[str, Any]) -> Event | None:
        """The event that these fields make; a field that is refused is left out, and asked."""
        for _ in range(len(fields)):
            try:
                return Event.model_validate(fields)
            except ValidationError as error:
                for one in error.errors():
                    name = str(one["loc"][0]) if one["loc"] else ""
                    if name in NEEDED or name not in fields:
                        return None
                    value = fields.pop(name)
                    self._ledger.leave(" ".join(_texts({name: value})))
                    self._ledger.ask(
                        "titre", f"« {name} » n'est pas repris : « {value} » n'y convient pas ici."
                    )
        return None

    def _line(self, words: str) -> str:
        """Words on one line, without persons."""
        lines = self._text.plain(tidied([plain(words)])) if words.strip() else []
        return " ".join(words_of(one) for one in lines)

    def _markdown(self, blocks: Sequence[Block]) -> str:
        return self._text.written(self._text.plain(tidied(_worded(blocks))))

    def _organisers(self, given: Given) -> list[str]:
        organisers = Organisers(self.hub, self._ledger)
        found = organisers.listed(iter(given.organisers))
        for name in given.maybe:
            if key := organisers.known(name):
                found.append(key)
            elif persons_in(name) or "@" in name:
                self._ledger.person(name)
            else:
                self._ledger.leave(name)
        return list(dict.fromkeys(found))

    def _place(self, place: Mapping[str, Any]) -> dict[str, Any]:
        said = {key: self._without_persons(str(one), place=True) for key, one in place.items()}
        return {key: one for key, one in said.items() if one} if said.get("nom") else {}

    def _audience(self, given: Given) -> str:
        if not given.audience.strip():
            return ""
        found = audience(given.audience)
        if found is None or fold(given.audience) not in (found.value, fold(found.libelle)):
            self._ledger.leave(given.audience)
        return found.value if found else ""

    def _without_persons(self, words: str, *, place: bool = False) -> str:
        """Words on one line; what is of persons is counted."""
        line = " ".join(words.split())
        found = persons_in(line, place=place)
        for one in found:
            self._ledger.person(one.written, one.sort)
        return without(line, found) if found else line

    def _repeats(self, rule: Mapping[str, Any]) -> dict[str, Any]:
        """The rule, the places of its changes without persons."""
        said = dict(rule)
        if changes := said.get("changements"):
            said["changements"] = [
                {**one, **({"lieu": self._place(one["lieu"])} if "lieu" in one else {})} for one in changes
            ]
        return said


def _worded(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, without the lines of signs that programs draw between parts."""
    return [one for one in blocks if not isinstance(one, Paragraph) or any(map(str.isalnum, one.words))]


def _texts(fields: Mapping[str, Any]) -> list[str]:
    """Every text of fields."""
    found: list[str] = []
    for value in fields.values():
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, Mapping):
            found += _texts(value)
        else:
            found += [text for one in value for text in (_texts(one) if isinstance(one, Mapping) else [one])]
    return found


def _passages(given: Given) -> list[str]:
    """The words of the source, passage by passage; those of its names are told apart."""
    place = [words for name, words in given.place.items() if name in ("nom", "adresse")]
    own = (given.title, given.summary, *place, given.price, given.registration)
    return [*own, *(words_of(one) for one in tidied(_worded(given.blocks)))]
