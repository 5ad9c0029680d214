"""A cell of telephone numbers."""

from __future__ import annotations

import re

from hub.checks.personal import Sort
from hub.checks.spreadsheet import number_of
from hub.importing.directory.reading import Read, kept, whole
from hub.importing.personal import persons_in
from hub.model.telephone import shown

_DIGITS = re.compile(r"(?:\+|\(\+)?\(?\d+")
_JOINTS = re.compile(r"[ .\-/()\u2010-\u2015\u00b7]*")
_LONGEST_NUMBER = 24
SOME_DIGITS = 6
"""Digits of what was meant for a number."""


def phone(text: str) -> Read:
    """The first number that is nobody's own; the others are told beside it."""
    if (only := _number(text)) and not persons_in(only):
        return Read(only)
    numbers, rest = _numbers(text)
    own = [number for number in numbers if not persons_in(number)]
    persons = [Sort.MOBILE] * (len(numbers) - len(own))
    beside = [f"autre téléphone : {number}" for number in own[1:]]
    doubt = ""
    if not numbers:
        doubt = _doubtful_phone(text)
        return Read(doubt=doubt, rest=() if doubt else whole(text, persons), persons=tuple(persons))
    words = kept(rest, persons)
    return Read(own[0] if own else "", (*beside, *words), doubt, tuple(persons))


def _doubtful_phone(text: str) -> str:
    found = number_of(text)
    if found and not found.known:
        return f"« {text} » : le tableur a perdu des chiffres de ce téléphone, recopiez-le."
    digits = sum(map(str.isdigit, text))
    return f"« {text} » n'est pas un numéro qui sonne." if digits >= SOME_DIGITS else ""


def _number(text: str) -> str | None:
    """One number, with the zero or the sign that a spreadsheet took."""
    made = number_of(text)
    if made:
        return _restored(made.digits) if made.known else None
    return shown(text) or (_restored(re.sub(r"\D", "", text)) if re.fullmatch(r"[\d .]+", text) else None)


def _restored(digits: str) -> str | None:
    if len(digits) == 9:
        return shown(f"0{digits}")
    return shown(f"+{digits}") if len(digits) > 10 else shown(digits)


def _numbers(text: str) -> tuple[list[str], str]:
    """Each number, from left to right, and what is left of the text."""
    found, rest, at = [], "", 0
    while start := _DIGITS.search(text, at):
        rest += text[at : start.start()]
        number, at = _longest(text, start.start())
        if number:
            found.append(number)
        else:
            rest, at = rest + text[start.start() : start.end()], start.end()
    return list(dict.fromkeys(found)), rest + text[at:]


def _longest(text: str, start: int) -> tuple[str | None, int]:
    """The longest number that begins there, and where it ends."""
    best: tuple[str | None, int] = (None, start)
    at = start
    for _ in range(9):
        group = (_DIGITS if at == start else re.compile(r"\(?\d+")).match(text, at)
        if group is None or group.end() - start > _LONGEST_NUMBER:
            break
        end = group.end()
        if end - start >= 8 and (number := _number(text[start:end])):
            best = number, end
        joint = _JOINTS.match(text, end)
        at = joint.end() if joint else end
    return best
