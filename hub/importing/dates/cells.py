"""The cells of a spreadsheet in which people write days and hours -> times of the town."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from hub.checks.french_dates import MONTHS, iso_form
from hub.checks.spreadsheet import day_of
from hub.importing.said_dates import Said, dates_in
from hub.model.fields import Moment
from hub.model.names import unaccented

_HOUR = re.compile(r"(?<![\d/.])(?P<hour>[01]?\d|2[0-4])\s?(?:h(?:eures?)?|:)\s?(?P<minute>[0-5]\d)?(?!\d)")
_WORDS = {"midi": "12h", "minuit": "24h"}
_JOINTS = re.compile(r"\b(?:de|a|des|jusqu|vers|au|et|puis|partir|d)\b|[-–—/>.:;,'’\s]")
_DAYS = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
_SEVERAL = re.compile(
    rf"(?<!\d)(?:du |les |le )?(?P<days>{_DAYS}\d{{1,2}}(?:er)?"
    rf"(?:\s*(?:au|et|a|,|&|-|–)\s*{_DAYS}\d{{1,2}}(?:er)?)+)"
    rf"\s+(?P<month>{'|'.join(MONTHS)})\b(?:\s+(?P<year>(?:19|20)\d\d))?"
)


class Hours(NamedTuple):
    """When something begins and ends in a day; `rest` is what of the cell says neither."""

    begin: dt.timedelta | None
    end: dt.timedelta | None
    rest: str = ""


class Days(NamedTuple):
    """The days of a cell, in order; `span` says that they go from the first to the last, `sure` that their
    year is written. `hours` are those that stand in it too; `partial` is a month or a year alone."""

    days: tuple[dt.date, ...]
    span: bool = False
    sure: bool = True
    hours: Hours = Hours(None, None)
    partial: str = ""


def hours(cell: str) -> Hours:
    """« de 14 h à 18 h », « 14:00-18:00 », « 20h30 », « minuit »."""
    plain = unaccented(cell)
    for word, figure in _WORDS.items():
        plain = re.sub(rf"\b{word}\b", figure, plain)
    found = list(_HOUR.finditer(plain))
    rest = _JOINTS.sub("", _HOUR.sub(" ", plain))
    said = [dt.timedelta(hours=int(one["hour"]), minutes=int(one["minute"] or 0)) for one in found]
    if not said or len(said) > 2:
        return Hours(None, None, cell.strip())
    return Hours(said[0], said[1] if len(said) == 2 else None, cell.strip() if rest else "")


def days(cell: str, today: dt.date) -> Days | None:
    """The days that a cell says; None where it says none."""
    text = " ".join(cell.split())
    iso = day_of(text, hour=True) or iso_form(text) or text
    try:
        return _moment(Moment.parse(iso))
    except ValueError:
        pass
    return _several(text, today) or _listed(text, today)


def _moment(one: Moment) -> Days:
    if not one.whole:
        return Days((), partial=str(one))
    begin = dt.timedelta(hours=one.time.hour, minutes=one.time.minute) if one.time else None
    return Days((one.first,), hours=Hours(begin, None))


def _several(text: str, today: dt.date) -> Days | None:
    """« du 12 au 14 mars 2027 », « les 12, 13 et 19 mars »."""
    found = _SEVERAL.search(unaccented(text))
    if not found:
        return None
    month = MONTHS.index(found["month"]) + 1
    numbers = [int(one) for one in re.findall(r"\d{1,2}", found["days"])]
    year = int(found["year"] or _next_year(month, numbers[0], today))
    try:
        said = tuple(dt.date(year, month, one) for one in numbers)
    except ValueError:
        return None
    span = re.search(r"\bau\b|\ba\b|[-–]", found["days"]) is not None and len(said) == 2
    return Days(said, span, bool(found["year"]), hours(text[found.end() :]))


def _next_year(month: int, day: int, today: dt.date) -> int:
    return today.year + ((month, day) < (today.month, today.day))


def _listed(text: str, today: dt.date) -> Days | None:
    """Dates one by one, or « du 28 février au 2 mars 2027 »."""
    found = list(_dated(text, today))
    if not found:
        return None
    known = [one for one in found if len(one.iso) >= len("2027-03-12")]
    if not known:
        return Days((), sure=found[0].dated, partial=found[0].iso)
    moments = [Moment.parse(one.iso) for one in known]
    between = unaccented(text[known[0].end : known[1].start]) if len(known) == 2 else ""
    span = re.fullmatch(r"\W*(?:au|jusqu'au|-|–|→|>)\W*", between.strip()) is not None
    times = [one.time for one in moments if one.time]
    begin = dt.timedelta(hours=times[0].hour, minutes=times[0].minute) if times else None
    return Days(
        tuple(one.first for one in moments),
        span,
        all(one.dated for one in known),
        _with_end(begin, text, known[-1]),
    )


def _dated(text: str, today: dt.date) -> Iterator[Said]:
    """The dates of a cell; one without its year has that of the date after it, where this has one."""
    found = list(dates_in(text, today))
    later = next((one for one in found if one.dated and len(one.iso) >= len("2027-03")), None)
    for one in found:
        if not one.dated and later:
            year = int(later.iso[:4]) - (one.iso[5:] > later.iso[5:])
            yield one._replace(iso=f"{year}{one.iso[4:]}", dated=True)
        else:
            yield one


def _with_end(begin: dt.timedelta | None, text: str, last: Said) -> Hours:
    """The hours of a cell that holds its day too: « samedi 12 mars 2027 de 14h à 18h »."""
    if begin is None:
        return Hours(None, None)
    after = hours(text[last.end :])
    return Hours(begin, after.begin)
