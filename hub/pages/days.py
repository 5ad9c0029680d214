"""A month with so many dates that each of its days has a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hub.markup import dates
from hub.model.event import EVENT, Occurrence
from hub.model.months import Month, month_address
from hub.pages.links import Link
from hub.pages.page import Page, Pages
from hub.pages.portions import MOST, Portion, numbered, portions
from hub.pages.sheet import Sheet
from hub.pages.times import thinned


class Day(NamedTuple):
    """A day and what takes place."""

    date: dt.date
    times: list[Occurrence]

    @property
    def address(self) -> str:
        return f"/agenda/{self.date:%Y/%m/%d}/"

    @property
    def link(self) -> Link:
        """« samedi 3 octobre (53) »."""
        return Link(self.address, f"{self.words} ({len(self.times)})")

    @property
    def words(self) -> str:
        """« samedi 3 octobre »."""
        return f"{dates.DAYS[self.date.weekday()]} {dates.day(self.date, year=False)}"


def by_day(month: Month, times: Sequence[Occurrence]) -> list[Day]:
    """The days of a month that has too many dates for a page, those without any left out; else nothing."""
    if len(thinned(list(times))) <= MOST:
        return []
    days: dict[dt.date, list[Occurrence]] = {}
    for once in times:
        for day in once.days():
            if (day.year, day.month) == month:
                days.setdefault(day, []).append(once)
    return [Day(day, days[day]) for day in sorted(days)]


def sheets(days: Sequence[Day]) -> Iterator[Sheet]:
    """The pages of these days, which are in order, each with its neighbours."""
    around = [None, *days, None]
    for (before, day), (_, after) in pairwise(pairwise(around)):
        assert day
        for part in portions(day.address, day.times):
            yield Sheet(part.address, _page, (day.date, part, _named(before), _named(after)))


def _named(day: Day | None) -> Link | None:
    return day and Link(day.address, day.words)


def _page(
    tools: Pages, date: dt.date, part: Portion[Occurrence], previous: Link | None, following: Link | None
) -> Page:
    words = dates.day(date)
    return tools.page(
        "jour.html",
        part.address,
        f"Agenda du {words}{part.words}",
        f"Les dates de la vie associative du {dates.long_day(date)}{part.words}.",
        EVENT.base,
        shell="jour" if part.number == 1 else "jour-suite",
        times=part.things,
        parts=numbered(part),
        month=Link(month_address((date.year, date.month)), dates.month(date.year, date.month)),
        previous=previous,
        following=following,
    )
