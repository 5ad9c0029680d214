"""Figures, site map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model import Hub
from hub.model.kind import Kind
from hub.model.sections import LACKING, entries_of
from hub.pages.bars import WIDTH
from hub.pages.figures import figures
from hub.pages.page import Page, Pages
from hub.pages.portions import MOST
from hub.pages.sheet import Sheet


def sheets(tools: Pages) -> Iterator[Sheet]:
    """Figures, site map."""
    yield Sheet("/chiffres/", _figures)
    yield Sheet("/plan-du-site/", _map)


def _figures(tools: Pages) -> Page:
    found = figures(tools.hub)
    asked = any(one.unknown for one in found) and tools.section(LACKING) in tools.hub.sections
    return tools.section_page("/chiffres/", "chiffres.html", figures=found, asked=asked, width=WIDTH)


def _map(tools: Pages) -> Page:
    hub = tools.hub
    sections = hub.sections
    own = {section.address for section in sections}
    others = [e for e in hub.editorials.values() if e.address not in own]
    entries = entries_of(sections)
    named = {section.address for entry in entries for section in entry.within}
    return tools.section_page(
        "/plan-du-site/",
        "plan.html",
        tasks=[one for one in sections if one.task],
        entries=entries,
        beside=[one for one in sections if one.address not in named],
        others=others,
        mapped={kind.base: _mapped(hub, kind) for kind in hub.kinds if _is_mapped(hub, kind)},
    )


def _is_mapped(hub: Hub, kind: Kind[Any]) -> bool:
    """Whether the site map names each thing of a kind: while they are few enough for one to read."""
    return bool(kind.section and kind.section.mapped) and len(hub.of(kind)) <= MOST


def _mapped(hub: Hub, kind: Kind[Any]) -> list[tuple[str, str]]:
    """(address, title) of each thing of a kind; what has no title is its section and its key."""
    section = kind.section.said(hub.site.mots).title if kind.section else ""
    return [(one.address, getattr(one, "titre", f"{section} {one.id}")) for one in hub.of(kind)]
