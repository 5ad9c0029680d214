"""Entries and what they are of -> what is added to the directory, what is asked, what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from hub.exporting.cells import DIRECTORY, directory_cell
from hub.importing.directory.draft import Draft
from hub.importing.directory.entries import Entry
from hub.importing.directory.lines import in_yaml, label, lines_of, place_of
from hub.importing.directory.matching import Match
from hub.importing.directory.register import ORDER, PARTS
from hub.importing.directory.sameness import plain, same
from hub.importing.directory.town import Town
from hub.importing.directory.values import Said, Value, said_by
from hub.importing.styled import styled, styled_flow
from hub.markup.dates import day as spoken
from hub.model.association import Association
from hub.model.fields import TO_CONFIRM
from hub.model.names import fold, slug, sort_key
from hub.proposal.naming import plain as in_an_address
from hub.proposal.naming import shortened


def drafts_of(matches: Iterable[Match], town: Town, file: str, today: dt.date) -> list[Draft]:
    """The draft of each entry; a name or an id is given once."""
    drafting = _Drafting(town, file, today)
    return [drafting.draft(match) for match in matches]


class _Drafting:
    """The names that are taken, as drafts take others."""

    def __init__(self, town: Town, file: str, today: dt.date) -> None:
        self._town, self._file, self._today = town, file, today
        self._names = {fold(name): one.id for one in town.hub.associations for name in one.names}
        self._ids = {one.id for one in town.hub.associations}
        self._numbers: dict[str, str] = {}
        for one in town.hub.associations:
            for number in filter(None, (one.rna, one.siren or (one.siret or "")[:9])):
                self._numbers.setdefault(number, one.nom)

    def draft(self, match: Match) -> Draft:
        entry = match.entry
        if match.known and match.twin and fold(entry.name) in {fold(name) for name in match.known.names}:
            words = (
                f"« {entry.name} » a ici d'autres numéros que dans l'annuaire : est-ce la même association ?"
            )
            return self._left(entry, match.known, words)
        if match.known:
            twin = match.twin.nom if match.twin and match.twin is not match.known else ""
            return self._completed(entry, match.known, twin)
        if not entry.name:
            return self._left(entry, None, "pas de nom d'association : cette ligne n'est pas reprise.")
        if self._town.hub.spoiled.may_be(entry.name):
            return self._left(
                entry, None, f"« {entry.name} » a une fiche à corriger d'abord : « check » dit où."
            )
        if owner := self._names.get(fold(entry.name)):
            return self._left(
                entry, None, f"« {entry.name} » est déjà le nom de « {owner} » : une autre association ?"
            )
        return self._new(match)

    def _left(self, entry: Entry, known: Association | None, question: str) -> Draft:
        """Nothing is taken; each word is told."""
        words = [
            f"« {c.heading} » : {' '.join(c.written.split())}" for c in entry.cells if not c.read.persons
        ]
        persons = (*entry.persons, *(sort for cell in entry.cells for sort in cell.read.persons))
        unread = self._told(entry, [*words, *entry.unread])
        return Draft(known, questions=[(entry.line, question)], unread=unread, persons=persons)

    def _told(self, entry: Entry, unread: Sequence[str]) -> list[str]:
        return [f"{entry.where}, {' ; '.join(dict.fromkeys(unread))}"] if unread else []

    # A new one

    def _new(self, match: Match) -> Draft:
        entry = match.entry
        draft = Draft(None)
        taken = (self._numbers.get(number) for number in (entry.value("rna"), entry.siren) if number)
        if twin := match.twin.nom if match.twin else next(filter(None, taken), ""):
            entry = self._without_numbers(draft, entry, twin)
        said = said_by(entry, self._town, lambda _: "")
        values = said.values
        if not values.get("nom"):
            return self._left(entry, None, "pas de nom d'association : cette ligne n'est pas reprise.")
        if like := match.maybe.nom if match.maybe else match.like:
            words = f"« {entry.name} » ressemble à « {like} »"
            todo = "si c'est la même, gardez une fiche, et l'autre nom dans ses « graphies »."
            draft.questions.append((entry.line, f"{words} : {todo}"))
        key = self._key(values)
        for name in ("alias", "graphies"):
            values[name] = self._free(values.get(name, ()), key, str(values["nom"]))
        self._names.setdefault(fold(str(values["nom"])), key)
        self._names.setdefault(fold(key), key)
        self._ids.add(key)
        for number in filter(None, (entry.value("rna"), entry.siren)):
            self._numbers.setdefault(number, str(values["nom"]))
        values["id"] = key
        values.setdefault("statut", TO_CONFIRM)
        if self._town.hub.site.mots.has("college"):
            values.setdefault("college", TO_CONFIRM)
        values.setdefault("source", f"{self._file}, {entry.where}, repris le {spoken(self._today)}")
        draft.lines, draft.key = lines_of(values), key
        return self._finished(draft, entry, said)

    def _without_numbers(self, draft: Draft, entry: Entry, twin: str) -> Entry:
        words = f"« {entry.name} » a le même numéro que « {twin} », et ne le garde pas"
        draft.questions.append((entry.line, f"{words} : est-ce la même association ?"))
        return entry.without("rna", "siren", "siret")

    def _key(self, values: dict[str, Value]) -> str:
        """An id that is nobody's, nor a name of another: of its name, else of what is in our letters."""
        tried = [str(values["nom"]), *values.get("alias", ()), str(values.get("rna", ""))]
        found = (shortened(in_an_address(slug(name))) for name in tried if name)
        base = next((one for one in found if one and one != "sans-nom"), "association")
        key, number = base, 2
        own = fold(str(values["nom"]))
        while key in self._ids or (fold(key) != own and fold(key) in self._names):
            key, number = f"{base}-{number}", number + 1
        return key

    def _free(self, names: Value, key: str, own: str) -> tuple[str, ...]:
        """The names that nobody else has, each once (rules A002, A014)."""
        kept: dict[str, str] = {}
        for name in names:
            if fold(name) != fold(own) and self._names.setdefault(fold(name), key) == key:
                kept.setdefault(fold(name), name)
        return tuple(kept.values())

    # One that is known

    def _completed(self, entry: Entry, known: Association, twin: str) -> Draft:
        draft = Draft(known)
        if twin:
            entry = self._without_numbers(draft, entry, twin)
        said = said_by(entry, self._town, lambda name: directory_cell(known, self._town.hub, name))
        added = [
            name for name in (*ORDER, *PARTS) if name in said.values and self._takes(name, said, known, draft)
        ]
        parts = {name: str(said.values[name]) for name in PARTS if name in added}
        if parts and known.adresse:
            draft.address = [(name, styled(value, inside=True)) for name, value in parts.items()]
        for name in ORDER:
            if name == "adresse" and parts and not known.adresse:
                draft.changes.append((name, styled_flow(parts)))
            elif name in added:
                draft.changes.append((name, in_yaml(said.values[name])))
        draft.credit = (known.source or "", f"{self._file}, repris le {spoken(self._today)}")
        if entry.of("id"):
            self._ask_emptied(entry, known, draft)
        return self._finished(draft, entry, said)

    def _takes(self, name: str, said: Said, known: Association, draft: Draft) -> bool:
        """Whether a field that says nothing takes the value; else it is told where they differ."""
        value, held = said.values[name], directory_cell(known, self._town.hub, name)
        if name == "source":
            return not held
        if name in ("alias", "graphies"):
            kept = self._free(value, known.id, known.nom)
            value = tuple(one for one in kept if fold(one) not in {fold(mine) for mine in known.names})
            said.values[name] = value
        elif name in ("themes", "publics"):
            if {str(one) for one in getattr(known, name)} >= set(value):
                return False
        elif name in ("statut", "college"):
            held = str(getattr(known, name))
            held, value = ("" if held == TO_CONFIRM else held), "" if value in (held, TO_CONFIRM) else value
        elif name == "nom" and sort_key(str(value)) in {sort_key(one) for one in known.names}:
            return False
        if not value or (held and isinstance(value, str) and same(name, held, value)):
            return False
        if held:
            draft.differences.append((place_of(known, name), self._differs(name, known, held, value)))
        return not held

    def _differs(self, name: str, known: Association, held: str, value: Value) -> str:
        new = value if isinstance(value, str) else ", ".join(value)
        return (
            f"« {known.nom} », {label(name)} : « {plain(held)} » ici, « {plain(new)} » dans {self._file}. "
            "Rien n'a changé : gardez le bon."
        )

    def _ask_emptied(self, entry: Entry, known: Association, draft: Draft) -> None:
        """What was exported, and comes back empty, may have been taken out on purpose."""
        for name in sorted(entry.emptied & set(DIRECTORY) - {"id", "source"}):
            held = directory_cell(known, self._town.hub, name)
            if held and getattr(known, name, "") != TO_CONFIRM:
                words = f"« {known.nom} », {label(name)} : « {plain(held)} » ici, rien dans {self._file}."
                draft.differences.append((place_of(known, name), f"{words} Effacez-le s'il le faut."))

    def _finished(self, draft: Draft, entry: Entry, said: Said) -> Draft:
        name = entry.name or (draft.known.nom if draft.known else "")
        draft.questions += [
            (entry.line, f"« {name} », {label(field)} : {words}") for field, words in said.doubts
        ]
        draft.unread = self._told(entry, said.unread)
        draft.persons = tuple(said.persons)
        draft.unknown, draft.line = tuple(said.unknown), entry.line
        draft.themes = tuple(said.values.get("themes", ()))
        return draft
