"""Figures, open data, subscriptions, site map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.model import Hub
from hub.model.calendars import CalendarChannel, calendars_of
from hub.model.channels import CATALOGUE, DCAT, NATIONAL, PACKAGE, SUBSCRIBING, Channel, code_of, feeds_of
from hub.model.kind import Kind
from hub.opendata.sets import LICENCE, LICENCE_NAME, described, publisher
from hub.pages import jsonld
from hub.pages.add_to_calendar import webcal
from hub.pages.figures import WIDTH, figures
from hub.pages.page import Page, Pages
from hub.pages.portions import MOST
from hub.pages.sheet import Sheet


def sheets(tools: Pages) -> Iterator[Sheet]:
    """Figures, data, subscriptions, site map."""
    yield Sheet("/chiffres/", _figures)
    yield Sheet("/donnees/", _data)
    yield Sheet(SUBSCRIBING, _subscriptions)
    yield Sheet("/plan-du-site/", _map)


def _figures(tools: Pages) -> Page:
    return tools.section_page("/chiffres/", "chiffres.html", figures=figures(tools.hub), width=WIDTH)


def _data(tools: Pages) -> Page:
    sets = described(tools.hub, tools.today)
    return tools.section_page(
        "/donnees/",
        "donnees.html",
        sets=sets,
        catalogues=_CATALOGUES,
        licence=(LICENCE, LICENCE_NAME),
        publisher=publisher(tools.hub),
        data=jsonld.script([jsonld.catalogue(tools.hub, sets)]),
    )


_CATALOGUES = {
    PACKAGE: "pour vérifier tous les fichiers d’un coup (Data Package)",
    DCAT: "pour un portail de données (DCAT-AP)",
    NATIONAL: "aux colonnes nationales (catalogue du SCDL)",
    CATALOGUE: "la liste des fichiers, avec le jour où ils ont été faits (JSON)",
}
"""What each list of the data is for."""


def _map(tools: Pages) -> Page:
    hub = tools.hub
    sections = hub.sections
    own = {section.address for section in sections}
    others = [e for e in hub.editorials.values() if e.address not in own]
    return tools.section_page(
        "/plan-du-site/",
        "plan.html",
        sections=sections,
        others=others,
        mapped={kind.base: _mapped(hub, kind) for kind in hub.kinds if _is_mapped(hub, kind)},
        categories=calendars_of(hub.site.mots)[1:],
    )


def _is_mapped(hub: Hub, kind: Kind[Any]) -> bool:
    """Whether the site map names each thing of a kind: while they are few enough for one to read."""
    return bool(kind.section and kind.section.mapped) and len(hub.of(kind)) <= MOST


def _mapped(hub: Hub, kind: Kind[Any]) -> list[tuple[str, str]]:
    """(address, title) of each thing of a kind; what has no title is its section and its key."""
    section = kind.section.said(hub.site.mots).title if kind.section else ""
    return [(one.address, getattr(one, "titre", f"{section} {one.id}")) for one in hub.of(kind)]


class _Address(NamedTuple):
    """What one may subscribe to: `url` is to be copied, `opening` opens an application, if any."""

    anchor: str
    title: str
    explanation: str
    url: str
    opening: str
    page: str
    code: str


def _subscriptions(tools: Pages) -> Page:
    """The addresses to subscribe to, and what to do with them."""
    site = tools.hub.site

    def address(channel: Channel | CalendarChannel, opening: str, page: str) -> _Address:
        code, url = code_of(channel.anchor), site.absolute(channel.address)
        return _Address(channel.anchor, channel.title, channel.explanation, url, opening, page, code)

    feeds = [address(channel, "", channel.home) for channel in feeds_of(tools.hub.kinds)]
    letters = [one for one in feeds if one.page == "/lettre/"]
    calendars = [address(one, webcal(tools.hub, one.address), one.page) for one in calendars_of(site.mots)]
    return tools.section_page(
        SUBSCRIBING,
        "abonnements.html",
        calendars=calendars,
        letters=letters,
        feeds=[one for one in feeds if one not in letters],
    )
