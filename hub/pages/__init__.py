"""Pages: Hub -> Pages. One module a section of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from hub.markup import Renderer
from hub.model import Hub
from hub.model.media import Weights
from hub.pages import (
    agenda,
    associations,
    bureau,
    editorial,
    home,
    minutes,
    publications,
    reference,
    search,
)
from hub.pages.page import Page, Pages

__all__ = ["Page", "pages"]

SECTIONS = (home, editorial, associations, bureau, minutes, agenda, publications, reference, search)
"""The modules that make pages, each by a function `pages(Pages) -> Iterator[Page]`."""


def pages(
    hub: Hub, today: dt.date, renderer: Renderer, templates: Path, weights: Weights = MappingProxyType({})
) -> Iterator[Page]:
    """Every page of the site, section by section; `weights` are those of the media that were made."""
    tools = Pages(hub, today, renderer, templates, weights)
    for section in SECTIONS:
        yield from section.pages(tools)
