"""French spacing: U+202F before ; ! ?, U+00A0 before :, inside « » and before a month; curved apostrophes.

Rules: Lexique des règles typographiques en usage à l'Imprimerie nationale. Text only: never tags,
attributes, code, or what looks like a web address. Applying it twice changes nothing.

One pass over the signs that may need something, rather than a substitution that tries every letter: a page
has few of them, and every page goes through here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

NARROW, WIDE = "\u202f", "\u00a0"
SPACES = " \u00a0\u202f"

_MONTHS = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
_SIGN = re.compile(r"[;!?:»%€«']|&\#?\w+;")
_HTML_SIGN = re.compile(
    r"<(?:(?P<verbatim>code|pre|script|style|kbd|samp|textarea|svg)\b)?[^<>\"']*+"
    r"(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+>|"
    + _SIGN.pattern
    + r"|(?<=[0-9r]) (?="
    + _MONTHS
    + r")",
    re.IGNORECASE,
)
_OPENING = frozenset(";!?:…([«")


def french(text: str) -> str:
    """`text` (plain, or escaped for HTML) with French spaces."""
    return _spaced(text, _SIGN)


def french_html(html: str) -> str:
    """A fragment of HTML whose text has French spaces."""
    return _spaced(html, _HTML_SIGN)


def _spaced(text: str, signs: re.Pattern[str]) -> str:
    parts: list[str] = []
    done = at = 0
    while found := signs.search(text, at):
        start, at = found.span()
        if text[start] == "<":
            if name := found["verbatim"]:
                at = _end_of(name, text, at)
            continue
        rule = _RULES.get(found[0])
        change = rule(_Sign(text, start, at, done)) if rule else None
        if change:
            parts += text[done : change.start], change.written
            done = at = change.end
    return "".join((*parts, text[done:])) if parts else text


def _end_of(name: str, text: str, at: int) -> int:
    """Where the element `name`, opened before `at`, is closed; the end of the text if it never is."""
    found = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)


class _Change(NamedTuple):
    """`text[start:end]` becomes `written`."""

    start: int
    end: int
    written: str


class _Sign:
    """A sign at `text[start:end]`, the spaces before it (from `left`) and what stands around."""

    __slots__ = ("after", "before", "end", "left", "start", "text")

    def __init__(self, text: str, start: int, end: int, done: int) -> None:
        left = start
        while left > done and text[left - 1] in SPACES:
            left -= 1
        self.text, self.left, self.start, self.end = text, left, start, end
        self.before = text[left - 1] if left else ""
        self.after = text[end] if end < len(text) else " "

    @property
    def spaced(self) -> bool:
        return self.left < self.start

    @property
    def in_address(self) -> bool:
        """Whether a sign glued to a word is a part of a web address."""
        *_, word = self.text[max(0, self.start - 200) : self.start].rsplit(None, 1) or ("",)
        word = word.rpartition(">")[2]
        return "://" in word or word.startswith(("www.", "mailto:"))

    def after_space(self, space: str) -> _Change:
        return _Change(self.left, self.end, space + self.text[self.start : self.end])


def _apostrophe(sign: _Sign) -> _Change | None:
    opens_tag = sign.after == "<" and sign.text[sign.end + 1 : sign.end + 2] != "/"  # l'<a href=...
    inside = not sign.spaced and sign.before.isalpha() and (sign.after.isalnum() or opens_tag)
    return _Change(sign.start, sign.end, "’") if inside and not sign.in_address else None


def _opening_quote(sign: _Sign) -> _Change | None:
    end = sign.end
    while end < len(sign.text) and sign.text[end] in SPACES:
        end += 1
    return _Change(sign.start, end, "«" + WIDE)


def _closing_quote(sign: _Sign) -> _Change | None:
    empty = sign.before == "«" or sign.before.isspace()
    return None if empty else sign.after_space(WIDE)


def _high_sign(sign: _Sign) -> _Change | None:
    """; ! ? after a space; and ! ? glued to the last word of a sentence."""
    if sign.spaced:
        return None if sign.before in _OPENING or sign.before.isspace() else sign.after_space(NARROW)
    rest = sign.text[sign.start : sign.start + 20].lstrip("!?")[:1]
    ends = not rest or rest.isspace() or rest in "»)<"
    glued = sign.text[sign.start] != ";" and sign.before.isalnum() and ends
    return sign.after_space(NARROW) if glued and not sign.in_address else None


def _colon(sign: _Sign) -> _Change | None:
    ends = sign.after.isspace() or sign.after == "»"  # which is about to get its space
    return sign.after_space(WIDE) if sign.spaced and ends else None


def _day(sign: _Sign) -> _Change | None:
    """The space between a day and its month, in a page: « le 2 » at the end of a line is no date."""
    whole = sign.text[sign.start - 1].isdigit() or sign.text[: sign.start].endswith("1er")
    return _Change(sign.start, sign.end, WIDE) if whole else None


def _unit(sign: _Sign) -> _Change | None:
    one_space = sign.text[sign.left : sign.start] == " "
    measure = one_space and sign.before.isdigit() and not sign.after.isalnum()
    return sign.after_space(WIDE) if measure else None


_RULES: Mapping[str, Callable[[_Sign], _Change | None]] = {
    "'": _apostrophe,
    "&#39;": _apostrophe,
    "«": _opening_quote,
    "»": _closing_quote,
    ";": _high_sign,
    "!": _high_sign,
    "?": _high_sign,
    ":": _colon,
    " ": _day,
    "%": _unit,
    "€": _unit,
}
"""What each sign needs. Entities are found too, so that their semicolon is not taken for one."""
