"""The files of a site, made by several processes: what each of them does, and what it tells of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from hub.at_hand import at_hand
from hub.beside import BesideError
from hub.kept import AS_BEFORE, NOTHING, Kept, Trace
from hub.latch import Latch
from hub.model import Hub
from hub.model.fields import Entity
from hub.model.kinds import kind_of
from hub.stage import Placed, Stage

if TYPE_CHECKING:
    from hub.engine import Frames
    from hub.kept.tracing import Tracing
    from hub.media.making import Media
    from hub.pages import Page, Sheet
    from hub.site import File, Site

T = TypeVar("T")
Task = Callable[[], "list[Written]"]

SHARE = 40
"""Files that are made one after the other by one process."""

MOST = 5_000
"""Tasks of a kind: their numbers wait in a pipe, which has room for three times as many."""


class Written(NamedTuple):
    """A file of the stage: `traced` is what it was made of, None where that is not known; `said` is the note
    of a page, which for one `AS_BEFORE` stands in the book."""

    placed: Placed
    traced: Trace | None = None
    said: bytes = NOTHING


@dataclass(frozen=True)
class Plan:
    """What is to be made: the site of `hub` as of `today`, with `media`; `published` is the former site.

    `kept` is what former builds made.
    """

    hub: Hub
    today: dt.date
    published: Path
    kept: Kept
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
        texts = [*filter(_gives_text, self._sheets)]
        facts = [*filterfalse(_gives_text, self._sheets)]
        self.tasks: list[Task] = [
            *self._shares(facts, self._page),
            self._others,
            *self._shares(self.site.feeds_of_facts, self._feed),
        ]
        """All that is made without knowing every page; what the search waits for comes first. It is listed
        here, for all the copies."""
        self.texts: list[Task] = [
            *self._shares(texts, self._page),
            *self._shares(self.site.feeds_of_texts, self._feed),
        ]
        """Of these, the pages and the feeds that give the same texts: one process reads each once."""

    def prepare(self) -> None:
        """Have the frames, for the other processes too."""
        from hub.kept.frames import frames_of

        kept = self._plan.kept
        cards = bool(self._plan.media)
        self._frames = frames_of(kept.cupboard, kept.frames_key, self._plan.hub, cards=cards)
        self._framed.give(self._frames.dumps())

    def last(self, pages: Iterable[Page]) -> Iterator[Placed]:
        """Put into the stage what is made of all the pages, but for the search."""
        for file in self.site.maps(pages):
            yield self._stage.put(file.path, file.make())

    @cached_property
    def site(self) -> Site:
        """The site, as this process makes it."""
        from hub.kept.watched import Watched
        from hub.site import Site

        plan = self._plan
        return Site(
            cast("Hub", Watched(plan.hub)),
            plan.today,
            media=plan.media,
            framed=self._taken,
            published=plan.published,
        )

    def addresses(self) -> list[str]:
        """Those of all the pages."""
        return [sheet.address for sheet in self._sheets]

    @cached_property
    def _sheets(self) -> list[Sheet]:
        """The pages in the order of their addresses, in which the search takes them."""
        return sorted(self.site.sheets, key=lambda sheet: sheet.address)

    @cached_property
    def _tracing(self) -> Tracing:
        from hub.kept.tracing import Tracing

        return Tracing(self._plan.kept.book, self._plan.hub, self.site.tools)

    def _taken(self) -> Frames:
        from hub.engine import DamagedError, Frames

        try:
            return self._frames or Frames.loads(self._framed.take())
        except DamagedError:
            raise BesideError(
                "Le programme qui fait le cadre des pages s'est arrêté : recommencez."
            ) from None

    def _shares(self, those: Sequence[T], make: Callable[[T], Written]) -> Iterator[Task]:
        """Tasks that make all of `those`, in equal parts."""
        shares = min(max(1, len(those) // SHARE), MOST)
        for number in range(shares):
            part = those[len(those) * number // shares : len(those) * (number + 1) // shares]
            yield partial(self._share, part, make)

    def _share(self, part: Sequence[T], make: Callable[[T], Written]) -> list[Written]:
        self._framed.leave()
        return [*map(make, part)]

    def _page(self, sheet: Sheet) -> Written:
        from hub.kept.notes import is_note, said_of
        from hub.search.record import record

        path = f"{sheet.address.lstrip('/')}index.html"
        made_by = self._tracing.made_by((sheet.maker, sheet.given))
        if is_note(self._plan.kept.said(path), sheet.address) and (kept := self._kept(path, made_by)):
            return kept
        with self._tracing.noted(made_by) as trace:
            page = sheet.make(self.site.tools)
        with at_hand(sheet.address):
            placed = self._stage.put(path, self.site.frames.stamp(page))
            return Written(placed, trace(), said_of(page, record(page)))

    def _feed(self, file: File) -> Written:
        made_by = self._tracing.made_by((self._plan.today, file.make))
        if kept := self._kept(file.path, made_by):
            return kept
        with self._tracing.noted(made_by) as trace:
            data = file.make()
        return Written(self._stage.put(file.path, data), trace())

    def _kept(self, path: str, made_by: str) -> Written | None:
        """The file as it is published, where it would be made the same again."""
        entry = self._tracing.entry(path, made_by)
        placed = entry and self._stage.keep(entry.placed)
        return Written(placed, AS_BEFORE) if placed else None

    def _others(self) -> list[Written]:
        self._framed.leave()
        return [Written(self._stage.put(file.path, file.make())) for file in self.site.others()]


def _gives_text(sheet: Sheet) -> bool:
    """Whether the page shows a thing whose text feeds give too."""
    return any(isinstance(thing, Entity) and kind_of(thing).feed for thing in sheet.given)
