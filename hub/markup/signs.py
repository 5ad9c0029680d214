"""What each sign of a French text needs: the spaces around it, another apostrophe, letters to raise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

NARROW, WIDE = "\u202f", "\u00a0"
SPACES = " \u00a0\u202f"

_LINKING = frozenset(
    "a au aux avec car ce ces cette comme contre dans de depuis des donc du elle elles en entre est et "
    "eux il ils la le les leur lors mais ne ni non où ou oui par pas pour puis quand que qui sa sans se "
    "selon si sont sous sur un une vers y à".split()
)
"""Words that a number before them does not count or measure."""

_OPENING = frozenset(";!?:…([«")

_WORD = re.compile(r"(?P<word>[a-zà-ÿœ]+)(?P<apostrophe>['’]|&\#39;)?")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}(?:</[a-z]+>)?$")
_MEASURES = frozenset("ans euros habitants km m personnes".split())
_DIGITS = frozenset("0123456789")
_COUNT = re.compile(r"[0-9](?:</[a-z]+>)?$|\b[0-9]{1,4}(?:er|re|nde?|e)s?$")
_NUMBERED = re.compile(r"\b[nN]°$|(?<=[0-9 \u00a0\u202f])h$|\b(?:[LRDp]|al|pp|art)\.$")
_HUNDREDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}$")
_THOUSANDS = re.compile(r"[0-9]{3}(?![0-9])")


_HOUR = re.compile(r"[0-9][ \u00a0]h(?:[ \u00a0][0-9]{2})?$")
_TO_AN_HOUR = re.compile(r"à[ \u00a0](?=[0-9]{1,2}[ \u00a0]h\b)")
"""« 14 h à 18 h », which no line breaks."""

OPAQUE = "\ufffc"
"""Stands in a line of words for what is none: code, an image, an address (Unicode, object replacement)."""


class Change(NamedTuple):
    """`text[start:end]` becomes `written`; `raised` where it is the letters of « 1er »."""

    start: int
    end: int
    written: str
    raised: bool = False


class Sign:
    """A sign at `text[start:end]`, the spaces before it (from `left`) and what stands around."""

    __slots__ = ("after", "before", "end", "left", "start", "text")

    def __init__(self, text: str, start: int, end: int, done: int) -> None:
        left = start
        before = text[left - 1] if left else ""
        while before in SPACES and left > done:
            left -= 1
            before = text[left - 1] if left else ""
        self.text, self.left, self.start, self.end = text, left, start, end
        self.before = before
        self.after = text[end] if end < len(text) else " "

    @property
    def spaced(self) -> bool:
        return self.left < self.start

    @property
    def in_address(self) -> bool:
        """Whether a sign glued to a word is a part of a web address."""
        before = self.text[max(0, self.start - 200) : self.start]
        if not ("://" in before or "www." in before or "mailto:" in before):  # almost always, and quickly
            return False
        *_, word = before.rsplit(None, 1) or ("",)
        word = word.rpartition(">")[2]
        return "://" in word or word.startswith(("www.", "mailto:"))

    def after_space(self, space: str) -> Change:
        return Change(self.left, self.start, space)


def _apostrophe(sign: Sign) -> Change | None:
    opens_tag = sign.after == "<" and sign.text[sign.end + 1 : sign.end + 2] != "/"  # l'<a href=...
    follows = sign.after.isalnum() or sign.after == OPAQUE or opens_tag
    inside = not sign.spaced and sign.before.isalpha() and follows
    return Change(sign.start, sign.end, "’") if inside and not sign.in_address else None


def _opening_quote(sign: Sign) -> Change | None:
    end = sign.end
    while end < len(sign.text) and sign.text[end] in SPACES:
        end += 1
    return Change(sign.start, end, "«" + WIDE)


def _closing_quote(sign: Sign) -> Change | None:
    empty = sign.before == "«" or sign.before.isspace()
    return None if empty else sign.after_space(WIDE)


def _high_sign(sign: Sign) -> Change | None:
    """; ! ? after a space; and ! ? glued to the last word of a sentence."""
    if sign.spaced:
        return None if sign.before in _OPENING or sign.before.isspace() else sign.after_space(NARROW)
    rest = sign.text[sign.start : sign.start + 20].lstrip("!?")[:1]
    ends = not rest or rest.isspace() or rest in "»)<"
    glued = sign.text[sign.start] != ";" and sign.before.isalnum() and ends
    return sign.after_space(NARROW) if glued and not sign.in_address else None


def _colon(sign: Sign) -> Change | None:
    ends = sign.after.isspace() or sign.after in "»<"  # a space to come, or the end of a paragraph
    return sign.after_space(WIDE) if sign.spaced and ends else None


def _space(sign: Sign) -> Change | None:
    """The space after « n° », « art. », « L. », between thousands, between a number and what it counts, or
    between two hours.

    « le 2 » at the end of a line is no date.
    """
    before = sign.text[max(0, sign.start - 16) : sign.start]
    number = before[-1:] in _DIGITS
    if sign.after == "à" and _TO_AN_HOUR.match(sign.text, sign.end) and _HOUR.search(before):
        return Change(sign.start, sign.end + 2, f"{WIDE}à{WIDE}")
    if sign.after.isdigit():
        follows = number or _NUMBERED.search(before)
        thousands = _HUNDREDS.search(before) and _THOUSANDS.match(sign.text, sign.end)
        return Change(sign.start, sign.end, NARROW if thousands else WIDE) if follows else None
    word = _WORD.match(sign.text, sign.end)
    counted = word and (word["apostrophe"] is None and word["word"] not in _LINKING)
    if not (word and counted and (number or _COUNT.search(before))):
        return None
    is_year = _YEAR.search(before) and word["word"] not in _MEASURES
    return None if is_year else Change(sign.start, sign.end, WIDE)


def _raised(sign: Sign) -> Change | None:
    """« 1er », where a page may raise letters: not in the title of a window nor in a list of choices."""
    letters = sign.text[sign.start : sign.end]
    number = sign.before if not sign.text[sign.start - 2 : sign.start - 1].isdigit() else ""
    expected = {"1": ("er", "re"), "2": ("nd", "nde", "e")}.get(number, ("e",))
    inside = sign.text[max(0, sign.start - 200) : sign.start].rpartition("<")[2].lower()
    if letters.removesuffix("s") not in expected or sign.in_address:
        return None
    plain = inside.startswith(("title", "option"))
    return None if plain else Change(sign.start, sign.end, letters, raised=True)


def _unit(sign: Sign) -> Change | None:
    one_space = sign.text[sign.left : sign.start] == " "
    measure = one_space and sign.before.isdigit() and not sign.after.isalnum()
    return sign.after_space(WIDE) if measure else None


RULES: Mapping[str, Callable[[Sign], Change | None]] = {
    "'": _apostrophe,
    "&#39;": _apostrophe,
    "«": _opening_quote,
    "»": _closing_quote,
    ";": _high_sign,
    "!": _high_sign,
    "?": _high_sign,
    ":": _colon,
    " ": _space,
    **dict.fromkeys(("er", "ers", "re", "res", "nd", "nde", "nds", "ndes", "e", "es"), _raised),
    "%": _unit,
    "€": _unit,
}
"""What each sign needs. Entities are found too, so that their semicolon is not taken for one."""
