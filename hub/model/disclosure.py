"""What may be told of counts of people without telling what one of them answered (statistical disclosure
control: Insee and CNIL ask that no cell be of a few people, nor be found from the others).

What is told depends on the counts: whoever knows these rules might find out more from what is told, and from
what is not. `tests/test_disclosure.py` tries every small table: no cell under `LEAST` has less than two
values that it may have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LEAST = 5
"""People under which a count is not told."""

MERGED = 2 * LEAST
"""People of whom cells that are told together count at least."""

FEW = 3 * LEAST
"""Answers under which nothing is told of a question whose answers are almost all the same."""


class Cell(NamedTuple):
    """A count, of these answers together, by their ranks."""

    ranks: tuple[int, ...]
    number: int


class Told(NamedTuple):
    """What may be told of a question of which people chose one answer each: cells, or the rank of that which
    almost all of them chose; neither where nothing may."""

    cells: tuple[Cell, ...] = ()
    almost_all: int | None = None


def of_one_choice(counts: Sequence[int]) -> Told:
    """Of answers that exclude one another, whose number in all is known.

    Where one has fewer than `LEAST`, all those are told together, with as many others as it takes so that
    none is found by subtraction: these are the last in order, whatever they count.
    """
    if not any(0 < count < LEAST for count in counts):
        return Told(tuple(Cell((rank,), count) for rank, count in enumerate(counts)))
    few = [rank for rank, count in enumerate(counts) if count < LEAST]
    rest = [rank for rank, count in enumerate(counts) if count >= LEAST]
    together = list(few)
    while rest and not _hides(together, counts, alone=len(together) == len(few)):
        together.append(rest.pop())
    if not rest:
        return Told(almost_all=_almost_all(counts))
    cells = [Cell((rank,), counts[rank]) for rank in rest]
    return Told((*cells, Cell(tuple(sorted(together)), sum(counts[rank] for rank in together))))


def _hides(together: Sequence[int], counts: Sequence[int], *, alone: bool) -> bool:
    """Whether the sum of these cells, `alone` where each is under `LEAST`, may be made in several ways."""
    total = sum(counts[rank] for rank in together)
    return len(together) > 1 and total >= MERGED and not (alone and total > (LEAST - 1) * len(together) - 2)


def _almost_all(counts: Sequence[int]) -> int | None:
    total = sum(counts)
    return next((n for n, one in enumerate(counts) if total - one < LEAST and total >= FEW), None)


def of_several_choices(counts: Sequence[int], people: int) -> tuple[int | None, ...]:
    """Of answers each of which people chose or not: its count, None where fewer than `LEAST` chose it, or did
    not. Their sum is not told: none is found by subtraction."""
    return tuple(count if LEAST <= count <= people - LEAST else None for count in counts)


def of_mean(values: Sequence[float], least: float = 0, most: float | None = None) -> float | None:
    """The mean, to a decimal; None for fewer than `MERGED` people, or where it is so near to a bound that it
    tells what each of them answered."""
    total = sum(values)
    if len(values) < MERGED or total - least * len(values) < LEAST:
        return None
    if most is not None and most * len(values) - total < LEAST:
        return None
    return round(total / len(values), 1)
