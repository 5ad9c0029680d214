"""How an event comes back, in French words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from hub.markup.dates import DAYS, MONTHS, day, de, long_day, span, until
from hub.model.dates import Moment
from hub.model.french import joined
from hub.model.occurrence import Occurrence
from hub.model.recurrence import Frequency, Recurrence
from hub.model.timed import Timed

LISTED, TIMED = 12, 6
"""How many dates of a list are told one by one; how many, when each has its hour."""


class Rhythm(NamedTuple):
    """« chaque premier mardi du mois », « les 3 et 10 mars 2027 »; and until when, or ''."""

    every: str
    until: str = ""

    @property
    def words(self) -> str:
        """Both, « chaque mardi, jusqu’au 30 juin 2027 »."""
        return ", ".join(filter(None, self))


def recurrence(event: Timed) -> str:
    """« le premier mardi de chaque mois, jusqu’au 30 juin 2027 »; '' for what does not come back."""
    return rhythm(event).words


def when(once: Occurrence) -> str:
    """When it takes place: of what is open each day, the whole of it, « du mardi 9 au jeudi 11 mars »."""
    return rhythm(once.event).words if once.event.daily and not once.change else span(once)


def beneath(once: Occurrence) -> str:
    """What is left to say of `when` under a title that tells the day: « de 18 h à 19 h », or the whole of
    what is of several days; '' of a whole day."""
    words = when(once)
    day = long_day(once.debut.first) if once.debut.whole else ""
    return words.removeprefix(day).removeprefix(", ") if day else words


def afterwards(once: Occurrence) -> str:
    """How it comes back, told beside one of its times: of a list, the later dates; '' where none is."""
    event, rule = once.event, once.event.recurrence
    if rule is None or rule.frequence is not None:
        return besides(event)
    later = [at for at in listed(event, once.debut.first) if at.date() > once.debut.first]
    return f"puis {_dates(event, later)}" if later else ""


def besides(event: Timed) -> str:
    """What `when` does not tell of the way an event comes back, or ''."""
    return "" if event.daily else recurrence(event)


def rhythm(event: Timed, since: dt.date = dt.date.min) -> Rhythm:
    """How an event comes back; nothing for one that does not. Of a list, the dates from `since` on."""
    rule = event.recurrence
    if rule is None or not event.debut.whole:
        return Rhythm("")
    if event.daily:
        return _each_day(event, event.daily)
    if rule.frequence is None:
        return Rhythm(_dates(event, listed(event, since)))
    others = [at for at in sorted(rule.listed(event.debut)) if at not in rule.left_out(event.debut)]
    end = until(rule.jusqu_a) if rule.jusqu_a else f"{rule.nombre} fois" if rule.nombre else ""
    more = f"et aussi {each_of([at.date() for at in others])}" if others else ""
    return Rhythm(_every(event, rule), ", ".join(filter(None, (end, more))))


def listed(event: Timed, since: dt.date) -> list[dt.datetime]:
    """The times of a list of dates from `since` on; all of them where they are all over."""
    rule = event.recurrence
    times = sorted(rule.listed(event.debut) - rule.left_out(event.debut)) if rule else []
    return [at for at in times if at.date() >= since] or times


def hours(event: Timed, at: dt.datetime | None = None) -> str:
    """« de 18 h à 20 h », of its first time or of the one at `at`; '' for whole days."""
    if event.debut.time is None:
        return ""
    start = at or event.debut.datetime
    end = Moment.at(start + event.length) if event.fin else None
    return span(event.one_time(Moment.at(start), end)).partition(", ")[2]


def _each_day(event: Timed, last: dt.date) -> Rhythm:
    """« du mardi 9 au jeudi 11 mars 2027 », « de 10 h à 18 h chaque jour »."""
    first = event.debut.first
    number = "1er" if first.day == 1 else str(first.day)
    month = "" if (first.year, first.month) == (last.year, last.month) else f" {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    begun = f"{DAYS[first.weekday()]} {number}{month}{year}"
    return Rhythm(f"du {begun} au {long_day(last)}", f"{hours(event)} chaque jour".strip())


def _dates(event: Timed, times: Sequence[dt.datetime]) -> str:
    """« les 3, 10 et 24 mars 2027 »; of many, « 25 dates, du 3 mars au 30 juin 2027 »."""
    alike = len({at.time() for at in times}) == 1
    if not alike and len(times) <= TIMED:
        return joined([f"le {day(at.date())} {hours(event, at)}" for at in times])
    days = sorted({at.date() for at in times})
    words = each_of(days) if len(days) <= LISTED else _many(days)
    return words if alike else f"{words}, à des heures différentes"


def _many(days: Sequence[dt.date]) -> str:
    first, last = days[0], days[-1]
    return f"{len(days)} dates, du {day(first, year=first.year != last.year)} au {day(last)}"


def each_of(those: Iterable[dt.date]) -> str:
    """« le 3 mars 2027 », « les 3, 10 et 24 mars et le 7 avril 2027 »: each month, each year once."""
    years = groupby(those, lambda one: one.year)
    return ", puis ".join(
        f"{joined([_of_month(month) for month in _by_month(of)])} {year}" for year, of in years
    )


def _by_month(days: Iterable[dt.date]) -> list[list[dt.date]]:
    return [list(of) for _, of in groupby(days, lambda one: one.month)]


def _of_month(days: list[dt.date]) -> str:
    article = "le" if len(days) == 1 else "les"
    numbers = joined(["1er" if one.day == 1 else str(one.day) for one in days])
    return f"{article} {numbers} {MONTHS[days[0].month - 1]}"


def _every(event: Timed, rule: Recurrence) -> str:
    if rule.frequence is Frequency.quotidienne and not rule.jour:
        return "chaque jour" if rule.intervalle == 1 else f"un jour sur {_in_letters(rule.intervalle)}"
    if rule.frequence in (Frequency.quotidienne, Frequency.hebdomadaire):
        return _every_week(event, rule)
    if rule.frequence is Frequency.mensuelle:
        return _every_month(event, rule)
    return _every_year(event, rule)


def _every_week(event: Timed, rule: Recurrence) -> str:
    """« chaque mardi », « les mardis et jeudis », « un mardi sur deux »."""
    names = [one.libelle for one in rule.weekdays] or [DAYS[event.debut.first.weekday()]]
    if len(names) == 1:
        name, number = names[0], rule.intervalle
        return f"chaque {name}" if number == 1 else f"un {name} sur {_in_letters(number)}"
    words = _weekdays(rule)
    return words if rule.intervalle == 1 else f"{words}, une semaine sur {_in_letters(rule.intervalle)}"


def _weekdays(rule: Recurrence) -> str:
    """« les mardis et jeudis »; « du mardi au dimanche », of days that follow each other."""
    days = rule.weekdays
    if len(days) == len(DAYS):
        return "chaque jour"
    if len(days) > 2 and days[-1].number - days[0].number == len(days) - 1:
        return f"chaque semaine, du {days[0].libelle} au {days[-1].libelle}"
    return f"les {joined([f'{one.libelle}s' for one in days])}"


def _every_month(event: Timed, rule: Recurrence) -> str:
    """« le premier mardi de chaque mois », « les premier et troisième jeudis du mois »."""
    start, alone = event.debut.first, len(rule.ranks) <= 1 and len(rule.weekdays) <= 1
    if not rule.jour:
        which = "le 1er" if start.day == 1 else f"le {start.day}"
    elif alone and not rule.rang:
        which = f"chaque {rule.weekdays[0].libelle}"
    elif not rule.rang:
        which = _weekdays(rule)
    else:
        which = _ranked(rule)
    if rule.intervalle > 1:
        return f"{which}, un mois sur {_in_letters(rule.intervalle)}"
    if start.day > 28 and not rule.jour:
        return f"{which} des mois qui en ont un"
    return f"{which} de chaque mois" if alone else f"{which} du mois"


def _ranked(rule: Recurrence) -> str:
    """« le premier mardi », « les premier et troisième jeudis », « le premier mardi et le premier jeudi »."""
    names, ranks = [one.libelle for one in rule.weekdays], [one.libelle for one in rule.ranks]
    if len(ranks) == 1:
        return joined([f"le {ranks[0]} {name}" for name in names])
    return f"les {joined(ranks)} {joined([f'{name}s' for name in names])}"


def _every_year(event: Timed, rule: Recurrence) -> str:
    """« chaque année », « chaque année, le premier mardi de mars »."""
    start, number = event.debut.first, rule.intervalle
    every = "chaque année" if number == 1 else f"tous les {number} ans"
    if rule.jour:
        return f"{every}, {_ranked(rule)} {de(MONTHS[start.month - 1])}"
    leap = (start.month, start.day) == (2, 29) and number % 4
    return f"{every} qui a un 29 février" if leap and number == 1 else every


def _in_letters(number: int) -> str:
    """« deux » to « dix », then figures."""
    words = "deux trois quatre cinq six sept huit neuf dix".split()
    return words[number - 2] if number - 2 < len(words) else str(number)
