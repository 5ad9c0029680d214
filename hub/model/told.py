"""What is announced of each kind, in the order in which it was published: an issue tells some weeks of it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from hub.model.archive import is_news
from hub.model.event import EVENT, Event
from hub.model.hub import Hub
from hub.model.kinds import KINDS


class Told(NamedTuple):
    """Things of a kind, and the day on which each was published, in order; archives are not announced."""

    days: list[dt.date]
    things: list[Any]

    def between(self, since: dt.date, day: dt.date) -> list[Any]:
        """What was published after `since`, and by `day`; oldest first, as it happened."""
        return self.things[bisect_right(self.days, since) : bisect_right(self.days, day)]


class Spanned(NamedTuple):
    """An event, and days that all its times are between, as far as they are known without unfolding it."""

    event: Event
    first: dt.date
    last: dt.date


def told(hub: Hub) -> Mapping[str, Told]:
    """What is announced, by the attribute of its kind; looked for once, not for each issue."""
    return hub.once(_told)


def _told(hub: Hub) -> dict[str, Told]:
    return {kind.attribute: _sorted(hub.of(kind)) for kind in KINDS if "publie_le" in kind.model.model_fields}


def _sorted(things: Iterable[Any]) -> Told:
    found = sorted(filter(is_news, things), key=lambda one: (one.publie_le.first, one.id))
    return Told([one.publie_le.first for one in found], found)


def spanned(hub: Hub) -> Told:
    """The same of events, as `Spanned`."""
    return hub.once(_spanned)


def _spanned(hub: Hub) -> Told:
    events = told(hub)[EVENT.attribute]
    return Told(events.days, [_span(event) for event in events.things])


def _span(event: Event) -> Spanned:
    if event.recurrence:
        return Spanned(event, dt.date.min, dt.date.max)
    ends = event.fin.last if event.fin else event.debut.last
    return Spanned(event, event.debut.first, max(event.debut.last, ends))
