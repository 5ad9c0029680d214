"""French spacing: U+202F before ; ! ? and between thousands, U+00A0 before :, inside « », after « n° » and
« art. », and between a number and its word; curved apostrophes; in HTML, the letters of « 1er » raised.

Rules: Lexique des règles typographiques en usage à l'Imprimerie nationale. Text only: never tags,
attributes, code, or what looks like a web address. Applying it twice changes nothing.

One match leads from a sign to the next, over tags and words that need nothing: a page has few signs, and
every page goes through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.markup.signs import RULES, Change, Sign

_LETTER = "a-zà-ÿœ"
_PLAIN = "[;!?:»%€«']"
_SPACE = (
    rf" (?:(?<=[0-9h°] )(?=[0-9{_LETTER}])"
    rf"|(?:(?<=[0-9][erns][rdes] )|(?<=[0-9]e ))(?=[{_LETTER}])"
    r"|(?:(?<=\b[LRDp]\. )|(?<=\b(?:al|pp)\. )|(?<=\bart\. ))(?=[0-9]))"
)
_SPACE_LATER = rf"(?<=[0-9])(?:[erns][rdes]|e)(?= [{_LETTER}])"
_SPACE_AFTER_TAG = rf" (?<=[a-z]> )(?=[{_LETTER}])"
_ORDINAL = r"(?<=\b[0-9])(?:ers?|res?|nde?s?|es?)(?![\w@/]|[.-]\w)|(?<=\b[0-9]{2})es?(?![\w@/]|[.-]\w)"
_APOSTROPHE = r"&\#39;"
_ENTITY = r"&(?!\#39;)(?:\#?\w++;)?+"
_VERBATIM = "code|pre|script|style|kbd|samp|textarea|svg"
_TAG_END = r"[^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+>"
_TAG = rf"<(?!(?:{_VERBATIM})\b){_TAG_END}"
_OPENING = rf"<(?P<verbatim>{_VERBATIM})\b{_TAG_END}"
_NO_TAG = rf"<(?!(?:{_VERBATIM})\b{_TAG_END})"


def _pattern(first: str, skipped: str, signs: str, others: str = "") -> re.Pattern[str]:
    """From anywhere to the end of the next sign, which alone is in a group, or of the text.

    Words are skipped up to a character of `first`, which begins a sign or stands before it, as do all tags:
    what is none is `skipped`. Of words that follow one, `signs` are looked for; the others are plain, or
    `others`.
    """
    words = rf"(?!(?=[ erns])(?<=[0-9h°.>rdes])(?:{signs}|{_SPACE_LATER}))[^{first}]++"
    sign = rf"({_PLAIN}|{signs})|{_SPACE_LATER}( ){others}"
    return re.compile(rf"(?:{skipped}{words}|[0-9h°.]++)*+(?:{sign}|\Z)")


_SIGN = _pattern(";!?:»%€«'&0-9h°.", f"{_ENTITY}|", f"{_SPACE}|{_APOSTROPHE}")
_HTML_SIGN = _pattern(
    "<;!?:»%€«'&0-9h°.",
    f"{_TAG}|{_ENTITY}|{_NO_TAG}|",
    f"{_SPACE}|{_SPACE_AFTER_TAG}|{_ORDINAL}|{_APOSTROPHE}",
    f"|{_OPENING}",
)
_WORDS_SIGN = _pattern(";!?:»%€«'0-9h°.", "", f"{_SPACE}|{_ORDINAL}")


def french(text: str) -> str:
    """`text` (plain, or escaped for HTML) with French spaces."""
    return _spaced(text, _SIGN)


def french_html(html: str) -> str:
    """A fragment of HTML whose text has French spaces."""
    return _spaced(html, _HTML_SIGN)


def thousands(number: int) -> str:
    """« 3 000 », its groups held together."""
    return f"{number:,}".replace(",", "\u202f")


def decimal(number: float) -> str:
    """« 12,5 », « 12 »."""
    return f"{number:g}".replace(".", ",")


def changes_of(words: str) -> Iterator[Change]:
    """What French asks of a line of words (not escaped), in order; what is no word there is OPAQUE."""
    return _changes(words, _WORDS_SIGN)


def _spaced(text: str, signs: re.Pattern[str]) -> str:
    parts: list[str] = []
    done = 0
    for change in _changes(text, signs):
        written = f"<sup>{change.written}</sup>" if change.raised else change.written
        parts += text[done : change.start], written
        done = change.end
    return "".join((*parts, text[done:])) if parts else text


def _changes(text: str, signs: re.Pattern[str]) -> Iterator[Change]:
    done = at = 0
    while (found := signs.match(text, at)) and found.lastindex:
        start, at = found.span(found.lastindex)
        if found.lastgroup:
            at = _end_of(found["verbatim"], text, found.end())
            continue
        rule = RULES.get(text[start:at])
        change = rule(Sign(text, start, at, done)) if rule else None
        if change:
            yield change
            done = change.end
            at = max(at, done)


def _end_of(name: str, text: str, at: int) -> int:
    """Where the element `name`, opened before `at`, is closed; the end of the text if it never is."""
    found = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)
