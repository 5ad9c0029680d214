"""The plain pages of `content/`."""

from __future__ import annotations

from collections.abc import Iterator

from hub.model.editorial import EDITORIAL
from hub.model.sections import BY_ADDRESS
from hub.pages.page import Page, Pages

KIND = EDITORIAL


def pages(tools: Pages) -> Iterator[Page]:
    """The page of the council, and those that have no section."""
    if "conseil" not in tools.hub.editorials:
        yield tools.section_page("/conseil/", "section.html")
    for editorial in tools.hub.editorials.values():
        section = BY_ADDRESS.get(editorial.address)
        if section and section.id != "conseil":
            continue  # the introduction of a section, shown on its page
        rendered = tools.renderer.render(editorial.text)
        yield tools.page(
            "texte.html",
            editorial.address,
            editorial.titre,
            editorial.resume or editorial.titre,
            editorial.address if section else "/",
            modified=editorial.publie_le.first if editorial.publie_le else None,
            text=rendered,
            editorial=editorial,
        )
