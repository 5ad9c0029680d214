"""The roofs of a town, drawn: plain shapes in a row, in an order that is the town's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

HEIGHT = 80
"""Units, from the highest roof to the street."""

ROUNDS = 2
"""How many times each building stands in a row, before it begins anew."""


class Shapes(NamedTuple):
    """What is drawn `width` units wide, as the paths of three colours. Only « M » says where it is."""

    width: int
    full: str = ""
    faint: str = ""
    bright: str = ""


_BUILDINGS = (
    Shapes(48, "M4 80v-32l20-20 20 20v32z", "", "M14 54h8v10h-8zM28 54h8v10h-8z"),
    Shapes(
        40,
        "",
        "M4 80v-60h32v60z",
        "M10 28h6v8h-6zM24 28h6v8h-6zM10 44h6v8h-6zM24 44h6v8h-6zM10 60h6v8h-6z",
    ),
    Shapes(
        72,
        "M0 48l36-24 36 24zM10 52h5v28h-5zM25 52h5v28h-5zM42 52h5v28h-5zM57 52h5v28h-5z",
        "M4 50h64v30h-64z",
        "M31 38a5 5 0 0 1 10 0 5 5 0 0 1-10 0z",
    ),
    Shapes(36, "M16 80v-28h4v28z", "M4 46a14 18 0 0 1 28 0 14 14 0 0 1-28 0z"),
    Shapes(
        56,
        "M4 52a24 24 0 0 1 48 0zM8 52h3v28h-3zM26 52h3v28h-3zM44 52h3v28h-3z",
        "",
        "M24 24h8v5h-8z",
    ),
    Shapes(44, "M4 80v-40h36v40z", "M4 40l36-18v18z", "M10 48h24v6h-24zM10 62h24v6h-24z"),
    Shapes(32, "", "M6 80c-4-24 2-44 10-54 8 10 14 30 10 54z"),
    Shapes(28, "M8 80v-66h12v66z", "M4 14l10-14 10 14z", "M10 22a4 4 0 0 1 8 0 4 4 0 0 1-8 0z"),
    Shapes(52, "M4 80v-22h44v22z", "M4 58a22 22 0 0 1 44 0z", "M22 66h8v14h-8z"),
    Shapes(
        60,
        "",
        "M4 80v-36h26v36zM30 80v-48h26v48z",
        "M36 40h5v7h-5zM45 40h5v7h-5zM36 54h5v7h-5zM45 54h5v7h-5zM10 52h14v5h-14z",
    ),
)
"""Houses, a town hall, a bandstand, trees: no building of any town."""

_PLACE = re.compile(r"M(\d+)")


@lru_cache(maxsize=8)
def skyline(key: str) -> Shapes:
    """The row of the town of that key; it may be repeated, end to end."""
    left, paths = 0, ["", "", ""]
    for one in _ordered(key):
        paths = [drawn + _moved(more, left) for drawn, more in zip(paths, one[1:], strict=True)]
        left += one.width
    return Shapes(left, *paths)


def _ordered(key: str) -> Iterator[Shapes]:
    for turn in range(ROUNDS):
        yield from sorted(_BUILDINGS, key=lambda one: crc32(f"{key} {turn} {one}".encode()))


def _moved(path: str, left: int) -> str:
    return _PLACE.sub(lambda found: f"M{int(found[1]) + left}", path)
