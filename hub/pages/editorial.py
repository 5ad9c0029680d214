"""The home page and the plain pages of `content/`."""

from __future__ import annotations

from collections.abc import Iterator

from hub.model.publication import CallState
from hub.model.sections import BY_ADDRESS
from hub.pages.page import Page, Pages
from hub.pages.times import coming

NEXT_DATES = 5
LATEST_MINUTES = 3
LATEST_NEWS = 3


def pages(tools: Pages) -> Iterator[Page]:
    """The home page and the plain pages."""
    yield _home(tools)
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


def _home(tools: Pages) -> Page:
    hub, today = tools.hub, tools.today
    editorial = hub.editorials.get("index")
    return tools.page(
        "accueil.html",
        "/",
        hub.site.site_name,
        (editorial and editorial.resume) or hub.site.site_description,
        "/",
        heading=editorial.titre if editorial else hub.site.site_name,
        lead=(editorial and editorial.resume) or hub.site.site_description,
        introduction=tools.introduction(BY_ADDRESS["/"]),
        dates=coming(hub, today)[:NEXT_DATES],
        minutes=hub.minutes[:LATEST_MINUTES],
        news=hub.news[:LATEST_NEWS],
        calls=[call for call in hub.calls if call.state(today) is CallState.ouvert],
        term=hub.bureau.term_on(today),
    )
