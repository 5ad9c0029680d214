"""PDFs, posters and cards, each made when it is asked for: pages say what theirs weigh, so they ask too."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from hub.markup import Renderer
from hub.model import Hub

if TYPE_CHECKING:
    from hub.media.look import Look
    from hub.media.press import Press
    from hub.media.work import Work

KEPT = 200
"""Files that are kept: what did not change is not made again for the next edition."""


class Printer:
    """Makes works as the `theme` has them look for a `town`, and keeps the last ones."""

    def __init__(self, theme: Path, town: Hub | None = None) -> None:
        self._theme = theme
        self._town = town
        self._made: OrderedDict[str, bytes] = OrderedDict()

    @cached_property
    def look(self) -> Look:
        from hub.media.look import Look

        return Look(self._theme, self._town)

    @cached_property
    def _press(self) -> Press:
        from hub.media.fonts import require
        from hub.media.press import Press

        require(self.look.fonts)
        return Press(self.look)

    def made(self, work: Work) -> bytes:
        """The bytes of a work. Raises `MediaError`."""
        from hub.media.workshop import done

        key = work.key("")
        if key not in self._made:
            self._made[key] = done(self._press, work)
        self._made.move_to_end(key)
        while len(self._made) > KEPT:
            self._made.popitem(last=False)
        return self._made[key]


class Papers(Mapping[str, int]):
    """The PDFs and posters of a hub as of `today`: the weight of each by its address, made to be weighed."""

    def __init__(self, hub: Hub, today: dt.date, renderer: Renderer, printer: Printer) -> None:
        self._hub, self._today, self._renderer = hub, today, renderer
        self._printer = printer

    def __getitem__(self, address: str) -> int:
        work = self._works[address]
        try:
            return len(self._printer.made(work()))
        except KeyError as error:  # of the making: not to be taken for « there is none »
            raise RuntimeError(str(error)) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._works)

    def __len__(self) -> int:
        return len(self._works)

    def file(self, address: str) -> bytes | None:
        """The PDF, poster or card at `address`; None where there is none. Raises `MediaError`."""
        work = self._works.get(address) or self._cards.get(address)
        return self._printer.made(work()) if work else None

    @cached_property
    def _works(self) -> dict[str, Callable[[], Work]]:
        from hub.media import booklet, minutes, notices, posters, programme, walls

        hub, renderer, look = self._hub, self._renderer, self._printer.look
        dated = (
            make.sheets(hub, self._today, renderer, look)
            for make in (posters, notices, programme, booklet, walls)
        )
        return dict(chain(minutes.sheets(hub, renderer, look), *dated))

    @cached_property
    def _cards(self) -> dict[str, Callable[[], Work]]:
        from hub.media import cards

        return dict(cards.sheets(self._hub, self._renderer, self._printer.look))
