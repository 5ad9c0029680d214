"""Guides: the list, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from hub.markup import dates
from hub.model.guide import GUIDE, Guide
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages
from hub.pages.publication import page

KIND = GUIDE


def pages(tools: Pages) -> Iterator[Page]:
    """The guides, and each of them."""
    guides = tools.hub.guides
    yield from listing(tools, GUIDE, "guides.html", guides, lambda shown: {"guides": shown})
    for guide in guides:
        yield _page(tools, guide)


def _page(tools: Pages, guide: Guide) -> Page:
    stale = bool(guide.a_revoir_avant and guide.a_revoir_avant.last < tools.today)
    themes = [tools.hub.themes_by_id[theme] for theme in guide.themes]
    clues = Clues(when=f"relu {dates.on(guide.revu_le)}") if guide.revu_le else None
    return page(tools, GUIDE, guide, clues=clues, stale=stale, themes=themes)
