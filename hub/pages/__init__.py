"""Pages: Hub -> Pages. A module for each kind that has pages of its own making, one for all the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import MappingProxyType

from hub.markup import Renderer
from hub.model import Hub
from hub.model.kinds import KINDS
from hub.model.media import Weights
from hub.pages import (
    activities,
    agenda,
    associations,
    bureau,
    calls,
    contributing,
    editorial,
    elections,
    exchanges,
    grants,
    guides,
    home,
    joining,
    lacking,
    legal,
    letters,
    minutes,
    opendata,
    projects,
    publication,
    questionnaires,
    reference,
    rooms,
    search,
    subscribing,
    trainings,
    volunteering,
)
from hub.pages.page import Page, Pages
from hub.pages.part import Part
from hub.pages.sheet import Sheet

__all__ = ["Page", "Pages", "Sheet", "pages", "sheets"]

OF_KINDS = (
    editorial,
    associations,
    activities,
    bureau,
    minutes,
    projects,
    elections,
    agenda,
    calls,
    grants,
    exchanges,
    questionnaires,
    guides,
    letters,
    trainings,
    rooms,
)
"""The modules of the kinds that have pages of their own making: `KIND`, and what all the others have too, a
function `sheets(Pages) -> Iterator[Sheet]`."""

OF_SEVERAL = (
    home,
    joining,
    reference,
    opendata,
    subscribing,
    contributing,
    search,
    lacking,
    legal,
    volunteering,
)
"""The modules of pages that show several kinds, or none."""

ALIKE = tuple(
    kind for kind in KINDS if kind.section and kind.shell and kind not in {one.KIND for one in OF_KINDS}
)
"""The kinds whose pages are made like those of any other."""


PARTS = (
    *(Part(section.KIND.base, section.sheets, section.KIND) for section in OF_KINDS),
    *(Part("/", section.sheets) for section in OF_SEVERAL),
    *(Part(kind.base, partial(publication.sheets, kind=kind), kind) for kind in ALIKE),
)
"""The parts of the site, each with the address that most of its pages begin with."""


def sheets(tools: Pages) -> Iterator[Sheet]:
    """Every page of the site, kind by kind, none of them made."""
    for part in PARTS:
        yield from part.sheets(tools)


def pages(
    hub: Hub, today: dt.date, renderer: Renderer, templates: Path, weights: Weights = MappingProxyType({})
) -> Iterator[Page]:
    """Every page of the site, made; `weights` are those of the media that were made."""
    tools = Pages(hub, today, renderer, templates, weights)
    return (sheet.make(tools) for sheet in sheets(tools))
