"""The rows of a list, before and after -> which are the same ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

MOST = 10_000
"""Pairs of rows whose likeness is looked at; beyond, rows that are not equal are others."""

ALIKE, PART = 60.0, 25.0
"""Likeness (percent) of the words of two rows under which they are not the same row; what less it is worth
that one is a part of the other."""


class Rows(NamedTuple):
    """What became of the rows of a list."""

    pairs: list[tuple[Any, Any]]
    removed: list[Any]
    added: list[Any]
    reordered: bool


def matched(
    before: Sequence[T],
    after: Sequence[T],
    meant: Sequence[Callable[[T], Hashable]],
    words: Callable[[T], str],
) -> Rows:
    """Rows that say the same, then those whose `words` are alike, are the same rows.

    `meant` are what a row of each list says.
    """
    old, new = list(before), list(after)
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index, one in enumerate(new):
        waiting[meant[1](one)].append(index)
    places: dict[int, int] = {}
    for index, one in enumerate(old):
        if same := waiting[meant[0](one)]:
            places[index] = same.pop(0)
    kept = set(places.values())
    left = [index for index in range(len(old)) if index not in places]
    right = [index for index in range(len(new)) if index not in kept]
    alike = dict(_alike(old, new, left, right, words))
    order = [places.get(index, alike.get(index, -1)) for index in range(len(old))]
    known = [index for index in order if index >= 0]
    return Rows(
        [(old[a], new[b]) for a, b in alike.items()],
        [old[index] for index in left if index not in alike],
        [new[index] for index in right if index not in alike.values()],
        known != sorted(known),
    )


def _alike(
    old: list[T], new: list[T], left: list[int], right: list[int], words: Callable[[T], str]
) -> list[tuple[int, int]]:
    """The pairs of rows that are most alike, in the order of the list."""
    if not left or not right or len(left) * len(right) > MOST:
        return []
    from rapidfuzz import fuzz  # loaded where rows are not equal

    def alike(one: str, other: str) -> float:
        return max(fuzz.ratio(one, other), fuzz.partial_ratio(one, other) - PART)

    said, says = {a: words(old[a]) for a in left}, {b: words(new[b]) for b in right}
    scores = sorted((-alike(said[a], says[b]), abs(a - b), a, b) for a in left for b in right)
    found: dict[int, int] = {}
    for score, _, a, b in scores:
        if -score >= ALIKE and a not in found and b not in found.values():
            found[a] = b
    return sorted(found.items())
