"""The bureau as a drawing: a sector a college, the titular seats outside, their deputies inside."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hub.markup import states
from hub.model import Hub
from hub.model.bureau import College, Role, Term

WIDTH, HEIGHT = 400, 230
CENTRE = WIDTH / 2, 205.0
OUTER, INNER, LABELS = 160.0, 105.0, 190.0
"""Radii, in units of the drawing, of the two rows of seats and of the letters of the colleges."""

LARGEST = 16.0
GAP = 0.7
"""Between two colleges, in places of a seat."""


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
    colleges = [(shade(rank), c) for rank, c in enumerate(hub.bureau.colleges) if c.titulaires]
    places = sum(c.titulaires for _, c in colleges) + GAP * (len(colleges) - 1)
    day = min(max(today, term.debut.first), term.fin.last)
    sectors, start = [], 0.0
    for index, (colour, college) in enumerate(colleges):
        span = _Span(start / places, (start + college.titulaires) / places)
        x, y = _point(LABELS, span.middle)
        spots = list(_spots(hub, term, college, day, span))
        sectors.append(Sector(letter(index), colour, x, y, college.nom, spots))
        start += college.titulaires + GAP
    return sectors


class _Span(NamedTuple):
    """A part of the half circle, from 0 at the left to 1 at the right."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    def places(self, number: int) -> list[float]:
        """The middles of `number` equal parts."""
        step = (self.end - self.start) / max(1, number)
        return [self.start + step * (index + 0.5) for index in range(number)]


def _spots(hub: Hub, term: Term, college: College, day: dt.date, span: _Span) -> Iterator[Spot]:
    for role, distance in ((Role.titulaire, OUTER), (Role.suppleant, INNER)):
        number = college.seats(role)
        room = math.pi * distance * (span.end - span.start) / max(1, number)
        radius = round(min(LARGEST if role is Role.titulaire else LARGEST * 0.75, room * 0.4), 2)
        states = _states(hub, term, college, role, day)
        for place in span.places(number):
            state, words = next(states, (State.TO_CONFIRM, "à confirmer"))
            yield Spot(*_point(distance, place), radius, state, f"{words} ({hub.site.mots.label(role)})")


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


def _point(distance: float, place: float) -> tuple[float, float]:
    """The point of the half circle at `place`, from 0 at the left to 1 at the right."""
    angle = math.pi * (1 - place)
    return round(CENTRE[0] + distance * math.cos(angle), 2), round(CENTRE[1] - distance * math.sin(angle), 2)
