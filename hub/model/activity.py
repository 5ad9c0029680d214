"""An activity of an association: a class, a workshop, a rehearsal that one may join, for a season."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub.model.audience import OLDEST, Ages, Audience, Years, years_of
from hub.model.dates import LATEST
from hub.model.fields import Choice, End, Entity, Moment, Passage, Phrase, Text
from hub.model.names import fold, slug
from hub.model.recurrence import Place, Recurrence
from hub.model.rhythm import Frequency, Weekday
from hub.model.timed import Timed

NEW_SEASON = 8
"""The month from which on a season is the next one: in July the old one ends, in September all begins."""

FREE = re.compile(r"gratuite?s?|0|0 euros?|entree libre")
"""What a price begins with, before any sign, that costs nothing: « gratuit, sur inscription »."""


class Enrolment(Choice):
    """Whether one may still come."""

    libre = "libre", "sans inscription"
    ouvertes = "ouvertes", "inscriptions ouvertes"
    attente = "liste-d-attente", "liste d’attente"
    complet = "complet", "complet"
    closes = "closes", "inscriptions closes"
    a_confirmer = "a-confirmer", "inscriptions à confirmer"


WITH_PLACES = frozenset((Enrolment.libre, Enrolment.ouvertes))


class Activity(Entity, Timed):
    """What one may do on some days of a season. `annule` is the reason why it does not take place after all.

    An association that gives the same class twice a week, at other hours, has two of them: each has its own
    ages, and its own places left.
    """

    nom: Text
    debut: Moment
    fin: End | None = None
    recurrence: Recurrence | None = None
    ages: Ages | None = None
    publics: tuple[Audience, ...] = ()
    niveau: Text | None = None
    lieu: Place | None = None
    tarif: Phrase | None = None
    inscriptions: Enrolment = Enrolment.a_confirmer
    annule: Passage | None = None

    @property
    def anchor(self) -> str:
        """Where the page of its association speaks of it: no two of one association begin alike (A020)."""
        return f"activite-{slug(self.nom)}-{re.sub('[^0-9]', '', str(self.debut))}"

    @property
    def season(self) -> int:
        """The year in which its season begins: 2026 for « 2026-2027 »."""
        day = self.debut.last
        return day.year - (day.month < NEW_SEASON)

    @property
    def ends(self) -> dt.date:
        """Its last day; where no source says which, the last one of its season."""
        rule = self.recurrence
        if not self.debut.whole or (rule and rule.frequence and not rule.jusqu_a and not rule.nombre):
            return dt.date(self.season + 1, NEW_SEASON, 1) - dt.timedelta(days=1)
        if rule and rule.jusqu_a and not rule.dates:
            return rule.jusqu_a.last
        times = self.occurrences(self.debut.first, dt.date(LATEST, 12, 31))
        return max((once.last_day for once in times), default=self.debut.first)

    def over(self, today: dt.date) -> bool:
        """Whether it does not take place any more."""
        return self.ends < today

    @property
    def weekdays(self) -> list[Weekday]:
        """The days of the week on which it takes place, Monday first; none where they cannot be told."""
        if not self.debut.whole:
            return []
        return sorted(set(self._weekdays()), key=lambda day: day.number)

    def _weekdays(self) -> Iterator[Weekday]:
        rule, days = self.recurrence, list(Weekday)
        if rule is None or not rule.frequence or rule.dates:
            yield from (
                days[at.weekday()] for at in (rule.listed(self.debut) if rule else {self.debut.first})
            )
        if rule and rule.jour:
            yield from rule.jour
        elif rule and rule.frequence is Frequency.quotidienne:
            yield from days
        elif rule and rule.frequence is Frequency.hebdomadaire:
            yield days[self.debut.first.weekday()]

    @property
    def free(self) -> bool:
        """Whether it costs nothing, as its price begins by saying; « gratuit pour les enfants » does not."""
        words = re.split("[,;:.(!]", self.tarif or "")[0].replace("€", " euros")
        return FREE.fullmatch(fold(words)) is not None

    @property
    def with_places(self) -> bool:
        """Whether one may still come."""
        return self.inscriptions in WITH_PLACES and not self.annule

    @property
    def years(self) -> Years | None:
        """The ages that it says, else all those of its publics; None where it says neither."""
        if self.ages:
            return Years(self.ages.de or 0, OLDEST if self.ages.a is None else self.ages.a)
        each = [years_of(public) for public in self.publics]
        return Years(min(one.first for one in each), max(one.last for one in each)) if each else None
