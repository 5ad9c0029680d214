"""The calendar: events and the times they take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from hub.model.attachment import AttachedDocument
from hub.model.fields import Choice, Moment, Passage, Phrase, Text
from hub.model.publication import Publication
from hub.model.recurrence import Change, Place, Recurrence

TOWN = "ville"
"""The organiser that is no association."""

MORNING = dt.time(6)
"""The hour until which an evening lasts."""


EPOCH = dt.datetime(2000, 1, 1)
"""From when changes are counted: they fit in 32 bits."""


class Category(Choice):
    """What kind of date it is."""

    evenement = "evenement", "événement"
    formation = "formation", "formation"
    reunion = "reunion", "réunion"
    echeance = "echeance", "échéance"


class EventAudience(Choice):
    """Who may come."""

    tous = "tous", "ouvert à tout le monde"
    associations = "associations", "réservé aux associations"


class Event(Publication):
    """Something with a date: an event, a training, a meeting, a deadline.

    `modifie_le` is when its time, place or state last changed after it was published.
    """

    debut: Moment
    fin: Moment | None = None
    categorie: Category
    organisateurs: tuple[Text, ...] = ()
    lieu: Place | None = None
    public: EventAudience | None = None
    tarif: Phrase | None = None
    inscription: Phrase | None = None
    recurrence: Recurrence | None = None
    annule: Passage | None = None
    modifie_le: Moment | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/agenda/{self.id}/"

    @property
    def length(self) -> dt.timedelta:
        """From its beginning to its end; nothing where the end is not known."""
        return self.fin.datetime - self.debut.datetime if self.fin else dt.timedelta()

    @property
    def sequence(self) -> int:
        """SEQUENCE (RFC 5545 3.8.7.4): the minutes from `EPOCH` to the last change, 0 where there was none.

        It grows with `modifie_le`, and needs no record beside the sources.
        """
        if not self.modifie_le:
            return 0
        return max(1, int((self.modifie_le.datetime - EPOCH).total_seconds()) // 60)

    def at_its_hour(self, day: dt.date) -> dt.datetime | dt.date:
        """The day `day`, at the hour at which it begins where that is known."""
        return day if self.debut.time is None else dt.datetime.combine(day, self.debut.time)

    @property
    def changes(self) -> dict[dt.date, Change]:
        """The times that are otherwise, by the day they were for."""
        changes = self.recurrence.changements if self.recurrence else ()
        return {change.date.first: change for change in changes}

    def occurrences(self, since: dt.date, until: dt.date) -> Iterator[Occurrence]:
        """The times it takes place that touch the days from `since` to `until`, in order.

        A cancelled time is one of them, and says so.
        """
        if not self.recurrence or not self.debut.whole:
            yield from (o for o in (Occurrence(self, self.debut, self.fin),) if o.touches(since, until))
            return
        rule = self.recurrence.rule(self.debut.datetime)
        window = dt.datetime.combine(since, dt.time()) - self.length
        kept = rule.between(window, dt.datetime.combine(until, dt.time.max), inc=True)
        left_out = {date.first for date in self.recurrence.sauf} | set(self.changes)
        times = [self._at(when) for when in kept if when.date() not in left_out]
        times += self.changed(since, until)
        yield from sorted(times, key=lambda o: o.debut)

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
        planned = Occurrence(self, self.debut, self.fin)
        rule = self.recurrence
        if self.annule or rule is None or not (rule.sauf or rule.changements):
            return planned
        horizon = self.debut.first.replace(year=self.debut.year + 10, day=1)
        times = list(self.occurrences(self.debut.first, horizon))
        return next((one for one in times if not one.annule), times[0] if times else planned)

    def changed(self, since: dt.date, until: dt.date) -> Iterator[Occurrence]:
        """The times that are not as the rule has them, and touch these days."""
        if not self.recurrence:
            return
        for day, change in self.changes.items():
            start = dt.datetime.combine(day, self.debut.time or dt.time())
            occurrence = self._at(start, change)
            if occurrence.touches(since, until):
                yield occurrence

    def _at(self, planned: dt.datetime, change: Change | None = None) -> Occurrence:
        """The time that the rule has at `planned`, as `change` has it."""
        debut = change.debut if change and change.debut else self._moment(planned, self.debut)
        fin = change.fin if change else None
        if fin is None and self.fin:
            fin = self._moment(debut.datetime + self.length, self.fin)
        return Occurrence(self, debut, fin, planned, change)

    @staticmethod
    def _moment(when: dt.datetime, like: Moment) -> Moment:
        return Moment.at(when if like.time is not None else when.date())


class NextMeeting(Event):
    """A meeting announced by the minutes of the one before, whose key it derives from.

    Its address does not change when its date becomes known.
    """

    @property
    def id(self) -> str:
        return f"suite-{self.announced_by}"

    @property
    def text(self) -> str:
        return ""

    @property
    def announced_by(self) -> str:
        """The key of the minutes that announce it."""
        return self.origin.document.stem


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
        """The last day it touches; a date known in part lasts to the end of that part."""
        return self.fin.last if self.fin else self.debut.last

    def touches(self, since: dt.date, until: dt.date) -> bool:
        """Whether a part of it is in these days."""
        return self.last_day >= since and self.debut.first <= until

    def days(self) -> Iterator[dt.date]:
        """Each day it touches, none when the day is not known; an evening is of the day it begins."""
        if not self.debut.whole:
            return
        nights = (self.last_day - self.debut.first).days
        if nights == 1 and self.fin and self.fin.time and self.fin.time < MORNING:
            nights = 0
        for offset in range(nights + 1):
            yield self.debut.first + dt.timedelta(days=offset)
