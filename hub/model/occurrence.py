"""One time an event takes place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from hub.model.fields import Moment
from hub.model.recurrence import Change, Place

if TYPE_CHECKING:
    from hub.model.event import Event

MORNING = dt.time(6)
"""The hour until which an evening lasts."""


LONGEST = dt.timedelta(days=366)
"""How long one time may last."""


class Occurrence(NamedTuple):
    """One time an event takes place: `planned` is when its rule has it, `change` what differs."""

    event: Event
    debut: Moment
    fin: Moment | None
    planned: dt.datetime | None = None
    change: Change | None = None

    @property
    def lieu(self) -> Place | None:
        """Where it takes place that time."""
        return self.change.lieu if self.change and self.change.lieu else self.event.lieu

    @property
    def annule(self) -> str | None:
        """Why it does not take place, None when it does."""
        return self.event.annule or (self.change.annule if self.change else None)

    @property
    def moved(self) -> bool:
        """Whether it takes place at another time than its rule has it."""
        return self.planned is not None and self.debut.datetime != self.planned

    @property
    def ends(self) -> dt.datetime | None:
        """Its end, None where it is not known; of whole days, the midnight after the last."""
        if self.debut.time is None:
            return dt.datetime.combine(self.last_day, dt.time()) + dt.timedelta(days=1)
        return self.fin.datetime if self.fin else None

    @property
    def last_day(self) -> dt.date:
        """The last day it is of; a date known in part lasts to the end of that part.

        An evening is of the day it begins; midnight is the end of a day.
        """
        if self.fin is None:
            return self.debut.last
        last = self.fin.last
        nights = (last - self.debut.first).days
        if self.fin.time and nights and (self.fin.time == dt.time() or self.lasts_an_evening):
            return last - dt.timedelta(days=1)
        return last

    @property
    def lasts_an_evening(self) -> bool:
        """Whether it ends after midnight, before the morning."""
        nights = (self.fin.last - self.debut.first).days if self.fin else 0
        return nights == 1 and bool(self.fin and self.fin.time and self.fin.time < MORNING)

    def touches(self, since: dt.date, until: dt.date) -> bool:
        """Whether a part of it is in these days."""
        return self.last_day >= since and self.debut.first <= until

    def days(self) -> Iterator[dt.date]:
        """Each day it is of: none when the day is not known, the first alone when it is too long (E001)."""
        if not self.debut.whole:
            return
        nights = (self.last_day - self.debut.first).days
        for offset in range(nights + 1 if nights <= LONGEST.days else 1):
            yield self.debut.first + dt.timedelta(days=offset)
