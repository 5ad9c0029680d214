"""A month as a grid: weeks of days, Monday first, each with what takes place."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from typing import NamedTuple

from hub.markup import dates
from hub.model.event import Occurrence

Week = list["Day | None"]
"""Seven days; None for those of the months beside."""


class Entry(NamedTuple):
    """An occurrence in a day; `hour`, in words, is on its first day only, and where it is known."""

    occurrence: Occurrence
    hour: str


class Day(NamedTuple):
    """A day of the month, from 1, and what takes place."""

    number: int
    entries: list[Entry]


def weeks(year: int, month: int, occurrences: Iterable[Occurrence]) -> list[Week]:
    """The weeks that the month touches; an occurrence of several days is in each of them."""
    days: dict[int, list[Entry]] = {}
    for occurrence in occurrences:
        for day in occurrence.days():
            if (day.year, day.month) == (year, month):
                days.setdefault(day.day, []).append(_entry(occurrence, first=day == occurrence.debut.first))
    return [
        [Day(number, days.get(number, [])) if number else None for number in week]
        for week in calendar.Calendar().monthdayscalendar(year, month)
    ]


def _entry(occurrence: Occurrence, *, first: bool) -> Entry:
    time = occurrence.debut.time
    return Entry(occurrence, dates.hour(time) if first and time else "")
