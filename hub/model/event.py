"""The calendar: events, their recurrence and their occurrences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule, weekday
from pydantic import Field

from hub.model.fields import Choice, Consent, Entity, Moment, PartialDate, Phrase, Text
from hub.model.publication import Publication


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


class Frequency(Choice):
    """FREQ of RFC 5545 3.3.10; the label is the noun of the period."""

    hebdomadaire = "hebdomadaire", "semaine"
    mensuelle = "mensuelle", "mois"
    annuelle = "annuelle", "an"


class Weekday(Choice):
    """The days, Monday first."""

    lundi = "lundi", "lundi"
    mardi = "mardi", "mardi"
    mercredi = "mercredi", "mercredi"
    jeudi = "jeudi", "jeudi"
    vendredi = "vendredi", "vendredi"
    samedi = "samedi", "samedi"
    dimanche = "dimanche", "dimanche"

    @property
    def number(self) -> int:
        """0 for Monday, as `datetime.date.weekday`."""
        return list(Weekday).index(self)


class Rank(Choice):
    """Which of the month’s Tuesdays."""

    premier = "premier", "premier"
    deuxieme = "deuxieme", "deuxième"
    troisieme = "troisieme", "troisième"
    quatrieme = "quatrieme", "quatrième"
    dernier = "dernier", "dernier"

    @property
    def number(self) -> int:
        """The position in BYDAY of RFC 5545 3.3.10: 1 to 4, -1 for the last."""
        return -1 if self is Rank.dernier else list(Rank).index(self) + 1


_FREQUENCIES: dict[Frequency, Literal[0, 1, 2]] = {
    Frequency.hebdomadaire: WEEKLY,
    Frequency.mensuelle: MONTHLY,
    Frequency.annuelle: YEARLY,
}


class Recurrence(Entity):
    """How an event comes back: « chaque premier mardi du mois, sauf le 4 août »."""

    frequence: Frequency
    intervalle: Annotated[int, Field(ge=1, le=60)] = 1
    jour: Weekday | None = None
    rang: Rank | None = None
    jusqu_a: PartialDate | None = None
    sauf: tuple[PartialDate, ...] = ()

    def rule(self, start: dt.datetime) -> rrule:
        """The recurrence as RFC 5545 has it, `sauf` left out: the caller excludes those days.

        An hour on the last day is inside: `jusqu_a` counts to the end of its day.
        """
        until = dt.datetime.combine(self.jusqu_a.last, dt.time.max) if self.jusqu_a else None
        days = None
        if self.jour:
            days = weekday(self.jour.number, self.rang.number if self.rang else None)
        return rrule(
            _FREQUENCIES[self.frequence],
            dtstart=start,
            interval=self.intervalle,
            byweekday=days,
            bymonth=start.month if self.frequence is Frequency.annuelle and days else None,
            until=until.replace(microsecond=0) if until else None,
        )


class Place(Entity):
    """Where an event takes place."""

    nom: Text
    adresse: Text | None = None


class Event(Publication):
    """Something with a date: an event, a training, a meeting, a deadline."""

    debut: Moment
    fin: Moment | None = None
    categorie: Category
    organisateurs: tuple[Text, ...] = ()
    lieu: Place | None = None
    public: EventAudience | None = None
    tarif: Phrase | None = None
    inscription: Phrase | None = None
    consentement: Consent | None = None
    recurrence: Recurrence | None = None
    annule: Text | None = None
    source: Text | None = None

    @property
    def address(self) -> str:
        return f"/agenda/{self.id}/"

    def occurrences(self, since: dt.date, until: dt.date) -> Iterator[Occurrence]:
        """The times it takes place that touch the days from `since` to `until`, in order."""
        if not self.recurrence or not self.debut.whole:
            one = Occurrence(self, self.debut, self.fin)
            if one.last_day >= since and self.debut.first <= until:
                yield one
            return
        start = self.debut.datetime
        length = self.fin.datetime - start if self.fin else dt.timedelta()
        excluded = {date.first for date in self.recurrence.sauf}
        window = dt.datetime.combine(since, dt.time()) - length
        end = dt.datetime.combine(until, dt.time.max)
        for when in self.recurrence.rule(start).between(window, end, inc=True):
            if when.date() not in excluded:
                yield self._occurrence(when, when + length)

    def _occurrence(self, start: dt.datetime, end: dt.datetime) -> Occurrence:
        timed = self.debut.time is not None
        finish = None
        if self.fin:
            finish = Moment.at(end if self.fin.time is not None else end.date())
        return Occurrence(self, Moment.at(start if timed else start.date()), finish)


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
    """One time an event takes place."""

    event: Event
    debut: Moment
    fin: Moment | None

    @property
    def last_day(self) -> dt.date:
        """The last day it touches; a date known in part lasts to the end of that part."""
        return self.fin.last if self.fin else self.debut.last

    def days(self) -> Iterator[dt.date]:
        """Each day it touches, none when the day is not known."""
        if not self.debut.whole:
            return
        for offset in range((self.last_day - self.debut.first).days + 1):
            yield self.debut.first + dt.timedelta(days=offset)
