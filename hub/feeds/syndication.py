"""The feeds, in every format: each item is written once, and put into all the feeds that announce it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from hub.aside import Aside
from hub.at_hand import at_hand
from hub.feeds import jsonfeed
from hub.feeds.item import Item, cited, item, updated
from hub.feeds.sheet import Sheet
from hub.feeds.telling import feed_of
from hub.feeds.volumes import NEWEST, Volume, volumes
from hub.markup import Renderer
from hub.model import Hub
from hub.model.archive import is_news
from hub.model.channels import JSON, Form
from hub.model.subscriptions import subscriptions
from hub.remembered import remembered


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
    """Writes each thing once a format, and its citation once where feeds cite it; things are told by
    identity."""

    given = ()

    def __init__(self, hub: Hub, today: dt.date, renderer: Renderer) -> None:
        self._hub, self._today = hub, today
        self._of_thing = partial(item, hub, renderer=renderer, today=today)
        self._item = remembered(self._made, key=id, most=2 * NEWEST)
        self._cited = remembered(partial(self._made, whole=False), key=id, most=2 * NEWEST)
        self._entry = remembered(
            self._written, key=lambda thing, cites, form: (id(thing), cites, form), aside=Aside()
        )

    def document(self, volume: Volume, form: Form) -> bytes:
        """A document of a feed in a format."""
        cites = volume.channel.cites
        entries = [self._entry(thing, cites and feed_of(thing).cited, form) for thing in volume.things]
        if form is JSON:
            return jsonfeed.document(self._hub, volume, entries)
        from hub.feeds import rss

        changed = max((updated(thing, self._today) for thing in volume.things), default=self._today)
        return rss.document(self._hub, volume, form, changed, entries)

    def _written(self, thing: Any, cited_: bool, form: Form) -> str:
        """The entry of a thing; without its text where it is only `cited_`."""
        from hub.feeds import rss  # with feedgen and lxml: in most builds few processes write any

        one = cited(self._cited(thing)) if cited_ else self._item(thing)
        zone = self._hub.site.zone
        return jsonfeed.entry(one, zone) if form is JSON else rss.entry(one, form, zone)

    def _made(self, thing: Any, *, whole: bool = True) -> Item:
        with at_hand(thing.address):
            return self._of_thing(thing, whole=whole)
