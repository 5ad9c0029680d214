"""The directory: the list, and a page an association."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from hub.markup.plain import plain
from hub.model.association import Association, AssociationStatus
from hub.model.names import initial
from hub.pages.page import Page, Pages


def pages(tools: Pages) -> Iterator[Page]:
    """The directory, then each association."""
    hub = tools.hub
    listed = [a for a in hub.associations if a.statut is not AssociationStatus.dissoute]
    yield tools.section_page(
        "/associations/",
        "annuaire.html",
        letters=[(letter, list(group)) for letter, group in groupby(listed, lambda a: initial(a.nom))],
        dissolved=[a for a in hub.associations if a.statut is AssociationStatus.dissoute],
        themes=[
            (theme, [a for a in listed if theme.id in a.themes])
            for theme in hub.themes
            if any(theme.id in a.themes for a in listed)
        ],
        count=len(listed),
    )
    for association in hub.associations:
        yield _page(tools, association)


def _page(tools: Pages, association: Association) -> Page:
    hub = tools.hub
    purpose = tools.renderer.render(association.objet).html if association.objet else ""
    checked = association.verifie_le
    return tools.page(
        "association.html",
        association.address,
        association.nom,
        plain(purpose) or f"{association.nom}, association de {hub.site.commune}.",
        "/associations/",
        shell="association",
        modified=checked.first if checked else None,
        association=association,
        purpose=purpose,
        college=hub.colleges.get(association.college),
        themes=[hub.themes_by_id[theme] for theme in association.themes],
        seats=hub.seats_of.get(association.id, ()),
        minutes=hub.minutes_of.get(association.id, ()),
        events=_events(tools, association),
        news=hub.news_of.get(association.id, ()),
    )


def _events(tools: Pages, association: Association) -> list[tuple[str, str, str]]:
    """(title, address, when) of what it organises, what is coming first."""
    rows = []
    for event in tools.hub.events_of.get(association.id, ()):
        following = tools.next_occurrence(event)
        rows.append((following is None, event, following))
    rows.sort(key=lambda row: row[0])
    return [(event.titre, event.address, tools.when(event, following)) for _, event, following in rows]
