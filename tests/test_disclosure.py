"""No count of a few people is told, nor found from what is told: every small table is tried."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.disclosure import LEAST, Cell, Told, of_mean, of_one_choice, of_several_choices

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=12)


@pytest.mark.parametrize(("answers", "most"), [(2, 24), (3, 20), (4, 14)])
def test_who_knows_the_rules_and_what_is_told_finds_no_count_of_a_few(answers: int, most: int) -> None:
    behind: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=answers):
        if LEAST <= sum(counts) <= most:  # beyond, some of the tables that tell the same were not tried
            behind[sum(counts), of_one_choice(counts)].append(counts)
    for tables in behind.values():
        for values in map(set, zip(*tables, strict=True)):
            assert len(values) > 1 or not any(0 < value < LEAST for value in values), tables


@given(COUNTS)
def test_no_cell_that_is_told_is_of_a_few_people(counts: list[int]) -> None:
    told = of_one_choice(counts)
    assert all(cell.number == 0 or cell.number >= LEAST for cell in told.cells)


@given(COUNTS)
def test_cells_that_are_told_add_up_and_leave_out_no_answer(counts: list[int]) -> None:
    if cells := of_one_choice(counts).cells:
        assert sum(cell.number for cell in cells) == sum(counts)
        assert sorted(rank for cell in cells for rank in cell.ranks) == list(range(len(counts)))


def test_answers_of_a_few_are_told_together() -> None:
    assert of_one_choice([30, 4, 3, 3]) == Told((Cell((0,), 30), Cell((1, 2, 3), 10)))


def test_the_only_answer_of_a_few_is_told_with_another_one() -> None:
    assert of_one_choice([20, 30, 3]) == Told((Cell((0,), 20), Cell((1, 2), 33)))


def test_of_two_answers_one_of_which_is_of_a_few_the_other_is_said_to_be_that_of_almost_all() -> None:
    assert of_one_choice([38, 3]) == Told(almost_all=0)


def test_nothing_is_told_of_a_few_answers() -> None:
    assert of_one_choice([6, 3]) == Told()


def test_an_answer_that_nobody_gave_is_told_as_such() -> None:
    assert of_one_choice([12, 0, 9]).cells == (Cell((0,), 12), Cell((1,), 0), Cell((2,), 9))


def test_of_several_choices_neither_a_few_who_chose_nor_a_few_who_did_not_are_told() -> None:
    assert of_several_choices([0, 4, 5, 25, 26, 30], 30) == (None, None, 5, 25, None, None)


def test_a_mean_is_told_of_ten_people() -> None:
    assert of_mean([4, 5, 3, 4, 5, 4, 3, 2, 5, 4], 1, 5) == 3.9
    assert of_mean([4] * 9, 1, 5) is None


def test_a_mean_near_to_a_bound_is_not_told() -> None:
    assert of_mean([5] * 29 + [4], 1, 5) is None
    assert of_mean([0] * 29 + [1]) is None
