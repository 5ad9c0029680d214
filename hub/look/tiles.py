"""Drawn tiles: a pictogram among plain shapes, three by three, for what has no picture of its own.

Which of the arrangements a thing has comes of its key alone: it never changes, and neighbours differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple
from zlib import crc32

SIDE, CELL = 24, 8
"""Units of a tile, and of one of its nine cells. The pictogram has four of them, in a corner."""

PICTOGRAM = 12
"""Units of the pictogram, amid its four cells."""

_SHAPES = {
    "disc": ("M{x} {m}a4 4 0 0 1 8 0 4 4 0 0 1-8 0z",),
    "quarter": (  # the corner in which it sits, clockwise from the upper left one
        "M{x} {y}h8a8 8 0 0 1-8 8z",
        "M{r} {y}v8a8 8 0 0 1-8-8z",
        "M{r} {b}h-8a8 8 0 0 1 8-8z",
        "M{x} {b}v-8a8 8 0 0 1 8 8z",
    ),
    "half": ("M{x} {y}h8a4 4 0 0 1-8 0z", "M{r} {y}v8a4 4 0 0 1 0-8z", "M{r} {b}h-8a4 4 0 0 1 8 0z"),
    "slope": ("M{x} {y}h8l-8 8z", "M{r} {y}v8l-8-8z", "M{r} {b}h-8l8-8z", "M{x} {b}v-8l8 8z"),
    "leaf": ("M{x} {y}a8 8 0 0 1 8 8 8 8 0 0 1-8-8z", "M{r} {y}a8 8 0 0 1-8 8 8 8 0 0 1 8-8z"),
    "square": ("M{x} {y}h8v8h-8z",),
    "bars": ("M{x} {i}h8v2h-8zm0 4h8v2h-8z", "M{j} {y}h2v8h-2zm4 0h2v8h-2z"),
}
"""The shapes that a cell may hold, and how each may be turned. `x`, `y`, `r`, `b` are its sides, `m` is half
way down, `i` and `j` are a unit inside."""

_AROUND = (
    ((0, 0), ((2, 0), (2, 1), (2, 2), (1, 2), (0, 2))),
    ((1, 0), ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2))),
    ((1, 1), ((0, 2), (0, 1), (0, 0), (1, 0), (2, 0))),
    ((0, 1), ((0, 0), (1, 0), (2, 0), (2, 1), (2, 2))),
)
"""For each corner in which the pictogram may be, its first cell, and the five that are left, in order."""

LONG = 12
"""Cells of a row of a frieze."""

FULL, FAINT, BRIGHT = "full", "faint", "bright"

_ARRANGEMENTS = (
    (0, "quarter2 full, quarter1 faint, disc0 bright, leaf0 full, half2 faint"),
    (0, "half1 faint, leaf1 full, quarter0 full, slope2 faint, disc0 bright"),
    (1, "quarter3 full, leaf0 faint, square0 full, quarter0 bright, half2 faint"),
    (1, "disc0 bright, quarter2 faint, leaf1 full, bars0 faint, quarter1 full"),
    (2, "leaf1 full, quarter1 faint, quarter3 full, half0 faint, disc0 bright"),
    (2, "slope0 faint, disc0 bright, leaf0 full, quarter2 full, bars1 faint"),
    (3, "quarter1 full, half0 faint, quarter3 bright, leaf1 full, quarter0 faint"),
    (3, "bars0 faint, quarter3 full, disc0 bright, leaf0 faint, quarter1 full"),
)
"""In which corner the pictogram is, and what is around it."""


_ROWS = (
    "leaf1 faint, disc0 bright, quarter0 full",
    "quarter1 full, half2 faint, slope3 bright",
    "disc0 bright, bars0 faint, leaf0 full",
    "slope0 faint, quarter3 full, disc0 bright",
)
"""What may stand below a tile where there is room for one more row of cells."""


class Arrangement(NamedTuple):
    """The shapes around a pictogram, as the paths of three colours, and where the pictogram begins."""

    full: str
    faint: str
    bright: str
    left: int
    top: int


NUMBER = len(_ARRANGEMENTS)


def number_of(key: str) -> int:
    """The number of the arrangement of a thing, from 0 to `NUMBER`, excluded."""
    return crc32(key.encode()) % NUMBER


@cache
def arrangement(number: int, *, tall: bool = False) -> Arrangement:
    """The arrangement of that number; a `tall` one has a row of cells more."""
    corner, told = _ARRANGEMENTS[number]
    (column, row), cells = _AROUND[corner]
    placed = list(zip(cells, told.split(", "), strict=True))
    if tall:
        placed += zip(((0, 3), (1, 3), (2, 3)), _ROWS[number % len(_ROWS)].split(", "), strict=True)
    return _arranged(placed, column, row)


@cache
def frieze(number: int) -> Arrangement:
    """A band of two rows, `LONG` cells each, which begins with the pictogram."""
    told = [words for _, shapes in _ARRANGEMENTS for words in shapes.split(", ")]
    cells = [(column, row) for column in range(2, LONG) for row in range(2)]
    step = (number * 11, 7)  # a way through the shapes that comes back to none of them in so few cells
    placed = [(cell, told[(step[0] + step[1] * at) % len(told)]) for at, cell in enumerate(cells)]
    return _arranged(placed, 0, 0)


def _arranged(placed: Iterable[tuple[tuple[int, int], str]], column: int, row: int) -> Arrangement:
    paths = dict.fromkeys((FULL, FAINT, BRIGHT), "")
    for cell, words in placed:
        shape, colour = words.split()
        paths[colour] += _path(shape[:-1], int(shape[-1]), *cell)
    inside = (2 * CELL - PICTOGRAM) // 2
    return Arrangement(**paths, left=column * CELL + inside, top=row * CELL + inside)


class Paint(NamedTuple):
    """The colours of a drawing that has no style sheet: its own, the bright one, what shows through."""

    hue: str
    bright: str
    paper: str


def drawing(shapes: Arrangement, width: int, height: int, pictogram: str, paint: Paint) -> str:
    """An arrangement of so many cells as a whole drawing (SVG); `pictogram` are its lines."""
    ground = f'd="M0 0h{width * CELL}v{height * CELL}H0z"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * CELL} {height * CELL}" '
        f'fill="{paint.hue}"><path fill="{paint.paper}" {ground}/><path fill-opacity=".13" {ground}/>'
        f'<path fill-opacity=".42" d="{shapes.faint}"/><path d="{shapes.full}"/>'
        f'<path fill="{paint.bright}" d="{shapes.bright}"/>'
        f'<g transform="translate({shapes.left} {shapes.top}) scale({PICTOGRAM / SIDE})" fill="none" '
        f'stroke="{paint.hue}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
        f"{pictogram}</g></svg>"
    )


def _path(shape: str, turn: int, column: int, row: int) -> str:
    x, y = column * CELL, row * CELL
    return _SHAPES[shape][turn].format(x=x, y=y, r=x + CELL, b=y + CELL, m=y + CELL // 2, i=y + 1, j=x + 1)
