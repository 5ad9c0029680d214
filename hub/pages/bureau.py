"""The bureau: its terms, and a page a term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hub.model.association import Association
from hub.model.bureau import Role, Seat, Term
from hub.model.fields import TO_CONFIRM
from hub.pages.hemicycle import HEIGHT, WIDTH, hemicycle
from hub.pages.page import Page, Pages


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


def pages(tools: Pages) -> Iterator[Page]:
    """The terms, then each of them."""
    bureau = tools.hub.bureau
    yield tools.section_page(
        "/bureau/",
        "bureau.html",
        colleges=bureau.colleges,
        total=sum(college.titulaires for college in bureau.colleges),
        terms=[(term, term.contains(tools.today)) for term in bureau.mandats],
    )
    for term in bureau.mandats:
        yield _page(tools, term)


def _page(tools: Pages, term: Term) -> Page:
    hub = tools.hub
    benches = [
        (college, [_bench(tools, term, college.id, role) for role in (Role.titulaire, Role.suppleant)])
        for college in hub.bureau.colleges
    ]
    return tools.page(
        "mandat.html",
        term.address,
        f"Bureau {term.id}",
        f"Le bureau élu pour {term.id} : ses sièges, collège par collège.",
        "/bureau/",
        shell="mandat",
        term=term,
        sectors=hemicycle(hub, term, tools.today),
        drawing=(WIDTH, HEIGHT),
        current=term.contains(tools.today),
        benches=benches,
        known=any(bench.holders or bench.vacant for _, rows in benches for bench in rows),
        unplaced=_unplaced(tools, term),
        commissions=[(c.nom, tools.named(c.membres)) for c in term.commissions],
        vacant_somewhere=sum(v.nombre for v in term.vacants if TO_CONFIRM in (v.college, v.role)),
    )


def _holder(tools: Pages, seat: Seat) -> Holder:
    hub = tools.hub
    return Holder(hub.named(seat.association), seat, hub.named(seat.remplace) if seat.remplace else None)


def _bench(tools: Pages, term: Term, college: str, role: Role) -> Bench:
    seats = [s for s in term.sieges if s.college == college and s.role is role]
    vacant = sum(v.nombre for v in term.vacants if v.college == college and v.role is role)
    title = "Titulaires" if role is Role.titulaire else "Suppléants"
    number = tools.hub.colleges[college].seats(role)
    return Bench(title, number, [_holder(tools, seat) for seat in seats], vacant)


def _unplaced(tools: Pages, term: Term) -> list[Holder]:
    """Seats whose college or role no source states."""
    return [_holder(tools, s) for s in term.sieges if TO_CONFIRM in (s.college, s.role)]
