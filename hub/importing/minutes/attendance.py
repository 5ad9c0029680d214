"""Who came and who was excused: a list as it is written -> associations of the directory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hub.checks.personal import Sort
from hub.importing.attendees import is_name, looks_like_name
from hub.importing.functions import Function
from hub.importing.ledger import Ledger
from hub.importing.minutes.guesses import Guesses
from hub.importing.minutes.name_keys import key_of
from hub.importing.minutes.offices import is_office, met_for_town
from hub.importing.minutes.short_names import ShortNames
from hub.importing.people import People
from hub.model.association import Association
from hub.model.hub import Hub
from hub.model.names import fold

MOST_JOINED = 4
"""Pieces between commas of which one name may be made."""

_NOBODY = frozenset("aucun aucune aucunes aucuns neant personne".split())
_ARTICLE = re.compile(r"^(?:l'|la |le |les |et |ainsi que |pour )+(?=\S)")
_PARTED = re.compile(r"[,;\n•|]|\s/\s|\s[–—]\s")
_INSIDE = re.compile(r" ?\((?P<inside>[^()]{0,300})\) ?")


class Attendance:
    """Names as written -> names of the directory; persons are learnt, doubts are asked."""

    def __init__(self, hub: Hub, people: People, ledger: Ledger) -> None:
        self._hub, self._people, self._ledger = hub, people, ledger
        self._keys = {fold(name): one for one in hub.associations for name in one.names}
        self._keys |= {key_of(name): one for one in hub.associations for name in one.names}
        self._short = ShortNames(hub)
        self._guesses = Guesses(self._keys, self._short)
        self.officials: list[str] = []
        """The functions of who came for the town, among the associations."""

    def listed(self, lines: Sequence[str], field: str) -> list[str]:
        """The associations of these lines, by the names that the document gives them."""
        found: list[str] = []
        seen: set[str] = set()
        for piece in self._pieces([self._paired(line) for line in lines]):
            name = self._one(piece, field)
            known = self._hub.named(name) if name else None
            if known and known.id not in seen:
                seen.add(known.id)
                found.append(name)
            elif known:
                self._ledger.leave(piece)
        return found

    def _paired(self, line: str) -> str:
        """A line of an association and a person alone, in the form « association (person) »."""
        parts = [part.strip(" .") for part in _PARTED.split(line.strip(" .;,-–•*")) if part.strip(" .")]
        if len(parts) == 2:
            for association, person in (parts, parts[::-1]):
                if self._known(association) and not self._known(person) and looks_like_name(person):
                    return f"{association} ({person})"
        return line

    def _pieces(self, lines: Sequence[str]) -> Iterator[str]:
        for line in lines:
            bare = line.strip(" .;,-–•*")
            if self._known(bare):
                yield bare
                continue
            parts = [part.strip() for part in _PARTED.split(_shielded(bare)) if part.strip()]
            yield from map(_unshielded, self._joined(parts))

    def _joined(self, parts: Sequence[str]) -> Iterator[str]:
        """The parts, those that make one known name together, and those that « et » joins apart."""
        at = 0
        while at < len(parts):
            for size in range(min(MOST_JOINED, len(parts) - at), 1, -1):
                whole = ", ".join(parts[at : at + size])
                if self._known(whole) or (size == 2 and _is_official(*parts[at : at + 2])):
                    yield whole
                    at += size
                    break
            else:
                yield from self._halves(parts[at])
                at += 1

    def _halves(self, part: str) -> Iterator[str]:
        """« A et B », where A or B is known; else the part as it is."""
        if self._known(part):
            yield part
            return
        for found in re.finditer(r"\s+(?:et|ainsi que|&)\s+", part):
            before, after = part[: found.start()], part[found.end() :]
            if self._known(before) or self._known(after):
                yield from self._halves(before)
                yield from self._halves(after)
                return
        yield part

    def _known(self, name: str) -> Association | None:
        bare = _ARTICLE.sub("", name.strip(" .;,"))
        named = self._hub.named(name) or self._hub.named(bare) or self._keys.get(key_of(bare))
        return named or self._short.without_town(bare)

    def _said(self, name: str) -> bool:
        """Whether it says an association, even in short."""
        return self._known(name) is not None or bool(
            self._short.begun_by(_ARTICLE.sub("", name.strip(" .;,")))
        )

    def _one(self, piece: str, field: str) -> str:
        """The name to write for a piece; '' where it is none, which is said."""
        if is_office(piece.rpartition(", ")[2]) and not self._said(piece):
            self.officials += met_for_town(piece, self._people, self._ledger)
            return ""
        piece, person = self._without_person(piece)
        bare = _ARTICLE.sub("", piece.strip(" .;,:"))
        if fold(bare) in _NOBODY:
            self._ledger.told(bare)
            return ""
        if not bare:
            self._ledger.leave(person)
            return ""
        if known := self._known(bare):
            self._meet(person, known)
            return bare if self._hub.named(bare) else known.nom
        if is_name(bare):
            self._ledger.person(bare)
            self._ledger.ask(field, f"« {bare} » semble être quelqu'un : pour quelle association ?", (bare,))
            return ""
        return self._like(bare, field, person)

    def _like(self, bare: str, field: str, person: str) -> str:
        found = self._guesses.of(bare)
        if found.sure:
            (taken,) = found.those
            self._ledger.ask(field, f"« {bare} » est lu « {taken.nom} » : est-ce bien elle ?")
            self._ledger.told(bare)
            self._meet(person, taken)
            return taken.nom
        self._ledger.leave(person)
        self._ledger.leave(bare)
        persons = (bare,) if looks_like_name(bare) else ()
        self._ledger.ask(field, f"« {bare} » n'est pas dans l'annuaire. {found.asked}", persons)
        return ""

    def _without_person(self, piece: str) -> tuple[str, str]:
        """The piece without the person who came for it: « Scarabé-e (Anne Martin) », « Scarabé-e : Anne
        Martin », « Anne Martin, Scarabé-e »."""
        if found := _INSIDE.search(piece):
            inside, around = found["inside"], _INSIDE.sub(" ", piece).strip()
            if self._said(inside) and not self._said(around) and looks_like_name(around):
                return inside, around
            if self._known(inside) and not self._known(around):
                return inside, around
            if not self._known(piece) and (looks_like_name(inside) or self._known(around)):
                return around, inside
        for sign in (" : ", ": ", " - ", " – ", " pour ", ", "):
            before, found_sign, after = piece.partition(sign)
            if found_sign and self._known(before) and not self._known(piece):
                return before, after
            if found_sign and self._known(after) and looks_like_name(before):
                return after, before
        return piece, ""

    def _meet(self, person: str, association: Association) -> None:
        """Whoever came speaks for the association; their name is left out."""
        if not person:
            return
        self._ledger.leave(person)
        for name in re.split(r"\s*(?:,|;|/|\bet\b|&)\s*", person):
            if looks_like_name(name):
                self._ledger.personal.setdefault(name, Sort.NAME)
                self._people.learn(name, Function(association.nom, named=True))


def _is_official(one: str, other: str) -> bool:
    """« Mme Modèle, service de la vie associative »: a person and what they do for the town."""
    return looks_like_name(one) and is_office(other)


def _shielded(line: str) -> str:
    """The line, whose commas between brackets part nothing."""
    return _INSIDE.sub(lambda found: found[0].replace(",", "\x1a").replace(";", "\x1b"), line)


def _unshielded(part: str) -> str:
    return part.replace("\x1a", ",").replace("\x1b", ";")
