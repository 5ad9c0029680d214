"""A month as a grid: weeks of days, Monday first, each with what takes place. The page and the sheet for a
wall are made of the same."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hub.markup import dates
from hub.model.event import Occurrence
from hub.model.months import Month

Week = list["Day | None"]
"""Seven days; None for those of the months beside."""

A_DAY = dt.timedelta(days=1)


class Entry(NamedTuple):
    """An occurrence in a day; `hour`, in words, is on its first day only, and where it is known.

    What is `long` is of several days, or comes back nearly every day: `again` says that an earlier day told
    it already, `goes_on` that the day before did. `run` is on how many days of the week it is from this one
    on; `until` tells the last day of what lasts several, in words.
    """

    occurrence: Occurrence
    hour: str
    long: bool = False
    again: bool = False
    goes_on: bool = False
    run: int = 1
    until: str = ""


class Day(NamedTuple):
    """A day of the month, from 1, and what takes place; whether it is `past`, or `today`."""

    number: int
    entries: list[Entry]
    past: bool = False
    today: bool = False

    @property
    def quiet(self) -> bool:
        """Whether nothing is told of it that an earlier day did not."""
        return all(one.again for one in self.entries)


def weeks(month: Month, occurrences: Iterable[Occurrence], today: dt.date = dt.date.min) -> list[Week]:
    """The weeks that the month touches; an occurrence of several days is in each of them.

    What is long comes first in a day, so that it runs on one line; the day that is `today` tells it anew.
    """
    days: dict[int, list[Occurrence]] = {}
    for occurrence in occurrences:
        for day in occurrence.days():
            if (day.year, day.month) == month:
                days.setdefault(day.day, []).append(occurrence)
    told = dict(_told(month, days, today))
    return [
        [_day(dt.date(*month, number), told, today) if number else None for number in week]
        for week in calendar.Calendar().monthdayscalendar(*month)
    ]


def _day(date: dt.date, told: dict[int, list[Entry]], today: dt.date) -> Day:
    return Day(date.day, told.get(date.day, []), past=date < today, today=date == today)


def _told(
    month: Month, days: dict[int, list[Occurrence]], today: dt.date
) -> Iterator[tuple[int, list[Entry]]]:
    """The entries of each day, in their order, beside its number."""
    known: dict[int, dt.date] = {}  # by what the event is: two may have the same words
    for number in sorted(days):
        date = dt.date(*month, number)
        if date == today:
            known.clear()
        those = sorted(days[number], key=lambda once: (not is_long(once), once.debut))
        yield number, [_entry(once, date, known) for once in those]
        known |= {id(once.event): date for once in those if is_long(once)}


def is_long(once: Occurrence) -> bool:
    """Whether it is of several days, or one of those that come back nearly every day."""
    return once.event.dense or once.last_day > once.debut.first


def _entry(once: Occurrence, date: dt.date, known: dict[int, dt.date]) -> Entry:
    time = once.debut.time
    hour = dates.hour(time) if time and date == once.debut.first else ""
    long, last = is_long(once), known.get(id(once.event))
    again = long and last is not None and not once.change
    run = min((_last(once) - date).days, 6 - date.weekday()) + 1
    return Entry(once, hour, long, again, again and last == date - A_DAY, run, _until(once))


def _last(once: Occurrence) -> dt.date:
    """The last day of what goes on day after day."""
    return once.event.daily or once.last_day


def _until(once: Occurrence) -> str:
    """« jusqu’au 28 novembre », of what goes on for several days."""
    first, last = once.debut.first, _last(once)
    return f"jusqu’au {dates.day(last, year=last.year != first.year)}" if last > first else ""
