"""The assembly on the home page: a dot an association, each where it can be seen."""

from __future__ import annotations

import math
import re

from hypothesis import given
from hypothesis import strategies as st

from hub.pages.assembly import HEIGHT, WIDTH, assembly

SIZES = st.lists(st.integers(0, 400), max_size=6)


def dots(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"M(\S+) (\S+)h0", path)]


@given(SIZES)
def test_every_group_has_as_many_dots_as_it_has_members(sizes: list[int]) -> None:
    assert [len(dots(path)) for path in assembly(sizes).paths] == sizes


@given(SIZES)
def test_every_dot_is_inside_the_drawing(sizes: list[int]) -> None:
    seating = assembly(sizes)
    half = seating.dot / 2
    for x, y in (dot for path in seating.paths for dot in dots(path)):
        assert half <= x <= WIDTH - half
        assert half <= y <= HEIGHT


@given(st.lists(st.integers(0, 120), max_size=4))
def test_no_dot_covers_another(sizes: list[int]) -> None:
    seating = assembly(sizes)
    everyone = [dot for path in seating.paths for dot in dots(path)]
    for index, one in enumerate(everyone):
        assert all(math.dist(one, other) >= seating.dot for other in everyone[:index])


def test_a_group_sits_left_of_the_next() -> None:
    first, second = assembly([30, 30]).paths
    assert max(x for x, _ in dots(first)) < min(x for x, _ in dots(second)) + 1
