"""Dates as people say them in a sentence -> the form of the files: « début février 2022 » is `2022-02`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from hub.checks.french_dates import MONTHS, iso_form

NEAR = dt.timedelta(days=183)
"""Half a year: of what is nearer, nobody writes the year."""


class Said(NamedTuple):
    """A date in a text: its place (from 0), its form, and whether its year is written."""

    start: int
    end: int
    iso: str
    dated: bool = True


_UNITS = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def _spelled(number: int) -> Iterator[str]:
    """How a number below 100 is written in letters, with hyphens or blanks."""
    if number < 20:
        yield _UNITS[number]
        return
    tens = max(one for one in _TENS if one <= number)
    rest = number - tens
    if rest == 0:
        yield _TENS[tens]
    else:
        yield f"{_TENS[tens]}-{_UNITS[rest]}"
        if rest in (1, 11):
            yield f"{_TENS[tens]}-et-{_UNITS[rest]}"


_NUMBERS = {word: number for number in range(1, 100) for word in _spelled(number)} | {"premier": 1, "1er": 1}
_LETTERS = "|".join(sorted((word.replace("-", "[- ]") for word in _NUMBERS), key=len, reverse=True))
_ACCENTED = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
_SHORT = r"janv\.?|f[ée]vr?\.|avr\.|juil\.|juill\.|sept\.|oct\.|nov\.|d[ée]c\."
_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s+)?"
_HOUR = (
    r"(?:(?:,?\s+(?:à|a|vers|de|dès|-|–)\s*|,?\s+)(?P<hour>\d{1,2})\s?(?:[hH]|heures?|:(?=\d\d))\s?"
    r"(?P<minute>\d\d)?(?![\d/]))?"
)
_SENTENCE = re.compile(
    rf"(?<!\w)(?:{_DAY}(?P<day>\d{{1,2}}|(?:{_LETTERS})(?=\s))(?:\s?er)?\s+)?(?P<month>{_ACCENTED}|{_SHORT})(?!\w)"
    rf"(?:\s+(?P<year>(?:19|20)\d\d|deux[- ]mille(?:[- ](?:{_LETTERS}))?)(?!\d))?{_HOUR}",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    rf"(?<![\d/.-])(?:{_DAY})(?P<written>\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)|(?:19|20)\d\d-\d\d-\d\d"
    rf"|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d)(?![\d/-]|\.\d){_HOUR}",
    re.IGNORECASE,
)


def dates_in(text: str, near: dt.date | None = None) -> tuple[Said, ...]:
    """The dates of `text`, in their order. One without its year is the next after `near`; where that is not
    known it is none."""
    found = [*_sentences(text, near), *_figures(text)]
    return tuple(sorted(found))


def _sentences(text: str, near: dt.date | None) -> Iterator[Said]:
    for found in _SENTENCE.finditer(text):
        month = _month(found["month"])
        day = _number(found["day"] or "")
        year = _year(found["year"] or "")
        if not year and (not near or not (day or _is_about(text, found.start()))):
            continue  # « au mois de mai », « en mai » of any year
        dated = bool(year)
        if not year and near:
            year = near.year + ((month, day or 31) < (near.month, near.day))
        if iso := _iso(year, month, day, found["hour"], found["minute"]):
            yield Said(*found.span(), iso, dated)


def _is_about(text: str, start: int) -> bool:
    """Whether the words before a month make a date of it: « début février », « courant mars »."""
    before = text[max(0, start - 20) : start].lower()
    return re.search(r"\b(?:début|debut|mi|fin|courant|en|mois de|mi-)[ -]?$", before) is not None


def _figures(text: str) -> Iterator[Said]:
    for found in _FIGURES.finditer(text):
        written = found["written"].replace(".", "/")
        if iso := iso_form(written):
            whole = _with_hour(iso, found["hour"], found["minute"])
            yield Said(*found.span(), whole)


def _month(written: str) -> int:
    plain = written.lower().translate(str.maketrans("éû", "eu")).rstrip(".")
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(plain))


def _number(written: str) -> int:
    if not written or written.isdigit():
        return int(written or 0)
    return _NUMBERS[re.sub(r"\s+", "-", written.lower())]


def _year(written: str) -> int:
    if not written or written.isdigit():
        return int(written or 0)
    rest = re.split(r"mille", written.lower())[1].strip(" -")
    return 2000 + (_NUMBERS[re.sub(r"\s+", "-", rest)] if rest else 0)


def _iso(year: int, month: int, day: int, hour: str | None, minute: str | None) -> str | None:
    try:
        date = dt.date(year, month, day or 1)
    except ValueError:
        return None
    return _with_hour(f"{date:%Y-%m-%d}", hour, minute) if day else f"{date:%Y-%m}"


def _with_hour(iso: str, hour: str | None, minute: str | None) -> str:
    if hour and len(iso) == 10 and int(hour) < 24 and int(minute or 0) < 60:
        return f"{iso} {int(hour):02}:{int(minute or 0):02}"
    return iso


def is_near(iso: str, day: dt.date) -> bool:
    """Whether a date that was said without its year comes so soon after `day` that no other year is meant."""
    said = dt.date.fromisoformat(f"{iso[:10]}-01"[:10])
    return day.replace(day=1) <= said <= day + NEAR
