"""French spacing: U+202F before ; ! ? and between thousands, U+00A0 before :, inside « », after « n° », and
between a number and its word; curved apostrophes; in HTML, the letters of « 1er » raised.

Rules: Lexique des règles typographiques en usage à l'Imprimerie nationale. Text only: never tags,
attributes, code, or what looks like a web address. Applying it twice changes nothing.

One pass over the signs that may need something, rather than a substitution that tries every letter: a page
has few of them, and every page goes through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.markup.signs import RULES, Change, Sign

_SPACE = r"(?<=[0-9h°]) (?=[0-9a-zà-ÿœ])|(?<=[0-9][erns][rdes]) (?=[a-zà-ÿœ])|(?<=[0-9]e) (?=[a-zà-ÿœ])"
_PLAIN = rf"[;!?:»%€«']|{_SPACE}"
_ENTITY = r"&\#?\w+;"
_ORDINAL = r"(?<=\b[0-9])(?:ers?|res?|nde?s?|es?)(?![\w@/]|[.-]\w)|(?<=\b[0-9]{2})es?(?![\w@/]|[.-]\w)"
_VERBATIM = "code|pre|script|style|kbd|samp|textarea|svg"
_TAG_END = r"[^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+>"
_TAGS = rf"<(?P<verbatim>{_VERBATIM})\b{_TAG_END}|(?:<(?!(?:{_VERBATIM})\b){_TAG_END}\n*+)++"


def _pattern(first: str, *signs: str) -> re.Pattern[str]:
    """One of `signs`; each begins with one of the characters `first`, looked for before all else: half the
    time of a page goes there."""
    return re.compile(rf"(?=[{first}])(?:{'|'.join(signs)})")


_SIGN = _pattern(";!?:»%€«'& ", _PLAIN, _ENTITY)
_HTML_SIGN = _pattern("<;!?:»%€«'& ern", _TAGS, _PLAIN, _ENTITY, _ORDINAL, r"(?<=[a-z]>) (?=[a-zà-ÿœ])")
_WORDS_SIGN = _pattern(";!?:»%€«' ern", _PLAIN, _ORDINAL)


def french(text: str) -> str:
    """`text` (plain, or escaped for HTML) with French spaces."""
    return _spaced(text, _SIGN)


def french_html(html: str) -> str:
    """A fragment of HTML whose text has French spaces."""
    return _spaced(html, _HTML_SIGN)


def thousands(number: int) -> str:
    """« 3 000 », its groups held together."""
    return f"{number:,}".replace(",", "\u202f")


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
    while found := signs.search(text, at):
        start, at = found.span()
        if text[start] == "<":
            if name := found["verbatim"]:
                at = _end_of(name, text, at)
            continue
        rule = RULES.get(found[0])
        change = rule(Sign(text, start, at, done)) if rule else None
        if change:
            yield change
            done = change.end
            at = max(at, done)


def _end_of(name: str, text: str, at: int) -> int:
    """Where the element `name`, opened before `at`, is closed; the end of the text if it never is."""
    found = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)
