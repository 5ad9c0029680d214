"""The bundles that an index is made in, and which of them has a page."""

from __future__ import annotations

from math import ceil
from zlib import crc32

LANGUAGE = "fr"

LARGEST = 2_500
"""Pages of a bundle, from which Pagefind takes some 300 MB and two seconds to make it. A word that is looked
for asks each bundle for some 25 kB: there are no more of them than that needs."""


def languages_of(pages: int) -> list[str]:
    """Those that the bundles of an index of some `pages` are said to be in: a French of its own each."""
    bundles = max(1, ceil(pages / LARGEST))
    return [LANGUAGE, *(f"{LANGUAGE}-{number}" for number in range(2, 1 + bundles))]


def number_of(address: str, bundles: int) -> int:
    """Which of them, from 0, has the page at `address`."""
    return crc32(address.encode()) % bundles
