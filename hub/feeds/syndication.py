"""The feeds, in every format: each item is written once, and put into all the feeds that announce it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from hub.feeds import jsonfeed, rss
from hub.feeds.item import Item, cited, item
from hub.feeds.volumes import Volume, volumes
from hub.markup import Renderer
from hub.model import Hub
from hub.model.channels import ATOM, JSON, RSS, subscriptions
from hub.model.minutes import Minutes


class Written(NamedTuple):
    """An item in the three formats, and the day it last changed."""

    rss: str
    atom: str
    json: str
    updated: dt.date


def files(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """The feeds of the town, and one an association: even one that has nothing to announce yet, since that
    is when people subscribe to hear of it."""
    writer = _Writer(hub, today, renderer)
    for channel, things in subscriptions(hub):
        for volume in volumes(channel, newest(things, today), today.year):
            entries = [writer.entry(thing, channel.cites) for thing in volume.things]
            yield from _documents(hub, volume, entries)


class _Writer:
    """Writes each thing once, and its citation once where feeds cite it."""

    def __init__(self, hub: Hub, today: dt.date, renderer: Renderer) -> None:
        self._of_thing = partial(item, hub, renderer=renderer, today=today)
        self._items: dict[str, Item] = {}
        self._written: dict[tuple[str, bool], Written] = {}

    def entry(self, thing: Any, cites: bool) -> Written:
        """The entry of a thing; of minutes that are cited, without their text."""
        key = thing.address, cites and isinstance(thing, Minutes)
        if key not in self._written:
            one = self._item(thing)
            one = cited(one) if key[1] else one
            self._written[key] = Written(*rss.entries(one), jsonfeed.entry(one), one.updated)
        return self._written[key]

    def _item(self, thing: Any) -> Item:
        if thing.address not in self._items:
            self._items[thing.address] = self._of_thing(thing)
        return self._items[thing.address]


def newest(things: Iterable[Any], today: dt.date) -> list[Any]:
    """Those that are published on that day, newest first: nothing that is yet to come."""
    published = [thing for thing in things if thing.publie_le and thing.publie_le.first <= today]
    published.sort(key=lambda t: t.id)
    published.sort(key=lambda t: t.publie_le.first, reverse=True)
    return published


def _documents(hub: Hub, volume: Volume, entries: list[Written]) -> Iterator[tuple[str, bytes]]:
    """A document of a feed in each format, with its path."""
    updated = max((entry.updated for entry in entries), default=None)
    documents = {
        RSS: rss.rss(hub, volume, updated, [entry.rss for entry in entries]),
        ATOM: rss.atom(hub, volume, updated, [entry.atom for entry in entries]),
        JSON: jsonfeed.feed(hub, volume, [entry.json for entry in entries]),
    }
    for form, data in documents.items():
        yield volume.channel.at(form, volume.archive).lstrip("/"), data
