"""Personal data in a text: mobile numbers, private mailboxes, names of persons.

What a program can see of them. It is no judge: a name it does not know passes, and a street may look
like a person; so in a text one is only warned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hub.checks.commonplaces import EPONYMS, FIRST_NAMES, PRIVATE_DOMAINS
from hub.model.names import fold

FRANCE = 33
"""The country's calling code."""


class Sort(StrEnum):
    """What was found; the value is said to the writer."""

    MOBILE = "un numéro de téléphone portable"
    MAILBOX = "une boîte aux lettres personnelle"
    NAME = "le nom d'une personne"


class Personal(NamedTuple):
    """Something of a person at `start` (from 0) in a text."""

    start: int
    written: str
    sort: Sort


_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_MOBILE = re.compile(r"(?<!\d)(?:(?:\+|00)33[ .()-]*(?:\(0\))?|0)[ .()-]*[67](?:[ .-]*\d\d){4}(?!\d)")
"""Any number of a French mobile, those of ranges not yet given out included."""

_ABROAD = re.compile(r"(?:\+|00)[1-9]")
_CIVILITY = re.compile(
    r"\b(?:M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteur)[ \u00a0\u202f]+"
    r"(?:[A-ZÀ-Ý][\w'’-]+[ \u00a0]+)?[A-ZÀ-Ý][\w'’-]+"
)
_NAMES = re.compile(
    r"(?<![\w-])(?=(([A-ZÀ-Ý][a-zà-ÿ]+)(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?[ \u00a0]+[A-ZÀ-Ý][\wÀ-ÿ'’-]+))"
)
_SURNAME_FIRST = re.compile(r"(?<![\w-])[A-ZÀ-Ý]{2,}(?:-[A-ZÀ-Ý]{2,})?[ \u00a0]+([A-ZÀ-Ý][a-zà-ÿ]+)\b")
_PLACE_BEFORE = re.compile(
    r"\b(?:rue|avenue|boulevard|place|square|all[ée]e|impasse|cours|quai|chemin|[ée]cole|coll[èe]ge|lyc[ée]e|cr[èe]che|salle|stade|"
    r"gymnase|parc|th[ée][âa]tre|biblioth[èe]que|m[ée]diath[èe]que|centre|maison|espace|r[ée]sidence|piscine|station|h[ôo]pital|"
    r"fondation|prix|cit[ée]|villa|pont|m[ée]tro|association|compagnie|club|amis|cercle|groupe)"
    r"(?:[ \u00a0](?:de|du|des|d['’]|la|le|les|maternelle|élémentaire|primaire|municipale?|social|culturel))*"
    r"[ \u00a0\"«'’-]*$",
    re.IGNORECASE,
)


def personal(text: str) -> Iterator[Personal]:
    """What `text` holds of persons, by place."""
    yield from sorted([*_mobiles(text), *_mailboxes(text), *_names(text), *_surnames_first(text)])


def _mobiles(text: str) -> Iterator[Personal]:
    for found in _MOBILE.finditer(text):
        yield Personal(found.start(), found[0], Sort.MOBILE)
    if not _ABROAD.search(text):
        return
    from phonenumbers import PhoneNumberMatcher, PhoneNumberType, number_type  # loaded where there is one

    for foreign in PhoneNumberMatcher(text, "FR"):
        number = foreign.number
        if number.country_code != FRANCE and number_type(number) == PhoneNumberType.MOBILE:
            yield Personal(foreign.start, foreign.raw_string, Sort.MOBILE)


def _mailboxes(text: str) -> Iterator[Personal]:
    for found in _MAIL.finditer(text) if "@" in text else ():
        first, dot, _ = found[0].partition("@")[0].partition(".")
        if found[1].lower() in PRIVATE_DOMAINS or (dot and _is_name(first)):
            yield Personal(found.start(), found[0], Sort.MAILBOX)


def _names(text: str) -> Iterator[Personal]:
    taken: set[int] = set()
    for found in _CIVILITY.finditer(text):
        taken.update(range(*found.span()))
        yield Personal(found.start(), found[0], Sort.NAME)
    for found in _NAMES.finditer(text):
        known = _is_name(found[2]) and fold(found[1]) not in EPONYMS
        if found.start() not in taken and known and not _is_place(text, found.start()):
            taken.update(range(found.start(), found.end(1)))
            yield Personal(found.start(), found[1], Sort.NAME)


def _surnames_first(text: str) -> Iterator[Personal]:
    """« DUPONT Marie », as lists of attendance have it."""
    for found in _SURNAME_FIRST.finditer(text):
        if _is_name(found[1]):
            yield Personal(found.start(), found[0], Sort.NAME)


def _is_name(word: str) -> bool:
    return fold(word) in FIRST_NAMES


def _is_place(text: str, start: int) -> bool:
    """« rue Jean Jaurès », « École Paul Bert » are no persons of the town."""
    return _PLACE_BEFORE.search(text[max(0, start - 60) : start]) is not None
