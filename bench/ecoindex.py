"""EcoIndex: what a page asks of machines, from its elements, its requests and its weight.

The formula and its tables are those that the collective GreenIT publishes (ecoindex.fr): the rank of a page
among half a million of the HTTP Archive, by each of the three.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

ELEMENTS = (
    *(0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603),
    *(674, 753, 843, 949, 1_076, 1_237, 1_459, 1_801, 2_479, 594_601),
)
REQUESTS = (0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3_920)
KILOBYTES = (
    *(0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1_098.62, 1_265.47, 1_448.32),
    *(1_648.27, 1_876.08, 2_142.06, 2_465.37, 2_866.31, 3_401.59, 4_155.73, 5_400.08, 8_037.54, 223_212.26),
)
"""The twentieths of those pages: as many have less than each number as have between it and the next."""

GRADES = ((80, "A"), (70, "B"), (55, "C"), (40, "D"), (25, "E"), (10, "F"))
"""What an index must be above to have a grade; below all of them it is G."""


class Asked(NamedTuple):
    """What a page asks: its elements (those inside a drawing aside), its requests, the bytes received."""

    elements: int
    requests: int
    size: int

    @property
    def index(self) -> float:
        """From 0 to 100, the best."""
        elements, requests = _rank(ELEMENTS, self.elements), _rank(REQUESTS, self.requests)
        return 100 - 5 * (3 * elements + 2 * requests + _rank(KILOBYTES, self.size / 1_000)) / 6

    @property
    def grade(self) -> str:
        """A to G."""
        return next((grade for least, grade in GRADES if self.index > least), "G")


def _rank(twentieths: tuple[float, ...], value: float) -> float:
    """How many twentieths of the pages have less."""
    place = bisect_right(twentieths, value) - 1
    if place >= len(twentieths) - 1:
        return len(twentieths) - 1
    low, high = twentieths[place : place + 2]
    return place + (value - low) / (high - low)
