"""The feeds, in every format: each item is written once, and put into all the feeds that announce it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from hub.at_hand import at_hand
from hub.feeds import jsonfeed, rss
from hub.feeds.item import Item, cited, item
from hub.feeds.telling import feed_of
from hub.feeds.volumes import Volume, volumes
from hub.markup import Renderer
from hub.model import Hub
from hub.model.archive import is_news
from hub.model.channels import ATOM, JSON, RSS
from hub.model.subscriptions import subscriptions


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
    ranks = {id(thing): rank for rank, thing in enumerate(newest(hub, today))}
    for channel, things in subscriptions(hub):
        announced = sorted((t for t in things if id(t) in ranks), key=lambda t: ranks[id(t)])
        for volume in volumes(channel, announced, today.year):
            entries = [writer.entry(thing, channel.cites) for thing in volume.things]
            yield from _documents(hub, volume, entries, today)


def newest(hub: Hub, today: dt.date) -> list[Any]:
    """What is published on that day, newest first: nothing that is yet to come, nor what is an archive."""
    published = [one for one in hub.publications if is_news(one) and _day(one) <= today]
    published.sort(key=lambda one: one.id)
    published.sort(key=_day, reverse=True)
    return published


def _day(thing: Any) -> dt.date:
    day: dt.date = thing.publie_le.first
    return day


class _Writer:
    """Writes each thing once, and its citation once where feeds cite it; things are told by identity."""

    def __init__(self, hub: Hub, today: dt.date, renderer: Renderer) -> None:
        self._of_thing = partial(item, hub, renderer=renderer, today=today)
        self._items: dict[int, Item] = {}
        self._written: dict[tuple[int, bool], Written] = {}

    def entry(self, thing: Any, cites: bool) -> Written:
        """The entry of a thing; of minutes that are cited, without their text."""
        key = id(thing), cites and feed_of(thing).cited
        if key not in self._written:
            one = self._item(thing)
            one = cited(one) if key[1] else one
            self._written[key] = Written(*rss.entries(one), jsonfeed.entry(one), one.updated)
        return self._written[key]

    def _item(self, thing: Any) -> Item:
        if id(thing) not in self._items:
            with at_hand(thing.address):
                self._items[id(thing)] = self._of_thing(thing)
        return self._items[id(thing)]


def _documents(
    hub: Hub, volume: Volume, entries: list[Written], today: dt.date
) -> Iterator[tuple[str, bytes]]:
    """A document of a feed in each format, with its path."""
    updated = max((entry.updated for entry in entries), default=today)
    of_rss, of_atom = rss.documents(
        hub, volume, updated, [entry.rss for entry in entries], [entry.atom for entry in entries]
    )
    of_json = jsonfeed.feed(hub, volume, [entry.json for entry in entries])
    for form, data in ((RSS, of_rss), (ATOM, of_atom), (JSON, of_json)):
        yield volume.channel.at(form, volume.archive).lstrip("/"), data
