"""The plain pages of `content/`."""

from __future__ import annotations

from collections.abc import Iterator

from hub.model.editorial import EDITORIAL, Editorial
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet

KIND = EDITORIAL


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page of the council, and those that have no section."""
    if "conseil" not in tools.hub.editorials:
        yield Sheet("/conseil/", Pages.section_page, ("/conseil/", "section.html"))
    sections = {section.address for section in tools.hub.sections}
    for editorial in tools.hub.editorials.values():
        if editorial.address in sections and editorial.id != "conseil":
            continue  # the introduction of a section, shown on its page
        yield Sheet(editorial.address, _page, (editorial,))


def _page(tools: Pages, editorial: Editorial) -> Page:
    return tools.page(
        "texte.html",
        editorial.address,
        editorial.titre,
        editorial.resume or editorial.titre,
        editorial.address if editorial.id == "conseil" else "/",
        modified=editorial.publie_le.first if editorial.publie_le else None,
        text=tools.renderer.render(editorial.text),
        thing=editorial,
        editorial=editorial,
    )
