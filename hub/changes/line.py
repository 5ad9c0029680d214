"""A line of what is said of a change."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line; `more` are lines below it, `code` what is to be copied as it is."""

    words: str
    more: tuple[str, ...] = ()
    code: str = ""
