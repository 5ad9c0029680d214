"""The times that events take place, as people look for them: what is coming, by month, by year."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from hub.markup import dates
from hub.model import Hub
from hub.model.event import Event, Occurrence
from hub.model.months import AHEAD, Month, month_of, order
from hub.pages.page import Pages, shared


def coming(hub: Hub, today: dt.date) -> list[Occurrence]:
    """The occurrences not yet over, in order; of what takes place nearly each day, the next one."""
    return thinned(_ordered(o for event in hub.events for o in event.occurrences(today, today + AHEAD)))


@shared
def to_come(tools: Pages) -> list[Occurrence]:
    """All that is `coming`, once for the pages that show some of it."""
    return coming(tools.hub, tools.today)


def thinned(times: list[Occurrence]) -> list[Occurrence]:
    """These times, which are in order, without those that would hide the others: an exhibition open each
    day is in a list once."""
    dense = next_of_each(once for once in times if once.event.dense)
    return _ordered([*(once for once in times if not once.event.dense), *dense]) if dense else times


def next_of_each(times: Iterable[Occurrence]) -> list[Occurrence]:
    """Of each event the first of these times, which are in order; one that takes place, if there is one."""
    first: dict[str, Occurrence] = {}
    for once in times:
        known = first.setdefault(once.event.id, once)
        if known.annule and not once.annule:
            first[once.event.id] = once
    return _ordered(first.values())


def _ordered(times: Iterable[Occurrence]) -> list[Occurrence]:
    return sorted(times, key=order)


class Held(NamedTuple):
    """What is over of a month, newest first."""

    month: Month
    times: list[Occurrence]


class Regular(NamedTuple):
    """An event of which several times of a year are over, and when, in words."""

    event: Event
    words: str


class Past(NamedTuple):
    """What is over of a year: what came back apart, or a weekly class would hide the rest."""

    months: list[Held]
    regular: list[Regular]


def past(months: dict[Month, list[Occurrence]], year: int, today: dt.date) -> Past:
    """What is over of a year, in the month it began; a time that was cancelled is no time of a series."""
    over = [
        once
        for month, times in months.items()
        if month[0] == year
        for once in times
        if month_of(once) == month and once.last_day < today
    ]
    series: dict[str, list[Occurrence]] = defaultdict(list)
    for once in over:
        series[once.event.id].append(once)
    once_only = [times[0] for times in series.values() if len(times) == 1]
    newest = sorted(once_only, key=order, reverse=True)
    several = [times for times in series.values() if len(times) > 1]
    return Past(
        [Held(month, list(times)) for month, times in groupby(newest, month_of)],
        [_regular(times) for times in several],
    )


def _regular(times: list[Occurrence]) -> Regular:
    """A series, and the days on which it was to take place; its state, where every one was cancelled."""
    kept = [once.debut.first for once in times if not once.annule]
    if kept:
        return Regular(times[0].event, dates.several(kept))
    words = dates.several([once.debut.first for once in times])
    return Regular(times[0].event, words if times[0].event.annule else f"{words}, annulé")
