"""The files of a site, made by several processes: what each of them does, and what it tells of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from hub.at_hand import at_hand
from hub.beside import BesideError
from hub.latch import Latch
from hub.model import Hub
from hub.places import ENGINE_CONFIG
from hub.stage import Placed, Stage

if TYPE_CHECKING:
    from hub.engine import Frames
    from hub.markup import Renderer
    from hub.media.making import Media
    from hub.pages import Page
    from hub.site import File, Site

T = TypeVar("T")

SHARE = 60
"""Things of the hub whose pages, or feeds, are made one after the other by one process."""


class Note(NamedTuple):
    """What the end of a build needs of a page: it, without its body, and its record for the search."""

    page: Page
    searched: str


class Made(NamedTuple):
    """What a task made: the files that it put into the stage, and a note a page."""

    placed: list[Placed]
    notes: list[Note]


@dataclass(frozen=True)
class Plan:
    """What is to be made: the site of `hub` as of `today`, with its `media`; `published` is the former site."""

    hub: Hub
    today: dt.date
    published: Path
    renderer: Renderer | None = None
    media: Media | None = None


class Making:
    """Makes the files of a plan, in this process or in copies of it, which share the `stage`.

    The engine's frames are made by one of them, which gives them to the others by `framed`.
    """

    def __init__(self, plan: Plan, stage: Stage, framed: Latch) -> None:
        self._plan = plan
        self._stage = stage
        self._framed = framed
        self._frames: Frames | None = None

    def tasks(self) -> list[Callable[[], Made]]:
        """All that is made without knowing every page; what the search waits for comes first."""
        shares = max(1, sum(1 for _ in self._plan.hub.everything) // SHARE)
        pages = [partial(self._pages, number, shares) for number in range(shares)]
        feeds = [partial(self._feeds, number, shares) for number in range(shares)]
        return [*pages, self._others, *feeds]

    def prepare(self) -> None:
        """Make the frames, for the other processes too."""
        from hub.engine import frames

        self._frames = frames(self._plan.hub.site, ENGINE_CONFIG, cards=bool(self._plan.media))
        self._framed.give(self._frames.dumps())

    def last(self, notes: Sequence[Note]) -> Iterator[Placed]:
        """Put into the stage what is made of all the pages, but for the search."""
        yield from self._put(self.site.maps([note.page for note in notes]))

    @cached_property
    def site(self) -> Site:
        """The site, as this process makes it."""
        from hub.site import Site  # pages and feeds: loaded here while another process checks

        plan = self._plan
        return Site(
            plan.hub,
            plan.today,
            renderer=plan.renderer,
            media=plan.media,
            framed=self._taken,
            published=plan.published,
        )

    def _taken(self) -> Frames:
        from hub.engine import DamagedError, Frames

        try:
            return self._frames or Frames.loads(self._framed.take())
        except DamagedError:
            raise BesideError(
                "Le programme qui fait le cadre des pages s'est arrêté : recommencez."
            ) from None

    def _pages(self, number: int, shares: int) -> Made:
        self._framed.leave()
        from hub.search.record import record

        made = Made([], [])
        for sheet in _share(self.site.sheets, number, shares):
            page = sheet.make(self.site.tools)
            with at_hand(sheet.address):
                made.placed.append(self._stage.put(page.path, self.site.frames.stamp(page)))
                made.notes.append(Note(replace(page, body=""), record(page)))
        return made

    def _feeds(self, number: int, shares: int) -> Made:
        self._framed.leave()
        return Made(list(self._put(_share(self.site.feeds, number, shares))), [])

    def _others(self) -> Made:
        self._framed.leave()
        return Made(list(self._put(self.site.others())), [])

    def _put(self, files: Iterable[File]) -> Iterator[Placed]:
        for file in files:
            yield self._stage.put(file.path, file.make())


def _share(those: Sequence[T], number: int, shares: int) -> Sequence[T]:
    """The part `number`, from 0, of `shares` equal ones."""
    return those[len(those) * number // shares : len(those) * (number + 1) // shares]
