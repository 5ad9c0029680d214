"""The bureau: its terms, and a page a term."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from hub.model.association import Association
from hub.model.bureau import TERM, College, Role, Seat, Term
from hub.model.election import ELECTION
from hub.model.fields import TO_CONFIRM
from hub.pages import elections
from hub.pages.attendance import attendance
from hub.pages.hemicycle import Sector, State, hemicycle
from hub.pages.pace import pace
from hub.pages.page import Clues, Page, Pages
from hub.pages.seating import HEIGHT, WIDTH
from hub.pages.sheet import Sheet


class Holder(NamedTuple):
    """A seat as shown: who holds it, whom it replaced."""

    association: Association | None
    seat: Seat
    replaced: Association | None


class Bench(NamedTuple):
    """The seats of one college and role in a term."""

    title: str
    number: int
    holders: list[Holder]
    vacant: int

    def on(self, term: Term, day: dt.date) -> SeatedBench:
        """Those who sit on that day."""
        held = [h for h in self.holders if term.held_on(h.seat, day)]
        names = [(h.association.nom if h.association else h.seat.association, h.association) for h in held]
        return SeatedBench(self.title, self.number, names, self.vacant)


class SeatedBench(NamedTuple):
    """The same on one day: `held` names who sits, with the association of the directory."""

    title: str
    number: int
    held: list[tuple[str, Association | None]]
    vacant: int

    @property
    def unknown(self) -> int:
        """How many seats nobody has said anything of."""
        return max(0, self.number - len(self.held) - self.vacant)


class Drawing(NamedTuple):
    """The seats, drawn: a size in units of the drawing, and a sector a college."""

    width: int
    height: int
    sectors: list[Sector]

    @property
    def states(self) -> list[str]:
        """How its seats are drawn, each once: what its key explains."""
        drawn = {spot.state for sector in self.sectors for spot in sector.spots}
        return [one.value for one in State if one in drawn]


KIND = TERM


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The bureau, then each of its terms."""
    yield Sheet(KIND.base, _today)
    for term in tools.hub.bureau.mandats:
        yield Sheet(term.address, _page, (term,))


def _today(tools: Pages) -> Page:
    """Who sits today, and the terms."""
    hub = tools.hub
    bureau = hub.bureau
    current = bureau.term_on(tools.today)
    return tools.section_page(
        "/bureau/",
        "bureau.html",
        thing=current,
        current=current,
        drawing=_drawing(tools, current) if current else None,
        colleges=[(c, _seated(tools, current, c) if current else []) for c in bureau.colleges],
        seated=[bench.on(current, tools.today) for bench in _whole(tools, current)] if current else [],
        clues=Clues(words=hub.site.mots("collège") if hub.site.mots.has("college") else ""),
        unplaced=_unplaced_today(tools, current) if current else 0,
        terms=bureau.mandats[::-1],
        elections={term.id: _first(tools, term) for term in bureau.mandats},
        voted=ELECTION in hub.kinds,
        came=attendance(tools, current) if current else None,
        pace=pace(tools),
    )


def _first(tools: Pages, term: Term) -> str:
    """The address of the election that made a term; '' where none is told."""
    held = tools.once(elections.of_terms).get(term.id, ())
    return held[0].address if held else ""


def _page(tools: Pages, term: Term) -> Page:
    hub, words = tools.hub, tools.hub.site.mots
    by_college = words.say(", {collège} par {collège}") if words.has("college") else ""
    whole = _whole(tools, term)
    benches = [(college, _benches(tools, term, college)) for college in hub.bureau.colleges]
    return tools.page(
        "mandat.html",
        term.address,
        term.titre,
        f"{words('Le bureau élu')} pour {term.id} : ses sièges{by_college}.",
        "/bureau/",
        shell="mandat",
        thing=term,
        term=term,
        elections=tools.once(elections.of_terms).get(term.id, ()),
        drawing=_drawing(tools, term),
        current=term.contains(tools.today),
        benches=benches,
        whole=whole,
        known=any(bench.holders or bench.vacant for bench in chain(whole, *(own for _, own in benches))),
        unplaced=_unplaced(tools, term),
        came=attendance(tools, term),
        commissions=[(c.nom, tools.named(c.membres)) for c in term.commissions],
        vacant_somewhere=sum(v.nombre for v in term.vacants if TO_CONFIRM in (v.college, v.role)),
    )


def _drawing(tools: Pages, term: Term) -> Drawing | None:
    """The seats of a term; None where no college has any."""
    sectors = hemicycle(tools.hub, term, tools.today)
    return Drawing(WIDTH, HEIGHT, sectors) if sectors else None


def _benches(tools: Pages, term: Term, college: College) -> list[Bench]:
    return [_bench(tools, term, college.id, role) for role in (Role.titulaire, Role.suppleant)]


def _whole(tools: Pages, term: Term) -> list[Bench]:
    """All the seats of a town without colleges, by role: those that there are; nothing of another town."""
    if tools.hub.site.mots.has("college"):
        return []
    benches = (_bench(tools, term, None, role) for role in (Role.titulaire, Role.suppleant))
    return [bench for bench in benches if bench.number]


def _seated(tools: Pages, term: Term, college: College) -> list[SeatedBench]:
    """Who sits for a college today."""
    return [bench.on(term, tools.today) for bench in _benches(tools, term, college)]


def _holder(tools: Pages, seat: Seat) -> Holder:
    hub = tools.hub
    return Holder(hub.named(seat.association), seat, hub.named(seat.remplace) if seat.remplace else None)


def _bench(tools: Pages, term: Term, college: str | None, role: Role) -> Bench:
    seats = [s for s in term.sieges if s.college == college and s.role is role]
    vacant = sum(v.nombre for v in term.vacants if v.college == college and v.role is role)
    title = tools.hub.site.mots("Titulaires" if role is Role.titulaire else "Suppléants")
    number = tools.hub.colleges[college].seats(role) if college else _most(term, seats) + vacant
    return Bench(title, number, [_holder(tools, seat) for seat in seats], vacant)


def _most(term: Term, seats: list[Seat]) -> int:
    """How many of these seats are held at once, at most: of those that follow each other, one."""
    days = {term.debut.first, *(seat.debut.first for seat in seats if seat.debut)}
    return max(sum(term.held_on(seat, day) for seat in seats) for day in days)


def _unplaced_today(tools: Pages, term: Term) -> int:
    return sum(term.held_on(holder.seat, tools.today) for holder in _unplaced(tools, term))


def _unplaced(tools: Pages, term: Term) -> list[Holder]:
    """Seats whose college or role no source states."""
    return [_holder(tools, s) for s in term.sieges if TO_CONFIRM in (s.college, s.role)]
