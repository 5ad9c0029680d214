"""A page -> what is searched of it, as a small HTML file that Pagefind reads."""

from __future__ import annotations

import re
from html import escape

from hub.pages.page import Page
from hub.search.kinds import is_list, words_of

SPELT = {
    "œ": "o\u0361e",
    "Œ": "O\u0361e",
    "æ": "a\u0361e",
    "Æ": "A\u0361e",
    "’": "'",
    "·": "\u00ad",
}
"""Pagefind 1.5.2 leaves ligatures alone, glues « l’ » to its word and « ·e·s » to its stem. It folds what
bears a combining mark, and cuts a word at an ASCII apostrophe and at a soft hyphen: each character is written
as what Pagefind understands, which `theme/overrides/assets/search/text.js` turns back to show it."""

_SPELT = str.maketrans(SPELT)

_UNSEARCHED = re.compile(
    r"<(nav|script|svg|button|thead|caption|aside)\b.*?</\1>"
    r"|<p class=\"(?:aide|boutons|suivre|source|verifie|date-publication)\".*?</p>",
    re.DOTALL,
)
"""What stands on every page of a kind and would be found everywhere, and contacts, which make poor
excerpts."""

_HEADER_END = "</header>"
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_BREAKS = re.compile(r"\s*(?:<p>\s*)+")
_TAG = re.compile(r"<(/?[a-z]+[1-6]?)\b[^>]*>")
SAME = 60
"""Characters after which a description that a text begins with is taken for a part of it."""

_KEPT = {
    **{f"{slash}h{level}": f"<{slash}h{level}>" for level in range(2, 7) for slash in ("", "/")},
    **dict.fromkeys(("p", "li", "div", "section", "tr", "dt", "blockquote"), "\n<p>"),
    **dict.fromkeys(("td", "th", "br", "span"), " "),
    "/dt": " : ",
}
"""The tags that part words or weigh on the order of results; the others only weigh on the index."""


def record(page: Page) -> str:
    """The HTML of what is searched of `page`: its words, and what results show beside them.

    The title is a metadata only, so that no excerpt repeats it.
    """
    clues = page.clues
    values = {
        "title": page.title,
        "noms": " ; ".join(clues.names),
        "mots": words_of(page),
        "quand": clues.when,
    }
    metadata = "".join(
        f'<meta data-pagefind-meta="{key}[content]" content="{escape(value)}">'
        for key, value in values.items()
        if value
    )
    return (
        f'<!doctype html><html lang="fr"><head>{metadata}</head>'
        f"<body data-pagefind-body>{_searched(page)}</body></html>"
    ).translate(_SPELT)


def _searched(page: Page) -> str:
    """The text of a page, without its title and its frame; of a list, only what introduces it.

    It begins with the description, unless the text says the same.
    """
    head, _, rest = page.body.partition(_HEADER_END)
    body = head if is_list(page) else f"{head}<p>{rest}"
    body = _UNSEARCHED.sub("", _TITLE.sub("", body))
    text = _BREAKS.sub("\n<p>", _TAG.sub(lambda tag: _KEPT.get(tag[1], ""), body))
    description = escape(page.description)
    return text if description[:SAME] in text else f"<p>{description}\n{text}"
