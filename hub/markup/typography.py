"""French spacing: U+202F before ; ! ?, U+00A0 before : and inside « »; curved apostrophes.

Rules: Lexique des règles typographiques en usage à l'Imprimerie nationale. Text nodes only: never
tags, attributes, code, or what looks like a web address. Applying it twice changes nothing.
"""

from __future__ import annotations

import re

NARROW, WIDE = "\u202f", "\u00a0"

_SPLIT = re.compile(r"(<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>)")
_VERBATIM = re.compile(r"<(code|pre|script|style|kbd|samp|textarea|svg)\b", re.IGNORECASE)
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
    within = ""  # the verbatim element we are in
    watched = bool(_VERBATIM.search(html))
    for index, part in enumerate(parts):
        if index % 2:
            if watched:
                within = _inside(part, within)
        elif not within and _CANDIDATE.search(part):
            parts[index] = _RULES.sub(_spaced, part)
    return "".join(parts)


def _spaced(found: re.Match[str]) -> str:
    return _SPACES.get(found.lastgroup or "", found[0])


def _inside(tag: str, within: str) -> str:
    """The verbatim element we are in after `tag`, given the one before; '' for none."""
    if within:
        return "" if tag.lower().startswith(f"</{within}") else within
    found = _VERBATIM.match(tag)
    return found[1].lower() if found else ""
