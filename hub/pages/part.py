"""A part of the site, and the look for a page among the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from hub.model.kind import Kind
from hub.pages.page import Pages
from hub.pages.sheet import Sheet


class Part(NamedTuple):
    """A part of the site: what gives its pages, most of which begin with the address `base`.

    That of a `kind` has pages only in a town that shows this kind.
    """

    base: str
    make: Callable[[Pages], Iterator[Sheet]]
    kind: Kind[Any] | None = None

    def sheets(self, tools: Pages) -> Iterator[Sheet]:
        """Its pages in a town."""
        shown = self.kind is None or self.kind in tools.hub.kinds
        return self.make(tools) if shown else iter(())


class Finder:
    """Finds the page at an address. A part is only listed when no other has it that is likelier to."""

    def __init__(self, tools: Pages, parts: Iterable[Part]) -> None:
        self._tools = tools
        self._left = list(parts)
        self._known: dict[str, Sheet] = {}

    def sheet(self, address: str) -> Sheet | None:
        """The page at `address`, not made; None where there is none."""
        while address not in self._known and self._left:
            part = max(self._left, key=lambda one: len(one.base) if address.startswith(one.base) else 0)
            self._left.remove(part)
            self._known.update((sheet.address, sheet) for sheet in part.sheets(self._tools))
        return self._known.get(address)
