"""Telephone numbers of France, overseas and abroad: read as people write them, shown as they are dialled.

The plans are libphonenumber's, its short numbers included; it is loaded where there is a number. France has
several calling codes: 0262 40 00 10 is +262 262 40 00 10, and no number of +33 (ARCEP, plan national de
numérotation).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

FRANCE = 33
"""The calling code of the mainland."""

DIALLED_WITH_ZERO = frozenset((FRANCE, 262, 590, 594, 596))
"""The calling codes of the national plan: a number of theirs is dialled from any other with a zero."""

_OVERSEAS = {
    "0262": "RE", "0263": "RE", "0692": "RE", "0693": "RE", "0269": "YT", "0639": "YT", "0709": "YT",
    "0590": "GP", "0690": "GP", "0691": "GP", "0594": "GF", "0694": "GF",
    "0596": "MQ", "0696": "MQ", "0697": "MQ", "0508": "PM",
}  # fmt: skip
"""The regions whose numbers begin so, written as the whole country dials them."""

_LONGEST_SHORT = 6
_BLANKS = re.compile(r"[\s./()\u2010-\u2015\u00b7-]+")
_TRUNK = re.compile(r"(?<=\d)[ .\u00a0\u202f-]{0,2}\(0\)")
"""« +33 (0)1 »: the zero that is not dialled after a calling code."""


def shown(written: str) -> str | None:
    """The number as the site shows it: « 0262 40 00 10 », « 0 800 123 456 », « 3919 », « +32 2 512 34 56 ».

    None for what is not one number that rings. What is shown reads as the same number again.
    """
    number = _read(written)
    if number is None:
        return None
    national = _national(number)
    return national if _read(national) == number else _international(number)


def dialled(written: str) -> str:
    """What follows `tel:` (RFC 3966): « +33199001001 », and « 3919 », which no calling code goes before."""
    number = _read(written)
    if number is None:
        return re.sub(r"[^0-9]", "", written)
    if _is_short(number):
        return str(number.national_number)
    return f"+{number.country_code}{_significant(number)}"


def international(written: str) -> str:
    """The number as it is dialled from any country (E.123); a short number as it is."""
    number = _read(written)
    return _international(number) if number and not _is_short(number) else shown(written) or written


@lru_cache(maxsize=4096)
def _read(written: str) -> PhoneNumber | None:
    from phonenumbers import NumberParseException, is_valid_number, parse

    digits = _BLANKS.sub("", _TRUNK.sub("", unicodedata.normalize("NFKC", written)))
    digits = re.sub(r"^00(?=[1-9])", "+", digits)
    if not re.fullmatch(r"\+?[0-9]{2,15}", digits):
        return None
    if len(digits) <= _LONGEST_SHORT and digits[0] in "123456789":
        return _short(digits)
    if not digits.startswith(("+", "0")):
        return None
    try:
        number = parse(_with_its_code(digits), "FR")
    except NumberParseException:
        return None
    return number if is_valid_number(number) else None


def _with_its_code(digits: str) -> str:
    """A national number of an overseas region with its calling code."""
    from phonenumbers import country_code_for_region

    region = _OVERSEAS.get(digits[:4])
    if region is None:
        return digits
    rest = digits[4:] if region == "PM" else digits[1:]  # « 0508 » is its code and its zero in one
    return f"+{country_code_for_region(region)}{rest}"


def _short(digits: str) -> PhoneNumber | None:
    from phonenumbers import PhoneNumber
    from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

    number = PhoneNumber(country_code=FRANCE, national_number=int(digits))
    return number if is_valid_short_number_for_region(number, "FR") else None


def _is_short(number: PhoneNumber) -> bool:
    return number.country_code == FRANCE and len(str(number.national_number)) <= _LONGEST_SHORT


def _significant(number: PhoneNumber) -> str:
    from phonenumbers import national_significant_number

    return str(national_significant_number(number))


def _national(number: PhoneNumber) -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    digits = _significant(number)
    if _is_short(number):
        return f"{digits[:3]} {digits[3:]}" if len(digits) == _LONGEST_SHORT else digits
    if number.country_code not in DIALLED_WITH_ZERO:
        return _international(number)
    if re.fullmatch(r"8[0-9]{8}", digits):  # as the charter of these numbers has them
        return f"0 {digits[:3]} {digits[3:6]} {digits[6:]}"
    if number.country_code == FRANCE:
        return " ".join(f"0{digits}"[at : at + 2] for at in range(0, 10, 2))
    return str(format_number(number, PhoneNumberFormat.NATIONAL))


def _international(number: PhoneNumber) -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    return str(format_number(number, PhoneNumberFormat.INTERNATIONAL)).replace(".", " ")
