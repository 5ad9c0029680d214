"""Dates in French words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hub.model.dates import Moment, PartialDate
from hub.model.event import Occurrence
from hub.model.names import fold

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_SHORT = {1: "janv", 2: "févr", 4: "avr", 7: "juil", 9: "sept", 10: "oct", 11: "nov", 12: "déc"}
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def month(year: int, number: int) -> str:
    """« novembre 2026 »."""
    return f"{MONTHS[number - 1]} {year}"


def short_month(value: PartialDate) -> str:
    """« nov. », « mai »; '' where the month is not known."""
    if not value.month:
        return ""
    name = MONTHS[value.month - 1]
    return name if len(name) <= 4 else f"{_SHORT.get(value.month, name[:4])}."


def day(date: dt.date, *, year: bool = True) -> str:
    """« 1er mars 2022 »."""
    number = "1er" if date.day == 1 else str(date.day)
    words = f"{number} {MONTHS[date.month - 1]}"
    return f"{words} {date.year}" if year else words


def long_day(date: dt.date) -> str:
    """« mardi 1er mars 2022 »."""
    return f"{DAYS[date.weekday()]} {day(date)}"


def named_day(date: dt.date) -> str:
    """« mardi 1er mars », for days that are near."""
    return f"{DAYS[date.weekday()]} {day(date, year=False)}"


def date(value: PartialDate) -> str:
    """« 25 novembre 2021 », « novembre 2021 » or « 2021 », as far as it is known."""
    if value.day:
        return day(value.first)
    return month(value.year, value.month) if value.month else str(value.year)


def de(words: str) -> str:
    """« de mars », « d’octobre »: the preposition elided before a vowel."""
    return f"d’{words}" if fold(words)[:1] in tuple("aeiouy") else f"de {words}"


def on(value: PartialDate) -> str:
    """« le 10 mars 2026 », « en mars 2026 »."""
    return f"{'le' if value.day else 'en'} {date(value)}"


def since(value: PartialDate) -> str:
    """« depuis le 10 mars 2026 », « depuis mars 2026 »."""
    return f"depuis {'le ' if value.day else ''}{date(value)}"


def until(value: PartialDate) -> str:
    """« jusqu’au 10 mars 2026 », « jusqu’en mars 2026 »."""
    return f"jusqu’{'au' if value.day else 'en'} {date(value)}"


def ago(date: dt.date, today: dt.date) -> str:
    """« il y a 8 mois »: in days for a month, in months for two years; « aujourd’hui » at least."""
    days = (today - date).days
    months = (today.year - date.year) * 12 + today.month - date.month - (today.day < date.day)
    if days < 1:
        return "aujourd’hui"
    if months < 1:
        return f"il y a {days} jour{'s' if days > 1 else ''}"
    return f"il y a {months} mois" if months < 24 else f"il y a {months // 12} ans"


def left(date: dt.date, today: dt.date) -> str:
    """« encore 12 jours », « dernier jour »; '' once it is past."""
    days = (date - today).days
    if days < 0:
        return ""
    return "dernier jour" if days == 0 else f"encore {days} jour{'s' if days > 1 else ''}"


def left_part(first: dt.date, last: dt.date, today: dt.date) -> float:
    """What is left of the days from the first to the last, in hundredths: 0 once they are over."""
    whole = (last - first).days + 1
    return round(100 * min(1.0, max(0, (last - today).days + 1) / whole), 1) if whole > 0 else 0


def hour(time: dt.time) -> str:
    """« 18 h 30 », « 10 h »."""
    minutes = f"\u00a0{time.minute:02}" if time.minute else ""
    return f"{time.hour}\u00a0h{minutes}"


def ending(time: dt.time) -> str:
    """The hour at which something ends: midnight is the end of a day, not its beginning."""
    return "minuit" if time == dt.time() else hour(time)


def hours(start: dt.time, end: dt.time) -> str:
    """« de 14 h à 18 h », which no line breaks."""
    return f"de\u00a0{hour(start)}\u00a0à\u00a0{ending(end)}"


def moment(value: Moment) -> str:
    """A day with its name and its hour; a date known in part says so."""
    if not value.whole:
        return f"{date(value)}, à préciser"
    words = long_day(value.first)
    return f"{words}, {hour(value.time)}" if value.time else words


def dated(value: PartialDate) -> str:
    """« mardi 1er mars 2022 », or the date as far as it is known."""
    return long_day(value.first) if value.day else date(value)


def undated(value: PartialDate) -> str:
    """What is known of a day that is past: « février 2022, jour non précisé »."""
    return f"{date(value)}, {'jour' if value.month else 'date'} non précisé{'' if value.month else 'e'}"


def span(occurrence: Occurrence) -> str:
    """When an occurrence takes place: « du 3 au 5 mars 2027 », « samedi 5 décembre 2026, de 14 h à 18 h »."""
    start, end = occurrence.debut, occurrence.fin
    if end is None or end == start:
        words = moment(start)
        return words.replace(", ", ", à ", 1) if start.time else words
    if start.time and end.time and occurrence.last_day == start.first:
        return f"{long_day(start.first)}, {hours(start.time, end.time)}"
    if start.time and end.time:
        return f"du {_at(start.first, hour(start.time))} au {_at(occurrence.last_day, ending(end.time))}"
    if (start.year, start.month) == (end.year, end.month):
        first = "1er" if start.day == 1 else str(start.day)
        return f"du {first} au {day(end.first)}"
    return f"du {day(start.first, year=start.year != end.year)} au {day(end.first)}"


def several(days: Sequence[dt.date]) -> str:
    """When something took place in a year: « le 6 mars », « 12 fois, du 6 janvier au 15 décembre »."""
    first, last = (day(one, year=False) for one in (days[0], days[-1]))
    if len(days) == 1:
        return f"le {first}"
    if len(days) == 2:
        return f"le {first} et le {last}"
    if (days[-1] - days[0]).days == len(days) - 1:
        return f"du {first} au {last}, chaque jour"
    return f"{len(days)} fois, du {first} au {last}"


def _at(day: dt.date, hour: str) -> str:
    return f"{long_day(day)} à\u00a0{hour}"
