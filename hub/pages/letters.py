"""The newsletter: its issues, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from hub.markup.issue import blocks, html, readers
from hub.model.issue import issue_of
from hub.model.letter import LETTER, Letter
from hub.pages.page import Page, Pages
from hub.pages.publication import page
from hub.pages.sheet import Sheet

KIND = LETTER


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The issues, and each of them."""
    yield Sheet(LETTER.base, _list)
    for letter in tools.hub.letters:
        yield Sheet(letter.address, _page, (letter,))


def _list(tools: Pages) -> Page:
    return tools.section_page(LETTER.base, "lettres.html", letters=tools.hub.letters, readers=readers)


def _page(tools: Pages, letter: Letter) -> Page:
    """An issue, with what it announces."""
    issue = issue_of(tools.hub, letter, tools.today)
    composed = Markup(html(blocks(issue, tools.renderer)))
    return page(tools, LETTER, letter, composed=composed, readers=readers(letter.public))
