"""RSS 2.0 (rssboard.org/rss-specification), by feedgen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from feedgen.feed import FeedGenerator

from hub.feeds.item import Item, item
from hub.markup import Renderer
from hub.model import Hub
from hub.model.channels import FEEDS, Channel
from hub.model.dates import PARIS

NEWEST = 50
"""Items in a feed: readers keep the older ones, and a feed is fetched every hour."""

MIDNIGHT = dt.time()
"""A day of publication has no hour: its first one, so that nothing is ever dated in the future."""


def files(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """The feeds of `FEEDS`; an item is written once and shared between them."""
    items: dict[int, Item] = {}

    def item_of(thing: Any) -> Item:
        if id(thing) not in items:
            items[id(thing)] = item(hub, thing, renderer)
        return items[id(thing)]

    for channel in FEEDS:
        things = newest(hub, channel, today)
        yield channel.address.lstrip("/"), _rss(hub, channel, [item_of(thing) for thing in things])


def newest(hub: Hub, channel: Channel, today: dt.date) -> list[Any]:
    """What the channel announces on that day, newest first: nothing that is yet to come."""
    things = [
        thing
        for kind in channel.kinds
        for thing in getattr(hub, kind)
        if thing.publie_le and thing.publie_le.first <= today
    ]
    things.sort(key=lambda t: t.id)
    things.sort(key=lambda t: t.publie_le.first, reverse=True)
    return things[:NEWEST]


def _rss(hub: Hub, channel: Channel, items: list[Item]) -> bytes:
    feed = FeedGenerator()
    feed.title(f"{channel.title} – {hub.site.site_name}")
    feed.description(channel.explanation)
    # feedgen keeps the link added last as the channel's own: `self` first.
    feed.link(href=hub.site.absolute(channel.address), rel="self", type="application/rss+xml")
    feed.link(href=hub.site.absolute(channel.address.rpartition("/")[0] + "/"), rel="alternate")
    feed.language("fr")
    feed.generator("hub")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.lastBuildDate(_published(items[0].published) if items else _published(dt.date(1970, 1, 1)))
    for one in items:
        entry = feed.add_entry(order="append")
        entry.guid(one.guid, permalink=False)
        entry.title(one.title)
        entry.link(href=one.address)
        entry.description(one.summary)
        entry.content(one.content, type="CDATA")
        entry.category(term=one.category)
        entry.pubDate(_published(one.published))
    return bytes(feed.rss_str(pretty=True))


def _published(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, MIDNIGHT, PARIS)
