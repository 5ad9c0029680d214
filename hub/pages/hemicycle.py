"""The bureau as a drawing: a sector a college, the titular seats outside, their deputies inside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hub.markup import states
from hub.model import Hub
from hub.model.bureau import College, Role, Term
from hub.model.wording import Wording
from hub.pages.seating import BANDS, Bench, Rows, point, rows_of, spans, spread

LABELS = 190.0
"""The radius, in units of the drawing, of the letters of the colleges."""

BETWEEN_LETTERS = 0.032
"""In parts of the half circle: two letters would touch if they were nearer."""


class State(StrEnum):
    """How a seat is drawn; the value is a class of the style sheet."""

    HELD = "tenu"
    VACANT = "vacant"
    TO_CONFIRM = "a-confirmer"


class Spot(NamedTuple):
    """A seat in the drawing: its centre and radius, how it is drawn, and its words."""

    x: float
    y: float
    radius: float
    state: State
    words: str

    @property
    def is_small(self) -> bool:
        return self.radius < LINED

    @property
    def asks(self) -> bool:
        """Whether a question mark stands in it: there is one to be asked, and room for it."""
        return self.state is State.TO_CONFIRM and self.radius >= ASKING


ASKING, LINED = 7.5, 4.5
"""The least radius of a seat in which a question mark can be read, and around which a line is broad."""

COLOURS = 8
"""Of colleges, in the style sheets; the next ones begin again, and their letters do not."""


def shade(rank: int) -> str:
    """The class of the style sheets that colours the college of that rank, from 0, in `bureau.yaml`: the same
    wherever it is shown."""
    return f"college-{rank % COLOURS}"


def letter(rank: int) -> str:
    """The letter of the college of that rank: what tells it apart without its colour."""
    return chr(ord("A") + rank % 26)


class Sector(NamedTuple):
    """A college in the drawing: its letter, the class of its colour, where its letter stands, its name, its
    seats."""

    letter: str
    shade: str
    x: float
    y: float
    name: str
    spots: list[Spot]


def hemicycle(hub: Hub, term: Term, today: dt.date) -> list[Sector]:
    """The seats of a term as of `today`, or of its last day once it is over; nothing without a college."""
    ranked = [(rank, c) for rank, c in enumerate(hub.bureau.colleges) if c.titulaires]
    day = min(max(today, term.debut.first), term.fin.last)
    parts = spans([c.titulaires for _, c in ranked])
    letters = spread([span.middle for span in parts], BETWEEN_LETTERS)
    sectors = [
        Sector(letter(rank), shade(rank), *point(LABELS, at), college.nom, [])
        for (rank, college), at in zip(ranked, letters, strict=True)
    ]
    for role in BANDS if ranked else ():
        benches = [Bench(role, c.seats(role), span) for (_, c), span in zip(ranked, parts, strict=True)]
        rows = rows_of(benches)
        for sector, (_, college), bench in zip(sectors, ranked, benches, strict=True):
            seats = _states(hub, term, college, role, day)
            sector.spots.extend(_spots(hub.site.mots, seats, bench, rows))
    return sectors


def _spots(town: Wording, states: Iterator[tuple[State, str]], bench: Bench, rows: Rows) -> Iterator[Spot]:
    for at, radius in bench.seats(rows):
        state, words = next(states, (State.TO_CONFIRM, "à confirmer"))
        yield Spot(*at, radius, state, f"{words} ({town.label(bench.role)})")


def _states(hub: Hub, term: Term, college: College, role: Role, day: dt.date) -> Iterator[tuple[State, str]]:
    """What is known of the seats of a college and role, in words: who holds them, which are vacant."""
    for seat in term.sieges:
        if seat.college == college.id and seat.role is role and term.held_on(seat, day):
            association = hub.named(seat.association)
            yield (
                State.HELD,
                states.association(association.nom if association else seat.association, association),
            )
    for vacancy in term.vacants:
        if vacancy.college == college.id and vacancy.role is role:
            for _ in range(vacancy.nombre):
                yield State.VACANT, "siège vacant"
