"""Links that templates show in lists."""

from __future__ import annotations

from typing import NamedTuple


class Link(NamedTuple):
    """An entry of a list of links; `current` marks the page that one reads."""

    address: str
    words: str
    current: bool = False
