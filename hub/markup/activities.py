"""Activities in French words: when, for whom, whether one may still come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from hub.markup import dates, rhythm, states
from hub.model.activity import Activity, Enrolment
from hub.model.audience import OLDEST, Years
from hub.model.rhythm import Frequency

NOON, AFTERNOON, EVENING = dt.time(12), dt.time(14), dt.time(18)

SOON = dt.timedelta(days=62)
"""How far ahead one is told of the times that are not as the others."""

_ENDS_WITH_DAYS = re.compile(rf"(?:{'|'.join(dates.DAYS)})s?$")


class Bracket(NamedTuple):
    """An age at which people look for something to do."""

    key: str
    words: str
    told: str
    years: Years


BRACKETS = (
    Bracket("tout-petits", "Tout-petits", "moins de 6 ans", Years(0, 5)),
    Bracket("enfants", "Enfants", "6 à 11 ans", Years(6, 11)),
    Bracket("adolescents", "Adolescents", "12 à 17 ans", Years(12, 17)),
    Bracket("adultes", "Adultes", "18 ans et plus", Years(18, 59)),
    Bracket("seniors", "Seniors", "60 ans et plus", Years(60, OLDEST)),
)
"""Each ends where the next begins: what is for people of sixty alone is for seniors, not for every adult."""


def when(one: Activity) -> str:
    """« chaque mardi soir, de 18 h 30 à 20 h »; of a date known in part, « à partir de septembre 2026 »."""
    if one.recurrence is None and one.debut.whole:
        return dates.span(one.first)
    return ", ".join(filter(None, (how_often(one), rhythm.hours(one) if one.debut.whole else "")))


def how_often(one: Activity) -> str:
    """« chaque mardi soir »: the same without its hours."""
    if not one.debut.whole:
        return f"à partir {dates.de(dates.date(one.debut))}" if one.debut.month else f"en {one.debut.year}"
    if one.recurrence is None:
        return f"le {dates.long_day(one.debut.first)}"
    return _at_that_time(rhythm.rhythm(one).every, one)


def besides(one: Activity) -> str:
    """What is to be said of how often, under the day of the week: nothing of what is each week on one day."""
    rule = one.recurrence
    weekly = rule and rule.frequence is Frequency.hebdomadaire and rule.intervalle == 1 and not rule.dates
    return "" if weekly and len(one.weekdays) == 1 else how_often(one)


def _at_that_time(every: str, one: Activity) -> str:
    """« chaque mardi soir », as people say and search it; « un mardi sur deux, le soir »."""
    if one.debut.time is None:
        return every
    time = part_of_day(one.debut.time)
    return f"{every} {time}" if _ENDS_WITH_DAYS.search(every) else f"{every}, {_the(time)}"


def part_of_day(time: dt.time) -> str:
    """« matin », « midi », « après-midi » or « soir »."""
    if time < NOON:
        return "matin"
    return "midi" if time < AFTERNOON else "après-midi" if time < EVENING else "soir"


def _the(part: str) -> str:
    return f"l’{part}" if part == "après-midi" else f"le {part}"


def ages(years: Years) -> str:
    """« de 6 à 11 ans », « à partir de 16 ans », « jusqu’à 3 ans », « 8 ans »; '' of every age."""
    if years.first == years.last:
        return f"{years.first} an{'s' if years.first > 1 else ''}"
    if years.last == OLDEST:
        return f"à partir de {years.first} ans" if years.first else ""
    plural = "s" if years.last > 1 else ""
    return f"de {years.first} à {years.last} ans" if years.first else f"jusqu’à {years.last} an{plural}"


def whom(one: Activity) -> str:
    """« de 6 à 9 ans », « adultes, adolescents »: the ages, then the publics."""
    years = ages(one.years) if one.ages and one.years else ""
    return ", ".join(filter(None, (years, *(public.libelle for public in one.publics))))


def brackets(one: Activity) -> list[Bracket]:
    """The ages that one may have there; none where nothing says for whom it is."""
    return [bracket for bracket in BRACKETS if one.years and bracket.years.meets(one.years)]


def state(one: Activity, today: dt.date) -> tuple[str, str]:
    """What to say first of an activity today, and the kind of its label."""
    if one.annule:
        return "annulé", "alerte"
    if one.over(today):
        return "terminé", "calme"
    return one.inscriptions.libelle, _LABELS[one.inscriptions]


_LABELS = {
    Enrolment.libre: "",
    Enrolment.ouvertes: "",
    Enrolment.attente: "calme",
    Enrolment.complet: "calme",
    Enrolment.closes: "calme",
    Enrolment.a_confirmer: "a-confirmer",
}


def beginning(one: Activity, today: dt.date) -> str:
    """« à partir du 7 janvier 2027 » of what has not begun; '' of what has, or whose day is not known."""
    begins = one.debut.whole and one.recurrence and one.recurrence.frequence and one.debut.first > today
    return f"à partir du {dates.day(one.debut.first)}" if begins else ""


def ending(one: Activity) -> str:
    """« jusqu’au 29 juin 2027 »."""
    return f"jusqu’au {dates.day(one.ends)}" if one.debut.whole and one.recurrence else ""


def otherwise(one: Activity, today: dt.date) -> Iterator[str]:
    """The times to come soon that are not as the others: left out, moved, elsewhere or cancelled."""
    until = today + SOON
    if one.annule or not one.recurrence or not one.unfolds():
        return
    left = sorted({at.date() for at in one.recurrence.left_out(one.debut) if today <= at.date() <= until})
    if left:
        yield f"pas {rhythm.each_of(left)}"
    yield from (states.told(once) for once in one.exceptions if once.touches(today, until))


def season(year: int) -> str:
    """« Saison 2026-2027 »."""
    return f"Saison {year}-{year + 1}"
