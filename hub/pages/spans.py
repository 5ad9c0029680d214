"""The dates to come as people think of them: what is on now, today, this week-end, next week, in a month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from hub.markup import dates
from hub.markup.running import running
from hub.model.dates import Moment
from hub.model.event import Occurrence

_DAY = re.compile(r"(.*?)([0-9]{1,2}(?:er)?)( .*?)(?: [0-9]{4})?")

SATURDAY = 5
"""`date.weekday()`."""


class DayOf(NamedTuple):
    """A day of a span, or what is known of one, or the last day of what is `running`: its leaf, its words,
    what takes place then."""

    leaf: Moment
    words: str
    running: bool
    times: list[Occurrence]

    @property
    def parts(self) -> tuple[str, str, str]:
        """Its words before the number of its day, this number, and those after it, without the year, which
        its span says; all of them first where no day is known."""
        found = _DAY.fullmatch(self.words) if self.leaf.day else None
        return (found[1], found[2], found[3]) if found else (self.words, "", "")


class Span(NamedTuple):
    """Some time to come: its place in the page, its title, its days, each of which holds something."""

    anchor: str
    title: str
    days: list[DayOf]

    @property
    def times(self) -> list[Occurrence]:
        """What takes place then, in order."""
        return [once for day in self.days for once in day.times]


def spans(times: Iterable[Occurrence], today: dt.date) -> list[Span]:
    """These times, which are in order, by when they are; no span is empty."""
    told = sorted(((_when(once, today), once) for once in times), key=lambda one: one[0][0])
    return [
        Span(anchor, title, list(days_of([once for _, once in those], today)))
        for (_, anchor, title), those in groupby(told, key=lambda one: one[0])
    ]


def days_of(times: Iterable[Occurrence], today: dt.date) -> Iterator[DayOf]:
    """These times, day by day; what is running by its last day."""
    leaves = [(_leaf(once, today), once) for once in times]
    for (leaf, under_way), those in groupby(leaves, key=lambda one: one[0]):
        words = f"jusqu’au {dates.long_day(leaf.first)}" if under_way else dates.moment(leaf)
        yield DayOf(leaf, words, under_way, [once for _, once in those])


def _leaf(once: Occurrence, today: dt.date) -> tuple[Moment, bool]:
    """The day by which a time is found, without its hour, and whether it is running."""
    found = running(once, today)
    first = once.debut
    return (found.last, True) if found else (Moment(first.year, first.month, first.day), False)


def _when(once: Occurrence, today: dt.date) -> tuple[int, str, str]:
    """The rank of a span, its anchor and its title."""
    if running(once, today):
        return 0, "en-ce-moment", "En ce moment"
    if once.debut.whole:
        monday = today - dt.timedelta(today.weekday())
        if found := _near(max(once.debut.first, today), today, monday):
            return found
    return _of_month(once, today)


def _near(day: dt.date, today: dt.date, monday: dt.date) -> tuple[int, str, str] | None:
    """The span of a day of this week or of the next one."""
    if day == today:
        return 1, "aujourd-hui", f"Aujourd’hui, {dates.long_day(day)}"
    if day == today + dt.timedelta(1):
        return 2, "demain", f"Demain, {dates.long_day(day)}"
    week = (day - monday).days // 7
    if week == 0:
        late = day.weekday() >= SATURDAY
        return (4, "ce-week-end", "Ce week-end") if late else (3, "cette-semaine", "Cette semaine")
    return (5, "semaine-prochaine", "La semaine prochaine") if week == 1 else None


def _of_month(once: Occurrence, today: dt.date) -> tuple[int, str, str]:
    first = max(once.debut.first, today)
    words = dates.month(first.year, first.month)
    months = (first.year - today.year) * 12 + first.month - today.month
    if once.debut.month is None:
        return 10_000, "sans-date", "Date à préciser"
    title = f"Plus tard en {words.partition(' ')[0]}" if not months else words.capitalize()
    return 10 + months, f"mois-{first:%Y-%m}", title
