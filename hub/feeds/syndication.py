"""The feeds, in every format: each item is written once, and put into all the feeds that announce it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from hub.at_hand import at_hand
from hub.feeds import jsonfeed, rss
from hub.feeds.item import Item, cited, item
from hub.feeds.sheet import Sheet
from hub.feeds.telling import feed_of
from hub.feeds.volumes import Volume, volumes
from hub.markup import Renderer
from hub.model import Hub
from hub.model.archive import is_news
from hub.model.channels import JSON, Form
from hub.model.subscriptions import subscriptions


def sheets(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[Sheet]:
    """The feeds of the town, and one an association: even one that has nothing to announce yet, since that
    is when people subscribe to hear of it."""
    writer = _Writer(hub, today, renderer)
    ranks = {id(thing): rank for rank, thing in enumerate(newest(hub, today))}
    for channel, things in subscriptions(hub):
        announced = sorted((t for t in things if id(t) in ranks), key=lambda t: ranks[id(t)])
        for volume in volumes(channel, announced, today.year):
            for form in channel.forms:
                yield channel.at(form, volume.archive).lstrip("/"), partial(writer.document, volume, form)


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
    """Writes each thing once a format for the feeds of the town, and once for those that cite it; things are
    told by identity."""

    def __init__(self, hub: Hub, today: dt.date, renderer: Renderer) -> None:
        self._hub, self._today = hub, today
        self._of_thing = partial(item, hub, renderer=renderer, today=today)
        self._items: dict[int, Item] = {}
        self._entries: dict[tuple[int, bool, Form], str] = {}

    def document(self, volume: Volume, form: Form) -> bytes:
        """A document of a feed in a format."""
        cites = volume.channel.cites
        entries = [self._entry(thing, cites, form) for thing in volume.things]
        if form is JSON:
            return jsonfeed.document(self._hub, volume, entries)
        updated = max((self._items[id(thing)].updated for thing in volume.things), default=self._today)
        return rss.document(self._hub, volume, form, updated, entries)

    def _entry(self, thing: Any, cites: bool, form: Form) -> str:
        """The entry of a thing; of minutes in a feed that `cites`, without their text."""
        key = id(thing), cites, form
        if key not in self._entries:
            one = self._item(thing)
            one = cited(one) if cites and feed_of(thing).cited else one
            self._entries[key] = jsonfeed.entry(one) if form is JSON else rss.entry(one, form)
        return self._entries[key]

    def _item(self, thing: Any) -> Item:
        if id(thing) not in self._items:
            with at_hand(thing.address):
                self._items[id(thing)] = self._of_thing(thing)
        return self._items[id(thing)]
