"""Dates as people write them -> the form that the files have."""

from __future__ import annotations

import datetime as dt
import re

from hub.model.names import unaccented

MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_MONTH = "|".join((*MONTHS, "janv", "fev", "fevr", "avr", "juil", "juill", "sept", "oct", "nov", "dec"))
_HOUR = r"(?:[ ,t]*(?:a|vers)? *(?P<hour>\d{1,2}) *[h:.] *(?P<minute>\d{2})?(?::\d\d)?)?"

_FORMS = tuple(
    re.compile(form + _HOUR)
    for form in (
        rf"(?:le )?(?:(?:{_DAYS}),? )?(?P<day>\d{{1,2}})(?:er)? (?P<name>{_MONTH})\.? (?P<year>\d{{4}}|\d\d)",
        rf"(?P<name>{_MONTH})\.? (?P<year>\d{{4}})",
        r"(?P<year>\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})[/. -](?P<year>\d{4}|\d\d)",
        r"(?P<year>\d{4})[/. -](?P<month>\d{1,2})[/. -](?P<day>\d{1,2})",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<year>\d{4})[/. -](?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})[/. ](?P<year>\d{4})",
    )
)
_DASH = re.compile("[\u2010-\u2015]")

CENTURY = "20"
"""The century of a year of two digits: a council of associations is of this one."""


def iso_form(written: str) -> str | None:
    """« 25 novembre 2021 », « 25/11/21 », « 2021/11/25 à 18h30 » -> `2021-11-25 18:30`; None for no date.

    Day before month, as in French, but for hyphens between pairs of digits, which imitate the ISO form; a
    year of two digits is of this century.
    """
    plain = " ".join(_DASH.sub("-", unaccented(written)).split())
    for form in _FORMS:
        if found := form.fullmatch(plain):
            return _written(found.groupdict())
    return None


def _written(parts: dict[str, str | None]) -> str | None:
    year = parts["year"] or ""
    year = CENTURY + year if len(year) == 2 else year
    month = int(parts.get("month") or _month(parts.get("name") or ""))
    day, hour, minute = (parts.get(name) or "" for name in ("day", "hour", "minute"))
    try:
        date = dt.datetime(int(year), month, int(day or 1), int(hour or 0), int(minute or 0))
    except ValueError:
        return None
    if hour and day:
        return f"{date:%Y-%m-%d %H:%M}"
    return f"{date:%Y-%m-%d}" if day else f"{date:%Y-%m}"


def _month(name: str) -> int:
    return next((number for number, month in enumerate(MONTHS, 1) if name and month.startswith(name)), 0)
