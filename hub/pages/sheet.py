"""A page that may be made: where it stands, and what makes it of what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hub.pages.page import Page, Pages


class Sheet(NamedTuple):
    """The page at `address`, before it is made: a build makes all of them, `serve` the one that is read.

    `maker` is given the tools, then what is `given`: things of the hub, or plain values.
    """

    address: str
    maker: Callable[..., Page]
    given: tuple[Any, ...] = ()

    def make(self, tools: Pages) -> Page:
        """The page itself."""
        return self.maker(tools, *self.given)
