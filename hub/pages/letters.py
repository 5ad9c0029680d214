"""The newsletter: its issues, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from hub.markup.issue import blocks, html, readers
from hub.model.issue import issue_of
from hub.model.letter import LETTER
from hub.pages.listing import listing
from hub.pages.page import Page, Pages
from hub.pages.publication import page

KIND = LETTER


def pages(tools: Pages) -> Iterator[Page]:
    """The issues, and each of them with what it announces."""
    letters = tools.hub.letters
    yield from listing(
        tools, LETTER, "lettres.html", letters, lambda shown: {"letters": shown, "readers": readers}
    )
    for letter in letters:
        issue = issue_of(tools.hub, letter, tools.today)
        composed = Markup(html(blocks(issue, tools.renderer)))
        yield page(tools, LETTER, letter, composed=composed, readers=readers(letter.public))
