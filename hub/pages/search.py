"""The page of results of the search; `hub.search` makes what it looks into."""

from __future__ import annotations

from collections.abc import Iterator

from hub.pages.page import Page, Pages


def pages(tools: Pages) -> Iterator[Page]:
    """The page of results."""
    yield tools.section_page("/recherche/", "recherche.html")
