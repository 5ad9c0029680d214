"""What a spreadsheet or a form makes of a number or of a day, and what it was.

Both take « 01000 » for a number, whose zero says nothing, and a long one for a measure, whose last digits say
nothing either: 1,46756E+08.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from importlib import import_module
from typing import NamedTuple

from hub.model.telephone import shown

_MEASURE = re.compile(r"(?P<digits>\d(?:[.,]\d{1,20})?)[eE]\+?(?P<power>\d{1,2})")
_WHOLE = re.compile(r"\d{1,20}[.,]0{1,3}")
_FIRST_DAY = dt.datetime(1899, 12, 30)
"""The day 0 of Excel and of LibreOffice; both take 1900 for a leap year, which no day after it shows."""

_SERIAL = re.compile(r"(?P<day>[34567]\d{4})(?P<part>[.,]\d{1,12})?")
"""The days of 1982 to 2119, as a spreadsheet counts them."""

_MINUTES = 24 * 60
_ZERO = "Un tableur ou un formulaire en a ôté le zéro du début"
_MADE = "Un tableur en a fait un nombre"
_LOST = "Un tableur en a perdu les derniers chiffres"


class Number(NamedTuple):
    """The digits of a number that a spreadsheet wrote, and whether each of them is known."""

    digits: str
    known: bool = True


def number_of(written: str) -> Number | None:
    """`1,46756E+08` -> 146756000, not wholly known; `92240.0` -> 92240.

    None for what no spreadsheet wrote.
    """
    plain = written.strip().lstrip("='\"").rstrip('"')
    if measure := _MEASURE.fullmatch(plain):
        digits = measure["digits"].replace(",", ".")
        value = Decimal(digits).scaleb(int(measure["power"]))
        known = len(digits.replace(".", "")) > int(measure["power"])
        return Number(f"{int(value)}", known) if value == int(value) else None
    if _WHOLE.fullmatch(plain):
        return Number(re.split("[.,]", plain)[0])
    return Number(plain) if plain != written and re.fullmatch(r"\d{1,20}", plain) else None


def mended_postal_code(written: str) -> str | None:
    """What to write for a postal code that was refused."""
    digits = _digits(written)
    if re.fullmatch(r"[1-9]\d{3}", digits):
        return f'{_ZERO} : "0{digits}".'
    return f'{_MADE} : "{digits}".' if len(digits) == 5 else None


def mended_register_number(written: str, length: int, kind: str) -> str | None:
    """What to write for a SIREN or a SIRET, of `length` digits, that was refused. Its key must be right."""
    found = number_of(written)
    if found and not found.known:
        return f"{_LOST} : recopiez-le depuis l'avis de situation de l'Insee, entre guillemets."
    digits = _digits(written)
    whole = digits.zfill(length)
    valid = import_module(f"stdnum.fr.{kind}").is_valid  # loaded where there is a mistake to explain
    if not digits or length - len(digits) > 3 or len(whole) != length or not valid(whole):
        return None
    return f'{_ZERO if len(digits) < length else _MADE} : "{whole}".'


def mended_rna(written: str) -> str | None:
    """What to write for a number of the RNA that was refused: a form of numbers takes its letter."""
    digits = _digits(written)
    return f"Il manque le W du début : W{digits}." if len(digits) == 9 else None


def mended_number(written: str) -> str | None:
    """What to write for a telephone number that a spreadsheet took for a measure."""
    found = number_of(written)
    number = found and (shown(f"0{found.digits.lstrip('0')}") or shown(f"+{found.digits}"))
    if not found or not number:
        return None
    if found.known:
        return f'{_MADE} : "{number}".'
    return f'{_LOST} : "{number}" si ce sont des zéros ; sinon, recopiez-le entre guillemets.'


def _digits(written: str) -> str:
    found = number_of(written)
    return found.digits if found else re.sub(r"[ \u00a0\u202f.]", "", written) if _plain(written) else ""


def _plain(written: str) -> bool:
    return re.fullmatch(r"\d(?:[ \u00a0\u202f.]?\d){0,19}", written) is not None


def day_of(written: str, *, hour: bool) -> str | None:
    """The day that a spreadsheet counted, 46329 -> `2026-11-03`; with its hour where one is expected."""
    found = _SERIAL.fullmatch(written)
    if not found:
        return None
    part = round(float((found["part"] or ".0").replace(",", ".")) * _MINUTES)
    when = _FIRST_DAY + dt.timedelta(days=int(found["day"]), minutes=part)
    return f"{when:%Y-%m-%d %H:%M}" if hour and found["part"] else f"{when:%Y-%m-%d}"


def in_town(written: str, zone: dt.tzinfo, *, hour: bool) -> str | None:
    """`2026-03-14T17:30:00Z` -> `2026-03-14 18:30`, the hour in the `zone` of the town; its day where no
    hour is expected.

    None for no such moment.
    """
    text = re.sub(r" ?(?:Z|UTC|GMT)$", "+00:00", written.strip().replace(",", "."), flags=re.IGNORECASE)
    text = re.sub(r" (?=[+-]\d)", "", text)
    try:
        when = dt.datetime.fromisoformat(text).astimezone(zone)
    except (ValueError, OverflowError):
        return None
    return f"{when:%Y-%m-%d %H:%M}" if hour else f"{when:%Y-%m-%d}"
