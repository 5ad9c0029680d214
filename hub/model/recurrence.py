"""How an event comes back: its rule, its dates, its exceptions, and the times that are otherwise."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated, Any, Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday
from pydantic import Field

from hub.model.change import Change, Place
from hub.model.dates import LATEST
from hub.model.fields import Entity, Moment, OneOrMore, PartialDate
from hub.model.rhythm import Frequency, Rank, Weekday

__all__ = ["Change", "Frequency", "Place", "Rank", "Recurrence", "Weekday"]

_FREQ = {
    Frequency.quotidienne: "DAILY",
    Frequency.hebdomadaire: "WEEKLY",
    Frequency.mensuelle: "MONTHLY",
    Frequency.annuelle: "YEARLY",
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_FREQUENCIES: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.quotidienne: DAILY,
    Frequency.hebdomadaire: WEEKLY,
    Frequency.mensuelle: MONTHLY,
    Frequency.annuelle: YEARLY,
}

_PERIODS = {
    Frequency.quotidienne: 1,
    Frequency.hebdomadaire: 7,
    Frequency.mensuelle: 28,
    Frequency.annuelle: 365,
}
"""The days of a period, at least."""

WEEKS_OF_A_MONTH = 5

RULES = 2_000
"""Rules that remember their times: those of a town, with some 10 kB each."""

MOST_TIMES = 1000
"""How many times an event may come back: some twenty years of a weekly class."""


class Recurrence(Entity):
    """« Chaque premier mardi du mois, sauf le 4 août », until a day or a number of times; or a list of dates.

    `dates` come besides what the rule gives, if there is one; each takes place at the hour of the first
    time, unless it says another.
    """

    frequence: Frequency | None = None
    intervalle: Annotated[int, Field(ge=1, le=60)] = 1
    jour: OneOrMore[Weekday] = ()
    rang: OneOrMore[Rank] = ()
    jusqu_a: PartialDate | None = None
    nombre: Annotated[int, Field(ge=1, le=1000)] | None = None
    dates: tuple[Moment, ...] = ()
    sauf: tuple[Moment, ...] = ()
    changements: tuple[Change, ...] = ()

    @property
    def period(self) -> dt.timedelta | None:
        """How long it takes until it comes back, at least; None for a list of dates."""
        return dt.timedelta(days=_PERIODS[self.frequence] * self.intervalle) if self.frequence else None

    @property
    def weekdays(self) -> list[Weekday]:
        """The days of the week that are named, Monday first, each once."""
        return sorted(set(self.jour), key=lambda day: day.number)

    @property
    def ranks(self) -> list[Rank]:
        """The ranks that are named, the first one first, each once."""
        return sorted(set(self.rang), key=list(Rank).index)

    def about(self, first: dt.date, until: dt.date = dt.date(LATEST, 12, 31)) -> int:
        """How many times it comes back from `first` to `until`, at most, without counting them."""
        last = min(until, self.jusqu_a.last) if self.jusqu_a else until
        times = 0
        if self.period:
            days, ranks = len(set(self.jour)), len(set(self.rang))
            if self.frequence is Frequency.mensuelle:
                ranks = ranks or WEEKS_OF_A_MONTH
            each = 1 if self.frequence is Frequency.quotidienne else max(1, days * max(1, ranks))
            times = (max(0, (last - first).days) // self.period.days + 1) * each
            times = min(times, self.nombre) if self.nombre and not self.jusqu_a else times
        return times + len(self.dates)

    def starts(self, first: Moment, since: dt.datetime, until: dt.datetime) -> list[dt.datetime]:
        """The times it has from `since` to `until`, in order; exceptions are left to the caller."""
        found = {at for at in self.listed(first) if since <= at <= until}
        if self.frequence:
            found.update(self._rule(self.frequence, first.datetime).between(since, until, inc=True))
        return sorted(found)

    def listed(self, first: Moment) -> set[dt.datetime]:
        """The times that are said one by one: `first` is of them where there is no rule."""
        own = set() if self.frequence else {first.datetime}
        return own.union(self.each(first))

    def each(self, first: Moment) -> list[dt.datetime]:
        """The times of `dates`, in the order of the source."""
        return [_at_its_hour(day, first) for day in self.dates]

    def apart(self, first: Moment) -> set[dt.datetime]:
        """The times after `first` that no rule gives: calendars have each as an event of its own."""
        others = self.listed(first) - {first.datetime}
        return others - self._ruled_around(sorted(others), first)

    def gives(self, first: Moment) -> bool:
        """Whether it comes back on `first` itself."""
        return first.datetime in self.starts(first, first.datetime, first.datetime)

    def left_out(self, first: Moment) -> set[dt.datetime]:
        """The times of `sauf`: of a day without an hour, all that it has."""
        return {at for times in self.meant(first, self.sauf) for at in times}

    def changes(self, first: Moment) -> dict[dt.datetime, Change]:
        """The times that are otherwise, by when they were planned."""
        meant = self.meant(first, (change.date for change in self.changements))
        pairs = zip(meant, self.changements, strict=True)
        return {times[0]: change for times, change in pairs if times}

    def meant(self, first: Moment, days: Iterable[Moment]) -> Iterator[list[dt.datetime]]:
        """The times of the series that each of these days, written by a clerk, may mean.

        A day on which nothing is listed is taken for one of the rule.
        """
        found = defaultdict(set)
        for at in self.listed(first) | self._ruled_around(self.each(first), first):
            found[at.date()].add(at)
        for day in days:
            ruled = [_at_its_hour(day, first)] if self.frequence else []
            yield [day.datetime] if day.time else sorted(found[day.first]) or ruled

    def _ruled_around(self, times: list[dt.datetime], first: Moment) -> set[dt.datetime]:
        """What the rule gives from the day of the first of these times to that of the last."""
        if not times or not self.frequence:
            return set()
        since = dt.datetime.combine(min(times), dt.time())
        until = dt.datetime.combine(max(times), dt.time.max)
        return set(self._rule(self.frequence, first.datetime).between(since, until, inc=True))

    def _rule(self, frequency: Frequency, start: dt.datetime) -> rrule:
        """The rule as RFC 5545 has it.

        An hour on the last day is inside: `jusqu_a` counts to the end of its day.
        """
        until = dt.datetime.combine(self.jusqu_a.last, dt.time(23, 59, 59)) if self.jusqu_a else None
        ranks: list[int | None] = [rank.number for rank in self.ranks] or [None]
        days = tuple(weekday(day.number, rank) for day in self.weekdays for rank in ranks) or None
        return _ruled(
            _FREQUENCIES[frequency],
            start,
            interval=self.intervalle,
            byweekday=days,
            bymonth=start.month if frequency is Frequency.annuelle and days else None,
            until=until,
            count=self.nombre if until is None else None,
        )

    def parts(self, start: Moment, zone: dt.tzinfo) -> dict[str, object]:
        """The rule as calendars write it: the parts of RRULE (RFC 5545 3.3.10), in their order.

        UNTIL has the type of the beginning, and is in UTC when there is an hour. Nothing for mere dates.
        """
        if not self.frequence:
            return {}
        parts: dict[str, object] = {"FREQ": _FREQ[self.frequence]}
        if self.intervalle > 1:
            parts["INTERVAL"] = self.intervalle
        if self.jour:
            ranks = [str(rank.number) for rank in self.ranks] or [""]
            if self.rang and self.frequence is Frequency.annuelle:
                parts["BYMONTH"] = start.month
            days = [rank + _DAYS[day.number] for day in self.weekdays for rank in ranks]
            parts["BYDAY"] = days if len(days) > 1 else days[0]
        if last := self._last_day(start):
            midnight = dt.datetime.combine(last, dt.time(23, 59, 59), zone).astimezone(dt.UTC)
            parts["UNTIL"] = last if start.time is None else midnight
        elif self.nombre:
            parts["COUNT"] = self.nombre
        return parts

    def _last_day(self, start: Moment) -> dt.date | None:
        """The day until which calendars go on; None where they count the times.

        The fourth Sunday is the last one of most months: a program that counts it twice would stop too soon.
        """
        if self.jusqu_a:
            return self.jusqu_a.last
        if self.nombre and self.frequence and {Rank.quatrieme, Rank.dernier} <= set(self.rang):
            last: dt.datetime = self._rule(self.frequence, start.datetime)[self.nombre - 1]
            return last.date()
        return None

    def bare(self) -> Recurrence:
        """The rule and the dates alone."""
        return self.model_copy(update={"sauf": (), "changements": ()})


@lru_cache(RULES)
def _ruled(frequency: Literal[0, 1, 2, 3], start: dt.datetime, **parts: Any) -> rrule:
    """The rule of these parts, which finds each of its times once: months, issues and pages ask for them."""
    return rrule(frequency, start, cache=True, **parts)


def _at_its_hour(day: Moment, first: Moment) -> dt.datetime:
    """When the time of `day` begins: at its own hour, or at that of the first one."""
    return dt.datetime.combine(day.first, day.time or first.time or dt.time())
