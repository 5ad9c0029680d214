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

LARGEST, LEAST = 16.0, 4.0
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


class Rows(NamedTuple):
    """The rows of a role: their radii, from the outermost, and the radius of its seats; None where there is
    one row, in which each college's are as large as it has room for."""

    distances: list[float]
    radius: float | None = None


class Bench(NamedTuple):
    """Where so many seats of a college are, in a role."""

    role: Role
    number: int
    span: Span

    def counts(self, rows: list[float]) -> list[int]:
        """How many of them are in each row: as many as it is long."""
        exact = [self.number * row / sum(rows) for row in rows]
        counts = [int(one) for one in exact]
        lacking = sorted(range(len(rows)), key=lambda row: (counts[row] - exact[row], row))
        for row in lacking[: self.number - sum(counts)]:
            counts[row] += 1
        return counts

    def radius(self, rows: list[float]) -> float:
        """That of a seat: what is between two of a row, and between two rows."""
        most = LARGEST if self.role is Role.titulaire else LARGEST * 0.75
        rooms = [self._room(row, count) for row, count in zip(rows, self.counts(rows), strict=True) if count]
        if len(rows) > 1:
            rooms.append((rows[0] - rows[-1]) / (len(rows) - 1))
        return min((most, *(room * 0.4 for room in rooms)))

    def _room(self, row: float, count: int) -> float:
        """What a seat has of a row; one that is alone has some of the gaps beside it."""
        alone = LEAST_GAP / 2 if count == 1 and row not in (OUTER, INNER) else 0
        return math.pi * row * (self.span.end - self.span.start + alone) / count

    def seats(self, rows: Rows) -> list[tuple[tuple[float, float], float]]:
        """(where it is, its radius) of each, from the left to the right."""
        radius = round(rows.radius or self.radius(rows.distances), 2)
        placed = sorted(
            (place, -row)
            for row, count in zip(rows.distances, self.counts(rows.distances), strict=True)
            for place in self.span.places(count)
        )
        return [(point(-row, place), radius) for place, row in placed]


def spans(seats: list[int]) -> list[Span]:
    """The part of each college, as wide as it has seats, with room between two."""
    gaps = len(seats) - 1
    gap = max(GAP / max(1.0, sum(seats) + GAP * gaps), min(LEAST_GAP, 0.25 / max(1, gaps)))
    place = (1 - gap * gaps) / max(1, sum(seats))
    parts, start = [], 0.0
    for number in seats:
        parts.append(Span(start, start + number * place))
        start += number * place + gap
    return parts


def rows_of(benches: list[Bench]) -> Rows:
    """As few rows as let the seats of every college of a role be seen: one, in the middle of the band, if
    they are few."""
    role = benches[0].role
    outer, inner = BANDS[role]
    alone = Rows([OUTER if role is Role.titulaire else INNER])
    filled = [bench for bench in benches if bench.number]
    best = min((bench.radius(alone.distances) for bench in filled), default=LARGEST)
    if best >= LEAST:
        return alone
    found = alone
    for number in range(2, MOST_ROWS + 1):
        tried = [outer - (outer - inner) * row / (number - 1) for row in range(number)]
        radius = min(bench.radius(tried) for bench in filled)
        if radius > best:
            found, best = Rows(tried, radius), radius
        if best >= LEAST:
            break
    return found


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
