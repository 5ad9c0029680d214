"""Where seats are in half a circle: the part of each college, the rows of each role, and their places."""

from __future__ import annotations

import math
from typing import NamedTuple

from hub.model.bureau import Role

WIDTH, HEIGHT = 400, 230
CENTRE = WIDTH / 2, 205.0
OUTER, INNER = 160.0, 105.0
"""Radii, in units of the drawing, of the two rows of a small bureau."""

BANDS = {Role.titulaire: (172.0, 122.0), Role.suppleant: (104.0, 54.0)}
"""Between which radii the rows are, where the seats of a role need several to be seen."""

LARGEST, LEAST = 16.0, 5.0
"""The radius of a seat: at most; that below which one more row is begun."""

MOST_ROWS = 8

GAP, LEAST_GAP = 0.7, 0.03
"""Between two colleges: in places of a seat; in parts of the half circle, so that many seats have one too."""


class Span(NamedTuple):
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


class Bench(NamedTuple):
    """Where a college sits in a role: `rows` are the radii of its rows, from the outermost."""

    role: Role
    span: Span
    rows: list[float]

    def radius(self, number: int) -> float:
        """That of each of so many seats."""
        most = LARGEST if self.role is Role.titulaire else LARGEST * 0.75
        columns = math.ceil(max(1, number) / len(self.rows))
        room = math.pi * self.rows[-1] * (self.span.end - self.span.start) / columns
        between = (self.rows[0] - self.rows[-1]) / max(1, len(self.rows) - 1)
        return min(most, room * 0.4, between * 0.45 if between else most)


def spans(seats: list[int]) -> list[Span]:
    """The part of each college, as wide as it has seats, with room between two."""
    gaps = len(seats) - 1
    gap = max(GAP / max(1.0, sum(seats) + GAP * gaps), min(LEAST_GAP, 0.4 / max(1, gaps)))
    place = (1 - gap * gaps) / max(1, sum(seats))
    parts, start = [], 0.0
    for number in seats:
        parts.append(Span(start, start + number * place))
        start += number * place + gap
    return parts


def rows_of(role: Role, sizes: list[tuple[int, Span]]) -> list[float]:
    """As few rows as let the seats of every college be seen: one, in the middle of its band, if they are few.

    More rows than seats have room for would only make them smaller.
    """
    outer, inner = BANDS[role]
    rows, best = [OUTER if role is Role.titulaire else INNER], 0.0
    for number in range(1, MOST_ROWS + 1):
        tried = (
            rows if number == 1 else [outer - (outer - inner) * row / (number - 1) for row in range(number)]
        )
        least = min(
            (Bench(role, span, tried).radius(seats) for seats, span in sizes if seats), default=LARGEST
        )
        if least > best:
            rows, best = tried, least
        if best >= LEAST:
            break
    return rows


def spread(places: list[float], least: float) -> list[float]:
    """Places from 0 to 1, in their order, moved as little as may be so that none is nearer to the next than
    `least`; equally far where there is no room for that."""
    if least * (len(places) - 1) > 1:
        return [index / (len(places) - 1) for index in range(len(places))]
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + least) if moved else max(0.0, place))
    for index in range(len(moved) - 1, -1, -1):
        after = moved[index + 1] - least if index + 1 < len(moved) else 1.0
        moved[index] = min(moved[index], after)
    return moved


def point(distance: float, place: float, centre: tuple[float, float] = CENTRE) -> tuple[float, float]:
    """The point of the half circle at `place`, from 0 at the left to 1 at the right."""
    angle = math.pi * (1 - place)
    x, y = centre[0] + distance * math.cos(angle), centre[1] - distance * math.sin(angle)
    return round(x, 2), round(y, 2)
