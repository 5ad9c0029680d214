"""What takes place at some time, once or again and again: its times, whatever it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hub.model.fields import Moment
from hub.model.occurrence import LONGEST, Occurrence
from hub.model.recurrence import MOST_TIMES, Change, Frequency, Place, Recurrence

if TYPE_CHECKING:
    from hub.model.fields import End
    from hub.sources import Origin

MOST_DAYS = 4000
"""How many days an event may take in all: ten years."""


class Timed:
    """What begins, ends and comes back: the model that it is a part of has these fields."""

    if TYPE_CHECKING:
        debut: Moment
        fin: End | None
        lieu: Place | None
        recurrence: Recurrence | None
        annule: str | None

        @property
        def origin(self) -> Origin: ...

    @property
    def length(self) -> dt.timedelta:
        """From its beginning to its end; nothing where the end is not known."""
        return self.fin.datetime - self.debut.datetime if self.fin else dt.timedelta()

    @property
    def longest(self) -> dt.timedelta:
        """How long one time may last: a year; for what comes back, the time until it does."""
        return (self.recurrence and self.recurrence.period) or LONGEST

    def unfolds(self, until: dt.date = dt.date.max) -> bool:
        """Whether it comes back, by `until`, as often and as long as an event may (E001, E018)."""
        if not self.recurrence or not self.debut.whole or self.length > self.longest:
            return False
        times = self.recurrence.about(self.debut.first, until)
        return times <= MOST_TIMES and times * (self.length.days + 1) <= MOST_DAYS

    @property
    def daily(self) -> dt.date | None:
        """The last day of what takes place each day from its first; None for all else."""
        rule = self.recurrence
        each = rule and rule.frequence is Frequency.quotidienne and rule.intervalle == 1
        if not rule or not each or rule.jour or rule.dates or not self.debut.whole:
            return None
        if rule.jusqu_a:
            return rule.jusqu_a.last if rule.jusqu_a.last > self.debut.first else None
        later = dt.timedelta(days=(rule.nombre or 1) - 1)
        return self.debut.first + later if later else None

    @property
    def dense(self) -> bool:
        """Whether it comes back so often that a list tells its next time alone: thrice a week and more."""
        rule = self.recurrence
        if not rule or rule.intervalle > 1:
            return False
        often = rule.frequence is Frequency.hebdomadaire and len(set(rule.jour)) > 2
        return often or rule.frequence is Frequency.quotidienne

    def as_written(self, when: dt.datetime) -> dt.datetime | dt.date:
        """A time of the event as calendars have it: a day where no hour is known."""
        return when.date() if self.debut.time is None else when

    def occurrences(self, since: dt.date, until: dt.date) -> Iterator[Occurrence]:
        """The times it takes place that touch the days from `since` to `until`, in order.

        A cancelled time is one of them, and says so. Of what comes back too often for an event, or lasts
        too long, only the first: the checks refuse it.
        """
        if not self.recurrence or not self.unfolds(until):
            yield from (o for o in (self.one_time(self.debut, self.fin),) if o.touches(since, until))
            return
        window = dt.datetime.combine(since, dt.time()) - self.length
        kept = self.recurrence.starts(self.debut, window, dt.datetime.combine(until, dt.time.max))
        changes = self.recurrence.changes(self.debut)
        left_out = self.recurrence.left_out(self.debut).union(changes)
        times = [self._at(when) for when in kept if when not in left_out]
        times += [self._at(when, change) for when, change in changes.items()]
        yield from sorted((o for o in times if o.touches(since, until)), key=lambda o: o.debut)

    def following(self, today: dt.date) -> Occurrence | None:
        """The first time it takes place that is neither over nor cancelled; None when all are.

        Of an event that is cancelled as a whole, the first that would have been.
        """
        horizon = today.replace(year=today.year + 10, day=1)
        times = self.occurrences(today, horizon)
        return next((one for one in times if self.annule or not one.annule), None)

    def upcoming(self, today: dt.date) -> Occurrence | None:
        """What to tell of an event that is not over: its `following` time, or the next of those that are all
        cancelled; None when it is over."""
        horizon = today.replace(year=today.year + 10, day=1)
        return self.following(today) or next(self.occurrences(today, horizon), None)

    @property
    def first(self) -> Occurrence:
        """The first time that it takes place; the one it was announced for, where none does."""
        planned = self.series
        rule = self.recurrence
        if self.annule or rule is None or not (rule.sauf or rule.changements):
            return planned
        horizon = self.debut.first.replace(year=self.debut.year + 10, day=1)
        times = list(self.occurrences(self.debut.first, horizon))
        return next((one for one in times if not one.annule), times[0] if times else planned)

    @property
    def series(self) -> Occurrence:
        """Its first time, from which its rule goes on; of a list of dates, as it is changed."""
        alone = self.recurrence and not self.recurrence.frequence and self.debut.whole
        change = self.recurrence.changes(self.debut).get(self.debut.datetime) if self.recurrence else None
        return self._at(self.debut.datetime, change) if alone else self.one_time(self.debut, self.fin)

    def changed(self) -> list[Occurrence]:
        """The times of its rule that are otherwise, in the order of the source."""
        rule = self.recurrence
        if not rule or not rule.frequence or not self.debut.whole:
            return []
        apart = rule.apart(self.debut)
        changes = rule.changes(self.debut)
        return [self._at(when, change) for when, change in changes.items() if when not in apart]

    def apart(self) -> list[Occurrence]:
        """The times after the first that no rule gives, in order: those of a list of dates."""
        rule = self.recurrence
        if not rule or not self.debut.whole:
            return []
        changes = rule.changes(self.debut)
        times = sorted(rule.apart(self.debut) - rule.left_out(self.debut))
        return [self._at(when, changes.get(when)) for when in times]

    @property
    def exceptions(self) -> list[Occurrence]:
        """The times that are not as they were planned: moved, elsewhere or cancelled."""
        return [once for once in (self.series, *self.changed(), *self.apart()) if once.change]

    def _at(self, planned: dt.datetime, change: Change | None = None) -> Occurrence:
        """The time that the rule has at `planned`, as `change` has it."""
        debut = change.debut if change and change.debut else self._moment(planned, self.debut)
        fin = change.fin if change else None
        if fin is None and self.fin:
            fin = self._moment(debut.datetime + self.length, self.fin)
        return self.one_time(debut, fin, planned, change)

    @staticmethod
    def _moment(when: dt.datetime, like: Moment) -> Moment:
        return Moment.at(when if like.time is not None else when.date())

    def one_time(
        self,
        debut: Moment,
        fin: Moment | None,
        planned: dt.datetime | None = None,
        change: Change | None = None,
    ) -> Occurrence:
        """One time of it: whatever it is, it has what its times are asked for."""
        own: Any = self
        return Occurrence(own, debut, fin, planned, change)
