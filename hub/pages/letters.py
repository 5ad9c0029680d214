"""The newsletter: its issues, and a page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from hub.markup.issue import blocks, html, listed, readers
from hub.model.issue import issue_of
from hub.model.kind import Kind
from hub.model.letter import LETTER, Letter
from hub.pages.listing import listing
from hub.pages.page import Page, Pages
from hub.pages.publication import page
from hub.pages.sheet import Sheet

KIND = LETTER


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The issues, and each of them."""
    yield from listing(LETTER, "lettres.html", tools.hub.letters, _shown)
    for letter in tools.hub.letters:
        yield Sheet(letter.address, _page, (letter,))


def _shown(tools: Pages, kind: Kind[Letter], letters: Sequence[Letter]) -> dict[str, Any]:
    return {"letters": letters, "readers": readers}


def _page(tools: Pages, letter: Letter) -> Page:
    """An issue, with what it announces."""
    issue = issue_of(tools.hub, letter, tools.today)
    told = blocks(issue, tools.renderer)
    return page(
        tools,
        LETTER,
        letter,
        composed=Markup(html([block for block in told if not block.known])),
        known=[(block, Markup(listed(block))) for block in told if block.known],
        readers=readers(letter.public),
    )
