"""Who will be told: the messages that each feed will have, by their GUIDs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.changes.followers import Message, Place, When
from hub.feeds.item import guid
from hub.feeds.telling import telling_of
from hub.feeds.volumes import volumes
from hub.model import Hub
from hub.model.archive import is_news
from hub.model.channels import Channel
from hub.model.subscriptions import subscriptions


class _Feed(NamedTuple):
    """A feed as it stands on a day: its messages, by GUID, each with when it is told."""

    place: Place
    told: dict[str, tuple[Any, When]]


def messages(before: Hub, after: Hub, today: dt.date) -> list[Message]:
    """The messages that feeds have and had not, or had and have no longer; those that are told first."""
    old, new = _Feeds(before, today), _Feeds(after, today)
    feeds: dict[tuple[str, When], list[Place]] = defaultdict(list)
    things: dict[str, Any] = {}
    for address in dict.fromkeys((*old.feeds, *new.feeds)):
        had, has = (side.feeds.get(address) for side in (old, new))
        for name, when, thing, place in _turns(had, has):
            feeds[name, when].append(place)
            things[name] = thing
    made = [
        _message(after, things[name], name, when, tuple(places)) for (name, when), places in feeds.items()
    ]
    rank = {when: number for number, when in enumerate(When)}
    return sorted(made, key=lambda one: (rank[one.when], -one.day.toordinal(), one.guid))


def _turns(had: _Feed | None, has: _Feed | None) -> Iterator[tuple[str, When, Any, Place]]:
    """(GUID, when, thing, feed) of each message of a feed that is another; a feed that is gone takes back
    none: its readers are told nothing more, which its lost address says."""
    if has is None:
        return
    known = had.told if had else {}
    for name, (thing, when) in has.told.items():
        former = known.get(name)
        if former is None or (former[1] is When.LATER and when is not When.LATER):
            yield name, when, thing, has.place
    for name, (thing, when) in known.items():
        if name not in has.told and when is not When.SILENT:
            yield name, When.WITHDRAWN, thing, has.place


def _message(hub: Hub, thing: Any, name: str, when: When, feeds: tuple[Place, ...]) -> Message:
    title = telling_of(thing).title(thing)
    return Message(name, title, hub.site.absolute(thing.address), when, thing.publie_le.first, feeds)


class _Feeds:
    """The feeds of a hub, by their addresses."""

    def __init__(self, hub: Hub, today: dt.date) -> None:
        self._today = today
        self._guids = {id(one): guid(hub, one) for one in hub.publications if is_news(one)}
        self.feeds = {channel.address: self._feed(channel, things) for channel, things in subscriptions(hub)}

    def _feed(self, channel: Channel, things: list[Any]) -> _Feed:
        news = [one for one in things if id(one) in self._guids]
        news.sort(key=lambda one: one.id)
        news.sort(key=lambda one: one.publie_le.first, reverse=True)
        later = [one for one in news if one.publie_le.first > self._today]
        newest, *archives = volumes(channel, news[len(later) :], self._today.year)
        told = {self._guids[id(one)]: (one, When.LATER) for one in later}
        told |= {self._guids[id(one)]: (one, When.SILENT) for volume in archives for one in volume.things}
        told |= {self._guids[id(one)]: (one, When.NOW) for one in newest.things}
        return _Feed(Place(channel.title, channel.address), told)
