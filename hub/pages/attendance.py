"""Who came to the bureau's meetings during a term: counts by association, as published minutes tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hub.model.association import Association
from hub.model.bureau import Term
from hub.model.minutes import Body, Minutes
from hub.model.names import sort_key
from hub.pages.page import Pages


class Attendance(NamedTuple):
    """How often an association came while it had a seat: `of` meetings, of which it was there, or excused."""

    name: str
    association: Association | None
    present: int
    excused: int
    of: int


class OfTerm(NamedTuple):
    """The meetings of a term whose minutes name who was there, and the associations that have a seat."""

    meetings: int
    rows: list[Attendance]


def attendance(tools: Pages, term: Term) -> OfTerm:
    """The attendance of a term, by name; nothing of a meeting whose minutes name nobody."""
    told = list(_told(tools, term))
    rows = [_of(tools, term, key, told) for key in {_key(tools, seat.association) for seat in term.sieges}]
    return OfTerm(len(told), sorted((one for one in rows if one.of), key=lambda one: sort_key(one.name)))


def _told(tools: Pages, term: Term) -> Iterator[Minutes]:
    for one in tools.hub.minutes:
        if one.instance is Body.bureau and one.presents and term.contains(one.date.first):
            yield one


def _key(tools: Pages, name: str) -> str:
    """What tells an association from the others, however it is called."""
    found = tools.hub.named(name)
    return found.id if found else name


def _of(tools: Pages, term: Term, key: str, told: list[Minutes]) -> Attendance:
    association = tools.hub.named(key)
    seats = [seat for seat in term.sieges if _key(tools, seat.association) == key]
    held = [one for one in told if any(term.held_on(seat, one.date.first) for seat in seats)]
    present = sum(_is_in(tools, key, one.presents) for one in held)
    excused = sum(_is_in(tools, key, one.excuses) for one in held)
    return Attendance(association.nom if association else key, association, present, excused, len(held))


def _is_in(tools: Pages, key: str, names: tuple[str, ...]) -> bool:
    return any(_key(tools, name) == key for name in names)
