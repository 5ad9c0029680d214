"""The open data: the sets, and the page of each, which shows what its files hold before one takes them."""

from __future__ import annotations

from collections.abc import Iterator

from hub.model.channels import CATALOGUE, DCAT, NATIONAL, PACKAGE
from hub.opendata.preview import preview
from hub.opendata.sets import LICENCE, LICENCE_NAME, Described, described, publisher
from hub.pages import jsonld
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet

HOME = "/donnees/"

_CATALOGUES = {
    PACKAGE: "pour vérifier tous les fichiers d’un coup (Data Package)",
    DCAT: "pour un portail de données (DCAT-AP)",
    NATIONAL: "aux colonnes nationales (catalogue du SCDL)",
    CATALOGUE: "la liste des fichiers, avec le jour où ils ont été faits (JSON)",
}
"""What each list of the data is for."""


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page of the open data, and that of each set."""
    yield Sheet(HOME, _page)
    for one in described(tools.hub, tools.today):
        yield Sheet(one.page, _set, (one,))


def _page(tools: Pages) -> Page:
    sets = described(tools.hub, tools.today)
    return tools.section_page(
        HOME,
        "donnees.html",
        sets=sets,
        catalogues=_CATALOGUES,
        licence=(LICENCE, LICENCE_NAME),
        publisher=publisher(tools.hub),
        data=jsonld.script([jsonld.catalogue(tools.hub, sets)]),
    )


def _set(tools: Pages, one: Described) -> Page:
    return tools.page(
        "donnees-jeu.html",
        one.page,
        one.title,
        one.explanation,
        HOME,
        one=one,
        preview=preview(tools.hub, one),
        licence=(LICENCE, LICENCE_NAME),
        publisher=publisher(tools.hub),
    )
