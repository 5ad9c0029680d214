"""The seats of a bureau, drawn: each is seen, none hides another, and letters are apart."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hub.model.bureau import Role
from hub.pages.assembly import assembly
from hub.pages.seating import BANDS, HEIGHT, WIDTH, Bench, point, rows_of, spans, spread

Placed = list[tuple[tuple[float, float], float]]


def _drawn(seats: list[int], role: Role = Role.titulaire) -> list[Placed]:
    benches = [Bench(role, number, span) for number, span in zip(seats, spans(seats), strict=True)]
    rows = rows_of(benches)
    return [bench.seats(rows) for bench in benches]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.sampled_from(list(BANDS)))
@example([1], Role.titulaire)
@example([40], Role.titulaire)
@example([4, 4, 1], Role.suppleant)
@example([40] * 8, Role.suppleant)
@example([40, 1, 1, 1, 12, 3, 40, 1], Role.titulaire)
def test_every_seat_is_in_the_drawing_and_none_hides_another(seats: list[int], role: Role) -> None:
    drawn = _drawn(seats, role)
    assert [len(placed) for placed in drawn] == seats
    every = list(itertools.chain.from_iterable(drawn))
    for (x, y), radius in every:
        assert radius >= 1.2
        assert radius <= x <= WIDTH - radius
        assert radius <= y <= HEIGHT - radius
    for ((ax, ay), a), ((bx, by), b) in itertools.combinations(every, 2):
        assert math.hypot(ax - bx, ay - by) >= 0.95 * (a + b), (seats, role)


def test_a_small_bureau_has_one_row_of_each_role() -> None:
    for role in BANDS:
        ys = {
            round(math.hypot(x - WIDTH / 2, y - 205))
            for placed in _drawn([4, 4, 1], role)
            for (x, y), _ in placed
        }
        assert len(ys) == 1


def test_between_two_colleges_there_is_more_room_than_between_two_seats() -> None:
    left, right = _drawn([40, 40])
    apart = min(math.dist(a, b) for (a, _), (b, _) in itertools.product(left, right))
    beside = min(math.dist(a, b) for (a, _), (b, _) in itertools.combinations(left, 2))
    assert apart > 1.5 * beside


@given(st.lists(st.floats(0, 1), min_size=1, max_size=26).map(sorted), st.floats(0.001, 0.2))
def test_letters_keep_their_order_and_never_touch_where_there_is_room(
    places: list[float], least: float
) -> None:
    moved = spread(places, least)
    assert len(moved) == len(places)
    assert all(-1e-9 <= place <= 1 + 1e-9 for place in moved)
    room = min(least, 1 / max(1, len(places) - 1))
    assert all(after - before >= room - 1e-9 for before, after in itertools.pairwise(moved))


def test_letters_that_are_apart_stay_where_they_are() -> None:
    assert spread([0.1, 0.5, 0.9], 0.05) == [0.1, 0.5, 0.9]


@pytest.mark.parametrize("sizes", [[3], [20, 5, 1], [9] * 8, [300, 1, 1, 1, 0, 2, 80, 1]])
def test_each_group_of_the_assembly_has_its_letter_inside_the_ring(sizes: list[int]) -> None:
    middles = assembly(sizes).middles
    assert [middle is not None for middle in middles] == [size > 0 for size in sizes]
    shown = [middle for middle in middles if middle]
    assert all(math.dist(a, b) >= 17 for a, b in itertools.pairwise(shown))


def test_groups_that_leave_no_room_for_letters_have_none() -> None:
    assert set(assembly([2] * 20).middles) == {None}


def test_the_half_circle_goes_from_the_left_to_the_right() -> None:
    assert point(100, 0)[0] < point(100, 0.5)[0] < point(100, 1)[0]
