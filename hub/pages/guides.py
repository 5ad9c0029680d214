"""Guides: the list, and a page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hub.markup import dates
from hub.model.guide import GUIDE, Guide
from hub.model.kind import Kind
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages
from hub.pages.publication import page
from hub.pages.sheet import Sheet

KIND = GUIDE


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The guides, and each of them."""
    yield from listing(GUIDE, "guides.html", tools.hub.guides, _shown)
    for guide in tools.hub.guides:
        yield Sheet(guide.address, _page, (guide,))


def _shown(tools: Pages, kind: Kind[Guide], guides: Sequence[Guide]) -> dict[str, Any]:
    return {"guides": guides}


def _page(tools: Pages, guide: Guide) -> Page:
    stale = bool(guide.a_revoir_avant and guide.a_revoir_avant.last < tools.today)
    themes = [tools.hub.themes_by_id[theme] for theme in guide.themes]
    clues = Clues(when=f"relu {dates.on(guide.revu_le)}") if guide.revu_le else None
    return page(tools, GUIDE, guide, clues=clues, stale=stale, themes=themes)
