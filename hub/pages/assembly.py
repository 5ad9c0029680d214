"""The assembly as a drawing: a dot an association, those of one college side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from hub.pages.seating import point, spread

WIDTH, HEIGHT = 400, 212
"""Of the drawing, in its units: half a ring seen from above, and the room of its dots."""

CENTRE = WIDTH / 2, 200.0
OUTER, INNER = 188.0, 70.0
"""Radii of the outermost row and of the innermost."""

FILLED = 0.72
"""Diameter of a dot, in places of a row."""

LARGEST = 22.0


LETTERS, LETTER = 18.0, 22.0
"""Of the letters inside the ring: how far one is from the next, along their circle; how far they are from
the dots."""


class Seating(NamedTuple):
    """`paths` has a path a group, in their order: a point where each of its dots stands. `dot` is their
    width; `middles` where the letter of each group stands, none for one without a dot."""

    paths: list[str]
    dot: float
    middles: list[tuple[float, float] | None]


def assembly(sizes: Sequence[int]) -> Seating:
    """Seat groups of `sizes` dots from left to right; as in an assembly, each group has its wedge."""
    number = sum(sizes)
    rows = _rows(number)
    places = sorted(((index + 0.5) / count, radius) for radius, count in rows for index in range(count))
    step = min((math.pi * radius / count for radius, count in rows if count), default=0.0)
    paths, start = [], 0
    for size in sizes:
        paths.append("".join(_dot(radius, place) for place, radius in places[start : start + size]))
        start += size
    dot = round(min(step, _between(len(rows)), LARGEST / FILLED) * FILLED, 1)
    return Seating(paths, dot, _middles(sizes, [place for place, _ in places], rows))


def _middles(
    sizes: Sequence[int], places: list[float], rows: list[tuple[float, int]]
) -> list[tuple[float, float] | None]:
    """The middle of each group that has a dot, inside the ring; none at all where they would touch."""
    shown = [index for index, size in enumerate(sizes) if size]
    middles: list[tuple[float, float] | None] = [None] * len(sizes)
    if not shown:
        return middles
    radius = min(INNER, min(distance for distance, _ in rows) - LETTER)
    apart = LETTERS / (math.pi * radius)
    if apart * (len(shown) - 1) > 1:
        return middles
    starts = [sum(sizes[:index]) for index in shown]
    wanted = [places[start + sizes[index] // 2] for start, index in zip(starts, shown, strict=True)]
    for index, place in zip(shown, spread(wanted, apart), strict=True):
        middles[index] = point(radius, place, CENTRE)
    return middles


def _rows(number: int) -> list[tuple[float, int]]:
    """The rows that seat `number` dots, as (radius, dots): as far from each other as the dots of a row."""
    rows = 1
    while True:
        radii = [OUTER - index * _between(rows) for index in range(rows)]
        around = [math.pi * radius for radius in radii]
        if rows > 1 and sum(around) / _between(rows) >= number:
            break
        if rows == 1 and number <= math.pi * OUTER / LARGEST:
            break
        rows += 1
    counts = [int(number * length / sum(around)) for length in around]
    for index in range(number - sum(counts)):  # what rounding left, to the outermost rows
        counts[index % rows] += 1
    return list(zip(radii, counts, strict=True))


def _between(rows: int) -> float:
    """From one row to the next, when `rows` of them fill the ring."""
    return (OUTER - INNER) / max(1, rows - 1)


def _dot(radius: float, place: float) -> str:
    """A line without length, which a round end turns into a dot, at `place` from 0 (left) to 1 (right)."""
    angle = math.pi * (1 - place)
    x, y = CENTRE[0] + radius * math.cos(angle), CENTRE[1] - radius * math.sin(angle)
    return f"M{x:.1f} {y:.1f}h0"
