"""The times that events take place, month by month."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from hub.model.event import Occurrence
from hub.model.hub import Hub

AHEAD = dt.timedelta(days=366)
"""How far an event without end is shown."""

Month = tuple[int, int]
"""A year and a month's number, from 1."""


def year_address(year: int) -> str:
    """The address of a year of the calendar."""
    return f"/agenda/{year:04}/"


def month_address(month: Month) -> str:
    """The address of a month of the calendar."""
    return f"{year_address(month[0])}{month[1]:02}/"


def by_month(hub: Hub, today: dt.date) -> dict[Month, list[Occurrence]]:
    """Occurrences whose month is known, each in every month it touches; months and times in order."""
    months: dict[Month, list[Occurrence]] = defaultdict(list)
    horizon = today + AHEAD
    for event in hub.events:
        last = max(horizon, event.debut.last, event.fin.last if event.fin else event.debut.last)
        for once in event.occurrences(event.debut.first, last):
            if once.debut.month is None:
                continue
            touched = {(day.year, day.month) for day in once.days()}
            for month in touched or {month_of(once)}:
                months[month].append(once)
    return {month: sorted(months[month], key=order) for month in sorted(months)}


def order(once: Occurrence) -> tuple[object, str]:
    """Times one after another, those of one moment by the key of what takes place."""
    return once.debut, once.event.id


def month_of(once: Occurrence) -> Month:
    """The month in which it begins, which is known."""
    assert once.debut.month
    return once.debut.year, once.debut.month
