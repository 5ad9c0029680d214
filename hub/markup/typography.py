"""French spacing: U+202F before ; ! ?, U+00A0 before : and inside « »; curved apostrophes.

Rules: Lexique des règles typographiques en usage à l'Imprimerie nationale. Text nodes only: never
tags, attributes, code, or what looks like a web address. Applying it twice changes nothing.
"""

from __future__ import annotations

import re

NARROW, WIDE = "\u202f", "\u00a0"

_SPLIT = re.compile(r"(<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>)")
_VERBATIM = ("code", "pre", "script", "style", "kbd", "samp", "textarea", "svg")
_CANDIDATE = re.compile("[;!?:»«%€']")
_RULES = re.compile(
    r"(?P<apostrophe>(?<=[^\W\d_])(?:'|&\#39;)(?=[^\W_]))"
    r"|(?P<keep>(?:https?|mailto|webcal)://?\S+|www\.\S+|&\#?\w+;)"
    r"|(?:^|(?<=[^\s;!?:…(\[«]))(?P<high>[ \u00a0\u202f]+(?=[;!?]))"
    r"|(?<=[^\W_])(?P<glued>(?=[!?]+(?:[\s»)]|$)))"
    r"|(?P<colon>[ \u00a0\u202f]+(?=:(?:\s|$|&nbsp;)))"
    r"|(?P<open>«[ \u00a0\u202f]*(?=\S|$))"
    r"|(?P<close>(?:^|(?<=[^\s«]))[ \u00a0\u202f]*»)"
    r"|(?<=\d)(?P<unit> (?=[%€](?!\w)))"
)
_SPACES = {
    "apostrophe": "’",
    "high": NARROW,
    "glued": NARROW,
    "colon": WIDE,
    "open": "«" + WIDE,
    "close": WIDE + "»",
    "unit": WIDE,
}


def french(text: str) -> str:
    """`text` (plain, or escaped for HTML) with French spaces."""
    if not _CANDIDATE.search(text):
        return text
    return _RULES.sub(_spaced, text)


def french_html(html: str) -> str:
    """A fragment of HTML whose text nodes have French spaces."""
    if not _CANDIDATE.search(html):
        return html
    parts = _SPLIT.split(html)
    verbatim = ""
    for index, part in enumerate(parts):
        if index % 2:
            verbatim = _inside(part, verbatim)
        elif part and not verbatim:
            parts[index] = french(part)
    return "".join(parts)


def _spaced(found: re.Match[str]) -> str:
    return _SPACES.get(found.lastgroup or "", found[0])


def _inside(tag: str, verbatim: str) -> str:
    """The verbatim element we are in after `tag`, given the one before; '' for none."""
    name = re.match(r"</?([a-zA-Z0-9]*)", tag)
    element = name[1].lower() if name else ""
    if verbatim:
        return "" if tag.startswith("</") and element == verbatim else verbatim
    return element if element in _VERBATIM and not tag.startswith("</") else ""
