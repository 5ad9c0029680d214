"""Words as they may stand in HTML, written as a browser would write them."""

from __future__ import annotations

from html import escape

BREAKS = frozenset(("<br>", "<br/>", "<br />"))
"""The one piece of HTML that is accepted, in the cell of a table, where Markdown has no other break."""


def text(words: str) -> str:
    """`words` between tags."""
    return escape(words, quote=False).replace("\r", " ")


def attribute(words: str) -> str:
    """`words` between double quotes."""
    return text(words).replace('"', "&quot;")


def without_comments(html: str) -> str:
    """`html` without its comments; one that does not end is text like the rest."""
    kept: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 2)) >= 0:
        kept.append(html[at:start])
        at = end + 3
    return "".join((*kept, html[at:]))
