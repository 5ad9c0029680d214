"""The directory: the list, and a page an association."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.markup import rhythm, states
from hub.markup.addresses import on_a_map
from hub.markup.running import running
from hub.markup.titles import minutes_title
from hub.markup.town import of_town
from hub.model import Hub
from hub.model.association import ASSOCIATION, Association, AssociationStatus
from hub.model.calendars import calendar_of
from hub.model.channels import vcard_of
from hub.model.event import Event, Occurrence
from hub.model.names import fold
from hub.pages import (
    activity_rows,
    directory,
    elections,
    exchanges,
    given,
    jsonld,
    questionnaires,
    volunteering,
)
from hub.pages.actions import held
from hub.pages.add_to_calendar import webcal
from hub.pages.filing import quarter_address, theme_address
from hub.pages.joining import correcting
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.sheet import Sheet

OVER_SHOWN = 10
"""How many past dates of an association its page shows; the calendar has them all, by year."""

MINUTES_SHOWN = 150
"""How many meetings that cite it its page names, the latest ones: more than ten years of most councils."""

SPOT = "https://www.openstreetmap.org/"

KIND = ASSOCIATION


class Meeting(NamedTuple):
    """A meeting that cites an association, as its page names it."""

    address: str
    title: str


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The directory, then each association."""
    yield from directory.sheets(tools)
    for association in tools.hub.associations:
        yield Sheet(association.address, _page, (association,))


@shared
def _cited(tools: Pages) -> dict[str, list[Meeting]]:
    """The meetings that cite each association, newest first: its page tells nothing else of them."""
    index = tools.hub.minutes_of
    each = {one.id: one for those in index.values() for one in those}
    named = {key: Meeting(one.address, minutes_title(one)) for key, one in each.items()}
    return {key: [named[one.id] for one in those] for key, those in index.items()}


def _page(tools: Pages, association: Association) -> Page:
    hub = tools.hub
    purpose = tools.renderer.render(association.objet or "").html
    lead = tools.renderer.beginning(association.objet or "")
    checked = association.verifie_le
    activities = activity_rows.of_association(tools, association)
    cited = tools.once(_cited).get(association.id, [])
    return tools.page(
        "association.html",
        association.address,
        association.nom,
        _described(hub, association, lead),
        "/associations/",
        shell="association",
        modified=checked.first if checked else None,
        clues=Clues(
            names=association.alias,
            when=states.of_association(association),
            words=activities.pop("brackets"),
            spellings=(fold(association.nom), *association.graphies),
        ),
        thing=association,
        association=association,
        purpose=purpose,
        map=_map(association),
        quarter=quarter_address(hub, association.quarter),
        college=hub.colleges.get(association.college or ""),
        themes=[(hub.themes_by_id[theme], theme_address(hub, theme)) for theme in association.themes],
        seats=hub.seats_of.get(association.id, ()),
        standing=tools.once(elections.of_associations).get(association.id, ()),
        meetings=cited[:MINUTES_SHOWN],
        earlier=max(0, len(cited) - MINUTES_SHOWN),
        **_dates(tools, association),
        **activities,
        news=hub.news_of.get(association.id, ()),
        actions=held(tools, association),
        **given.of_association(tools, association),
        exchanges=exchanges.of_association(tools, association.id),
        needs=volunteering.of_association(tools, association),
        questionnaires=questionnaires.of_association(tools, association),
        vcard=vcard_of(association.id) if association.reachable else None,
        correcting=correcting(tools, association),
        data=jsonld.script([jsonld.association(hub, association, lead)]),
    )


def _map(association: Association) -> str:
    """Where a map shows its address; '' for one that has none, or that is no more."""
    address = association.adresse
    if association.statut is AssociationStatus.dissoute or not address:
        return ""
    if address.position:
        latitude, longitude = address.position
        return f"{SPOT}?mlat={latitude}&mlon={longitude}#map=18/{latitude}/{longitude}"
    if not address.voie:
        return ""
    return on_a_map(address.lines)


def _described(hub: Hub, association: Association, purpose: str) -> str:
    """What it does, after its state."""
    state = states.of_association(association)
    words = purpose or f"{association.nom}, association {of_town(hub.site)}."
    return f"Association {state}. {words}" if state else words


def _dates(tools: Pages, association: Association) -> dict[str, Any]:
    """What it organises, for its page: what is coming, the latest of what is over, and its calendar."""
    events = tools.hub.events_of.get(association.id, [])
    rows = [(event, event.upcoming(tools.today)) for event in events]
    ahead = sorted(((e, once) for e, once in rows if once), key=lambda row: row[1].debut)
    over = [(event, following) for event, following in reversed(rows) if following is None]
    file = calendar_of(association.id) if any(event.debut.whole for event in events) else None
    return {
        "coming": [_row(tools, event, following) for event, following in ahead],
        "over": [_row(tools, event, None) for event, _ in over[:OVER_SHOWN]],
        "file": file,
        "calendar": tools.hub.site.absolute(file) if file else None,
        "subscription": webcal(tools.hub, file) if file else None,
    }


def _row(tools: Pages, event: Event, following: Occurrence | None) -> tuple[Event, Occurrence, str, str]:
    """An event, the time of it that is told, when that is, how it comes back or ''."""
    when = tools.when(event, following)
    if following and running(following, tools.today):
        when += " (en cours)"
    return event, following or event.first, when, rhythm.besides(event)
