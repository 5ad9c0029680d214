"""The home page and the plain pages of `content/`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.markup import dates
from hub.model import Hub
from hub.model.association import AssociationStatus
from hub.model.minutes import ActionState
from hub.model.publication import Call
from hub.model.sections import BY_ADDRESS
from hub.pages.page import Page, Pages
from hub.pages.times import coming

NEXT_DATES = 5
LATEST_MINUTES = 3
LATEST_NEWS = 3

A_YEAR = 365
"""Days."""


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
        calls=_open_calls(hub, today),
        term=hub.bureau.term_on(today),
        numbers=_numbers(hub, today),
    )


def _open_calls(hub: Hub, today: dt.date) -> list[tuple[Call, str]]:
    """The calls that are open, with the days that are left."""
    return [(one, dates.left(one.cloture.last, today)) for one in hub.open_calls(today) if one.cloture]


def _numbers(hub: Hub, today: dt.date) -> list[tuple[int, str, str]]:
    """The council in three numbers: (number, what it counts, the page that tells more)."""
    active = sum(a.statut is AssociationStatus.active for a in hub.associations)
    meetings = [m for m in hub.minutes if (today - m.date.first).days <= A_YEAR]
    done = sum(action.etat is ActionState.fait for m in hub.minutes for action in m.suivi)
    numbers = (
        (active, "association active" if active == 1 else "associations actives", "/associations/"),
        (
            len(meetings),
            "réunion en un an" if len(meetings) == 1 else "réunions en un an",
            "/comptes-rendus/",
        ),
        (done, "action menée à bien" if done == 1 else "actions menées à bien", "/suivi/"),
    )
    return [row for row in numbers if row[0]]
