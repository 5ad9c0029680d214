"""Long lists, cut into pages: none is heavier than a slow phone bears, however long the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from hub.pages.links import Link

T = TypeVar("T")

MOST = 300
"""Things of a list on a page, as many as the directory of a small town: a page of them compressed, with all
that a first visit transfers beside it, stays under 120 kB (`bench --only weights`)."""


class Portion(NamedTuple, Generic[T]):
    """One of the pages of a list: `number` begins with 1, `base` is the address of the first."""

    base: str
    number: int
    total: int
    things: Sequence[T]
    below: str = ""

    @property
    def address(self) -> str:
        """The list's own address for the first page; each of the others stands below it."""
        return self.at(self.number)

    def at(self, number: int) -> str:
        """The address of a page of the same list."""
        return self.base if number == 1 else f"{self.base}{self.below}{number}/"

    @property
    def words(self) -> str:
        """« , page 2 sur 3 », to be said after the title of the list; '' where it is whole."""
        return f", page {self.number} sur {self.total}" if self.total > 1 else ""


def portions(base: str, things: Sequence[T], most: int = MOST, below: str = "") -> list[Portion[T]]:
    """The pages of a list, as even as they can be; one, without anything, of an empty list.

    `below` is the folder of those that follow the first: `page/` beside pages of things.
    """
    total = max(1, -(-len(things) // most))
    bounds = [len(things) * number // total for number in range(total + 1)]
    return [
        Portion(base, number + 1, total, things[bounds[number] : bounds[number + 1]], below)
        for number in range(total)
    ]


def numbered(portion: Portion[T]) -> list[Link]:
    """Links to all the pages of the list that it is of; none for a list of one."""
    if portion.total == 1:
        return []
    numbers = range(1, portion.total + 1)
    return [Link(portion.at(number), f"page {number}", number == portion.number) for number in numbers]
