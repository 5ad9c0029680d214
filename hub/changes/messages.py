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

AT_A_TIME = 200
"""Things, or feeds, that are looked at in one go: somebody may wait."""


class _Feed(NamedTuple):
    """A feed as it stands on a day: its messages, by GUID, each with when it is told."""

    place: Place
    told: dict[str, tuple[Any, When]]


def messages(before: Hub, after: Hub, today: dt.date) -> Iterator[list[Message] | None]:
    """None after some feeds, in the end the messages that feeds have and had not, or had and have no longer;
    those that are told first."""
    old, new = (hub.once(_by_day).setdefault(today, _Feeds(hub, today)) for hub in (before, after))
    for side in (old, new):
        yield from side.steps()
    feeds: dict[tuple[str, When], list[Place]] = defaultdict(list)
    things: dict[str, Any] = {}
    known = old.guids
    for address, has in new.feeds.items():
        for name, when, thing in _turns(old.feeds.get(address), has, known):
            feeds[name, when].append(has.place)
            things[name] = thing
    rank = {when: number for number, when in enumerate(When)}
    made = [_message(after, things[name], name, when, places) for (name, when), places in feeds.items()]
    yield sorted(made, key=lambda one: (rank[one.when], -one.day.toordinal(), one.guid))


def _turns(had: _Feed | None, has: _Feed, before: frozenset[str]) -> Iterator[tuple[str, When, Any]]:
    """(GUID, when, thing) of each message of a feed that is another.

    Nobody follows a feed that was not there: what others had before is no news. A feed that is gone takes
    back nothing: its readers are told nothing more, which its lost address says."""
    known = had.told if had else {}
    for name, (thing, when) in has.told.items():
        former = known.get(name)
        if former is None:
            comes = had is not None or name not in before
        else:
            comes = former[1] is When.LATER and when is not When.LATER
        if comes:
            yield name, when, thing
    for name, (thing, when) in known.items():
        if name not in has.told and when is not When.SILENT:
            yield name, When.WITHDRAWN, thing


def _message(hub: Hub, thing: Any, name: str, when: When, feeds: list[Place]) -> Message:
    title, address = telling_of(thing).title(thing), hub.site.absolute(thing.address)
    return Message(name, title, address, when, thing.publie_le.first, tuple(feeds))


def _by_day(hub: Hub) -> dict[dt.date, _Feeds]:
    """The feeds of a hub, by the day: many edits are compared with one base."""
    return {}


class _Feeds:
    """The feeds of a hub, by their addresses."""

    def __init__(self, hub: Hub, today: dt.date) -> None:
        self._hub, self._today = hub, today
        self._names: dict[int, str] = {}
        self.feeds: dict[str, _Feed] = {}
        self._whole = False

    @property
    def guids(self) -> frozenset[str]:
        """The GUIDs of all messages."""
        return frozenset(self._names.values())

    def steps(self) -> Iterator[None]:
        """Read the feeds, some at a time, unless they are read."""
        if self._whole:
            return
        for number, thing in enumerate(self._hub.publications, 1):
            if is_news(thing):
                self._names[id(thing)] = guid(self._hub, thing)
            if number % AT_A_TIME == 0:
                yield
        for number, (channel, things) in enumerate(subscriptions(self._hub), 1):
            self.feeds[channel.address] = self._feed(channel, things)
            if number % AT_A_TIME == 0:
                yield
        self._whole = True

    def _feed(self, channel: Channel, things: list[Any]) -> _Feed:
        news = [one for one in things if id(one) in self._names]
        news.sort(key=lambda one: one.id)
        news.sort(key=lambda one: one.publie_le.first, reverse=True)
        later = [one for one in news if one.publie_le.first > self._today]
        newest, *archives = volumes(channel, news[len(later) :], self._today.year)
        told = {self._names[id(one)]: (one, When.LATER) for one in later}
        told |= {self._names[id(one)]: (one, When.SILENT) for volume in archives for one in volume.things}
        told |= {self._names[id(one)]: (one, When.NOW) for one in newest.things}
        return _Feed(Place(channel.title, channel.address), told)
