"""The signs of a French text: one match leads to the next, and none is passed over."""

from __future__ import annotations

import re

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from hub.markup import typography
from hub.markup.signs import RULES, Change, Sign
from hub.markup.typography import changes_of, french, french_html

LETTER = "a-zà-ÿœ"
SPACE = rf"(?<=[0-9h°]) (?=[0-9{LETTER}])|(?<=[0-9][erns][rdes]) (?=[{LETTER}])|(?<=[0-9]e) (?=[{LETTER}])"
SHORT = r"(?:(?<=\b[LRDp]\.)|(?<=\b(?:al|pp)\.)|(?<=\bart\.)) (?=[0-9])"
PLAIN = rf"[;!?:»%€«']|{SPACE}|{SHORT}"
ORDINAL = r"(?<=\b[0-9])(?:ers?|res?|nde?s?|es?)(?![\w@/]|[.-]\w)|(?<=\b[0-9]{2})es?(?![\w@/]|[.-]\w)"
ENTITY = r"&\#?\w+;"
VERBATIM = "code|pre|script|style|kbd|samp|textarea|svg"
TAG_END = r"[^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+>"
TAG = rf"<(?P<verbatim>{VERBATIM})\b{TAG_END}|<(?!(?:{VERBATIM})\b){TAG_END}"

PIECES = (
    " ~  ~\u00a0~\u202f~1~2~12~000~2026~1er~1re~2nde~3e~13e~123e mot~e~es~ers~h~°~n°~art.~L.~p.~14 h 30~a~é~œ~mot~Mot~http://x"
    "~<b>~</b>~12</b> mot~<br>\n"
    '~<a href="x:y ; 1 000">~</a>~<code>~</code>~<svg>~</svg>~<title>~<option>~<code x="~<~>'
    "~\"~'~&#39;~&amp;~&nbsp;~&~#39;~;~!~?~:~»~«~%~€~.~,~-~@~/~\n~(~)~\ufffc~er~r~n~d~s"
).split("~")
"""What a text is drawn of: whatever begins, ends or surrounds a sign."""


def found_one_by_one(text: str, *signs: str) -> list[Change]:
    """The changes of a text, each sign looked for at each place."""
    sign = re.compile("|".join(signs))
    changes: list[Change] = []
    done = at = 0
    while found := sign.search(text, at):
        start, at = found.span()
        if text[start] == "<":
            name = found["verbatim"]
            end = name and re.compile(rf"</{name}\b", re.IGNORECASE).search(text, at)
            at = (end.start() if end else len(text)) if name else at
        elif (rule := RULES.get(found[0])) and (change := rule(Sign(text, start, at, done))):
            changes.append(change)
            done = change.end
            at = max(at, done)
    return changes


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (typography._SIGN, (PLAIN, ENTITY)),
        (typography._HTML_SIGN, (TAG, PLAIN, ENTITY, ORDINAL, rf"(?<=[a-z]>) (?=[{LETTER}])")),
        (typography._WORDS_SIGN, (PLAIN, ORDINAL)),
    ],
    ids=["text", "html", "words"],
)
@settings(max_examples=500)
@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_sign_is_passed_over(pattern: re.Pattern[str], signs: tuple[str, ...], text: str) -> None:
    assert list(typography._changes(text, pattern)) == found_one_by_one(text, *signs)


def test_a_long_text_without_a_sign_changes_in_no_way() -> None:
    words = "des mots et <b>des mots</b>\n" * 10_000
    assert french(words) == french_html(words) == words
    assert not list(changes_of(words))
