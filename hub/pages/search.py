"""The page of results of the search; `hub.search` makes what it looks into."""

from __future__ import annotations

from collections.abc import Iterator

from hub.pages.page import Pages
from hub.pages.sheet import Sheet


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page of results."""
    yield Sheet("/recherche/", Pages.section_page, ("/recherche/", "recherche.html"))
