"""How an event comes back: its rule, its exceptions, and the times that are otherwise."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule, weekday
from pydantic import Field

from hub.model.dates import PARIS
from hub.model.fields import Choice, Entity, Moment, PartialDate, Phrase, Text


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


class Place(Entity):
    """Where an event takes place; `latitude` and `longitude` in decimal degrees (WGS 84)."""

    nom: Text
    adresse: Text | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None

    @property
    def words(self) -> str:
        """« Salle des fêtes, 1 rue du Bac »."""
        return f"{self.nom}, {self.adresse}" if self.adresse else self.nom

    @property
    def position(self) -> tuple[float, float] | None:
        """(latitude, longitude), None unless both are known."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


class Change(Entity):
    """One time that is not as the rule has it: `date` is the day it was for.

    It is moved (`debut`), elsewhere (`lieu`), or cancelled (`annule`, the reason).
    """

    date: PartialDate
    debut: Moment | None = None
    fin: Moment | None = None
    lieu: Place | None = None
    annule: Phrase | None = None


_FREQ = {
    Frequency.hebdomadaire: "WEEKLY",
    Frequency.mensuelle: "MONTHLY",
    Frequency.annuelle: "YEARLY",
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_FREQUENCIES: dict[Frequency, Literal[0, 1, 2]] = {
    Frequency.hebdomadaire: WEEKLY,
    Frequency.mensuelle: MONTHLY,
    Frequency.annuelle: YEARLY,
}


class Recurrence(Entity):
    """« Chaque premier mardi du mois, sauf le 4 août », until a day or a number of times."""

    frequence: Frequency
    intervalle: Annotated[int, Field(ge=1, le=60)] = 1
    jour: Weekday | None = None
    rang: Rank | None = None
    jusqu_a: PartialDate | None = None
    nombre: Annotated[int, Field(ge=1, le=1000)] | None = None
    sauf: tuple[PartialDate, ...] = ()
    changements: tuple[Change, ...] = ()

    def rule(self, start: dt.datetime) -> rrule:
        """The recurrence as RFC 5545 has it; `sauf` and `changements` are left to the caller.

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
            count=self.nombre if until is None else None,
        )

    def parts(self, start: Moment) -> dict[str, object]:
        """The recurrence as calendars write it: the parts of RRULE (RFC 5545 3.3.10), in their order.

        UNTIL has the type of the beginning, and is in UTC when there is an hour.
        """
        parts: dict[str, object] = {"FREQ": _FREQ[self.frequence]}
        if self.intervalle > 1:
            parts["INTERVAL"] = self.intervalle
        if self.jour:
            rank = str(self.rang.number) if self.rang else ""
            if rank and self.frequence is Frequency.annuelle:
                parts["BYMONTH"] = start.month
            parts["BYDAY"] = rank + _DAYS[self.jour.number]
        if self.jusqu_a:
            last = self.jusqu_a.last
            midnight = dt.datetime.combine(last, dt.time(23, 59, 59), PARIS).astimezone(dt.UTC)
            parts["UNTIL"] = last if start.time is None else midnight
        elif self.nombre:
            parts["COUNT"] = self.nombre
        return parts

    def bare(self) -> Recurrence:
        """The rule alone."""
        return self.model_copy(update={"sauf": (), "changements": ()})
