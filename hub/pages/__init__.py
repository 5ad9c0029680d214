"""Pages: Hub -> Pages. One module a section of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from hub.markup import Renderer
from hub.model import Hub
from hub.pages import agenda, associations, bureau, editorial, minutes, publications, reference, search
from hub.pages.page import Page, Pages

__all__ = ["Page", "pages"]

SECTIONS = (editorial, associations, bureau, minutes, agenda, publications, reference, search)
"""The modules that make pages, each by a function `pages(Pages) -> Iterator[Page]`."""


def pages(hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> Iterator[Page]:
    """Every page of the site, section by section."""
    tools = Pages(hub, today, renderer, templates)
    for section in SECTIONS:
        yield from section.pages(tools)
