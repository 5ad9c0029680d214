"""Personal data in a text: mobile numbers, private mailboxes, numbers of the state and of banks, names.

What a program can see of them. It is no judge: a name it does not know passes, and a street may look
like a person; so in a text one is only warned. Every pattern is linear: no part of it has two ways to match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from hub.checks.as_read import AsRead, as_read
from hub.checks.commonplaces import PRIVATE_DOMAINS
from hub.checks.persons import is_first_name, names
from hub.model.telephone import DIALLED_WITH_ZERO


class Sort(StrEnum):
    """What was found; the value is said to the writer."""

    MOBILE = "un numéro de téléphone portable"
    MAILBOX = "une boîte aux lettres personnelle"
    NAME = "le nom d'une personne"
    STATE_NUMBER = "un numéro de sécurité sociale"
    ACCOUNT = "un numéro de compte en banque (IBAN)"


class Personal(NamedTuple):
    """Something of a person at `start` (from 0) in a text."""

    start: int
    written: str
    sort: Sort


_JOINT = r"(?: (?:[-./,:_'’][ \n]?)?|\n|[-./,:_'’][ \n]?)?"
"""What may stand between two digits of one number."""

_CODES = "|".join(map(str, sorted(DIALLED_WITH_ZERO)))
_MOBILE = re.compile(
    r"[(+0](?<![\dA-Z+].)(?<!\b(?:19|20)\d\d[-/.].)"
    rf"(?:(?:(?<=\+)|(?<=\()\+|(?:(?<=0)|(?<=\()0)0{_JOINT})(?:{_CODES})\)?{_JOINT}(?:\(?0\)?{_JOINT})?"
    r"|(?<=\()0\)?|(?P<apart>(?<=0) )|(?<=0))"
    rf"(?P<digits>[67](?:\)?{_JOINT}\d){{8}})(?!\d)"
)
"""Any number of a French mobile, overseas included, those of ranges not yet given out included."""

_IN_TWOS, _IN_FOURS, _APART = (1, 2, 2, 2, 2), (1, 4, 4), (1, 1, 1, 1, 1, 1, 1, 1, 1)
_IN_THREES = ((1, 3, 3, 2), (1, 2, 3, 3), (3, 3, 3), (2, 3, 4), (3, 6))
_GROUPINGS = frozenset((_IN_TWOS, _IN_FOURS, _APART, *_IN_THREES, (3, 2, 2, 2), (1, 2, 2, 4), (9,), (1, 8)))
"""How the nine digits of a mobile are grouped; those of dates, prices and accounts are not."""

_ABROAD = re.compile(rf"(?:\+|\b00)[1-9](?:{_JOINT}\d){{6,13}}(?!\d)")
LAST_DAY, LAST_MONTH = 31, 12

SHORT = 200
"""Characters of a text that may be a field's: half of these say what another says, such as a function."""

MOST = 200
"""Numbers of other countries, or of accounts, looked at in one text: each costs a tenth of a millisecond."""

_AT = r"(?:@|%40| ?[\[({<] ?(?:at|arobase?|a) ?[\])}>] ?| (?:at|arobase?) )"
_DOT = r"(?:\.| ?[\[({<] ?(?:dot|point|\.) ?[\])}>] ?| (?:dot|point) )"
_MAIL = re.compile(
    rf"(?<![\w.+-])(?P<local>[\w.+-]{{1,64}}){_AT}(?P<domain>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,8}})",
    re.IGNORECASE,
)
_BRACKETED_AT = ("at)", "at]", "at}", "at>", "at )", "at ]", "(a)", "[a]", "( a", "[ a")
SHORTEST_NUMBER = 10
"""Signs of a mobile: no other number that is looked for has fewer."""

_STATE_NUMBER = re.compile(r"[12](?<!\w.)(?:[ .-]?\d){5}[ .-]?\d[ .-]?[\dAB](?:[ .-]?\d){7}(?!\w)")
_MONTHS = re.compile(r"[12]\d\d(?:0[1-9]|1[0-2]|[2-35-9]\d|4[0-2])")
"""Sex, year and month of birth, those of people whose month is not known included (Insee)."""

_ACCOUNT = re.compile(
    r"\d(?<=[A-Za-z]{2}\d)(?<![A-Za-z0-9]..\d)\d(?:[ .-]?[A-Za-z0-9]{4}){2,7}(?:[ .-]?[A-Za-z0-9]{1,3})?"
    r"(?![A-Za-z0-9])"
)
"""What follows the two letters of a country, with which an IBAN begins."""

_BETWEEN = re.compile("[ .-]")
SHORTEST_ACCOUNT = 15
"""Signs of an IBAN of Norway (ISO 13616)."""


def personal(text: str, *, place: bool = False) -> Iterator[Personal]:
    """What `text` holds of persons, by place; `place` says that it is a street or a place."""
    yield from _of_short(text, place) if len(text) <= SHORT else _of(text, place)


@lru_cache(maxsize=32_768)
def _of_short(text: str, place: bool) -> tuple[Personal, ...]:
    return tuple(_of(text, place))


def _of(text: str, place: bool) -> list[Personal]:
    read = as_read(text)
    found = set(_mailboxes(read))
    if len(read.words) >= SHORTEST_NUMBER:
        found.update(_mobiles(read), _numbers(read))
    if " " in read.words:  # before each name there is a title, or a first name
        found |= {_at(read, start, end, Sort.NAME) for start, end in names(read.words, place=place)}
    return sorted(found)


def _at(read: AsRead, start: int, end: int, sort: Sort) -> Personal:
    return Personal(*read.quoted(start, end), sort)


def _mobiles(read: AsRead) -> Iterator[Personal]:
    for found in _MOBILE.finditer(read.words):
        if _is_grouped(found["digits"], apart=found["apart"] is not None):
            yield _at(read, *found.span(), Sort.MOBILE)
    if "+" not in read.words and "00" not in read.words:
        return
    for found in islice(_ABROAD.finditer(read.words), MOST):
        if end := _end_of_mobile_abroad(found[0]):
            yield _at(read, found.start(), found.start() + end, Sort.MOBILE)


def _is_grouped(digits: str, *, apart: bool) -> bool:
    """Whether these nine digits, and what stands between them, are a number's rather than a row of dates.

    `apart` says that a blank stands before them: so are then all the others.
    """
    groups = re.findall(r"\d+", digits)
    joints = [joint.strip(" \n)") for joint in re.findall(r"(?<=\d)\D+(?=\d)", digits)]
    sizes = tuple(map(len, groups))
    if sizes not in _GROUPINGS or apart != (sizes == _APART):
        return False
    if sizes == _IN_FOURS:
        return not any(joints)  # « 06/2026 2027 » is a month
    if sizes == _IN_TWOS:
        return not _is_of_days([int(group) for group in groups], joints)
    return len(set(joints[1:])) <= 1


def _is_of_days(pairs: list[int], joints: list[str]) -> bool:
    """« les 06, 13, 20, 27 et 28 », « 06.12.26 18.30 », « 06/12/26-07/12/26 »."""
    if joints[0] in ("/", ",", "-") and max(pairs) <= LAST_DAY and pairs == sorted(set(pairs)):
        return True
    if joints[0] != joints[1] or joints[0] == "" or joints[2] == joints[0]:
        return False
    return pairs[1] <= LAST_MONTH and pairs[3] <= LAST_DAY


@lru_cache(maxsize=1024)
def _end_of_mobile_abroad(written: str) -> int:
    """The length of the number of a mobile of another country with which `written` begins; 0 for none."""
    from phonenumbers import (  # loaded where there is one
        NumberParseException,
        PhoneNumberType,
        is_valid_number,
        number_type,
        parse,
    )

    ends = [found.end() for found in re.finditer(r"\d(?!\d)", written)]
    for end in ends[-6:]:
        try:
            number = parse(written[:end], "FR")
        except NumberParseException:
            continue
        if number.country_code in DIALLED_WITH_ZERO:
            return 0  # seen already
        if is_valid_number(number) and number_type(number) == PhoneNumberType.MOBILE:
            return end
    return 0


def _mailboxes(read: AsRead) -> Iterator[Personal]:
    if not _may_hold_mail(read.words):
        return
    for found in _MAIL.finditer(read.words):
        domain = re.sub(rf"{_DOT}", ".", found["domain"], flags=re.IGNORECASE).lower()
        first, joint, _ = re.sub("[._]", ".", found["local"]).partition(".")
        if domain in PRIVATE_DOMAINS or (joint and is_first_name(first)):
            yield _at(read, *found.span(), Sort.MAILBOX)


def _may_hold_mail(words: str) -> bool:
    """Whether the sign of an address is there, however it is written: found much faster than an address."""
    if "@" in words or "%40" in words:
        return True
    lower = words.lower()
    if " at " in lower or "arobas" in lower:
        return True
    bracketed = ")" in words or "]" in words or "(" in words or "[" in words or "}" in words or ">" in words
    return bracketed and any(sign in lower for sign in _BRACKETED_AT)


def _numbers(read: AsRead) -> Iterator[Personal]:
    """Numbers that have a key: what it does not fit is another number."""
    for found in _STATE_NUMBER.finditer(read.words):
        from stdnum.fr import nir  # loaded where there is one

        digits = _BETWEEN.sub("", found[0])
        if _MONTHS.match(digits) and nir.is_valid(digits):
            yield _at(read, *found.span(), Sort.STATE_NUMBER)
    for found in islice(_ACCOUNT.finditer(read.words), MOST):
        start = found.start() - 2
        if end := _end_of_account(read.words[start : found.end()]):
            yield _at(read, start, start + end, Sort.ACCOUNT)


def _end_of_account(written: str) -> int:
    """The length of the IBAN at the beginning of `written`, which may go on with another word; 0 for none."""
    from stdnum import iban

    ends = [found.end() for found in re.finditer(r"\w", written)]
    for end in reversed(ends[SHORTEST_ACCOUNT - 1 :]):
        if iban.is_valid(_BETWEEN.sub("", written[:end])):
            return end
    return 0
