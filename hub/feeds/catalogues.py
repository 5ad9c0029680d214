"""The catalogues of the open data: ours, a Data Package and that of the French towns (SCDL)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from hub.model import Hub
from hub.model.names import fold
from hub.opendata.rows import Row, as_csv
from hub.opendata.sets import FORMS, LICENCE, LICENCE_NAME, Described, foreign_keys, publisher, schema

THEME = "Vie associative"


def listed(hub: Hub, today: dt.date, sets: list[Described]) -> dict[str, Any]:
    """`jeux.json`: the sets, their files and the day on which they were made."""
    return {"construit_le": str(today), "licence": LICENCE, "jeux": [_listed(hub, one) for one in sets]}


def _listed(hub: Hub, one: Described) -> dict[str, Any]:
    return {
        "nom": one.name,
        "contenu": one.explanation,
        "lignes": one.rows,
        "mis_a_jour": _iso(one.modified),
        "version": one.version,
        "schema": hub.site.absolute(one.schema),
        **{form: hub.site.absolute(one.at(form)) for form in FORMS},
        "annees": {
            str(year): {form: hub.site.absolute(one.at(form, year)) for form in FORMS} for year in one.years
        },
    }


def package(hub: Hub, sets: list[Described]) -> dict[str, Any]:
    """`datapackage.json`: what a program needs to read all of them, and to verify them together.

    https://specs.frictionlessdata.io/data-package/
    """
    return {
        "profile": "tabular-data-package",
        "name": f"{hub.site.identifiant}-donnees",
        "title": hub.site.site_name,
        "homepage": hub.site.absolute("/donnees/"),
        "licenses": [{"name": "etalab-2.0", "title": LICENCE_NAME, "path": LICENCE}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": one.name,
                "title": one.title,
                "path": f"{one.name}.csv",
                "format": "csv",
                "mediatype": FORMS["csv"],
                "encoding": "utf-8",
                "schema": {**schema(hub, one), "foreignKeys": foreign_keys(one, sets)},
            }
            for one in sets
        ],
    }


COLUMNS = tuple(
    "COLL_NOM COLL_SIRET ID TITRE DESCRIPTION THEME PRODUCTEUR_NOM PRODUCTEUR_SIRET COUV_SPAT_MAILLE "
    "COUV_SPAT_NOM COUV_TEMP_DEBUT COUV_TEMP_FIN DATE_PUBL FREQ_MAJ DATE_MAJ MOTS_CLES LICENCE "
    "NOMBRE_RESSOURCES FORMAT_RESSOURCES URL".split()
)
"""Those of the national schema « Catalogue simplifié » 0.1.2 (https://schema.data.gouv.fr/scdl/catalogue/)."""

_LONGEST = 140
"""Characters of a name, there."""


def national(hub: Hub, today: dt.date, sets: list[Described]) -> bytes:
    """`catalogue.csv`, a row a set. Every cell must be there, but the number of a town that is not known:
    where no source says a day, it is the one on which the file was made."""
    return as_csv(lambda: list(_national(hub, today, sets)), COLUMNS)


def _national(hub: Hub, today: dt.date, sets: list[Described]) -> Iterator[Row]:
    name, siret = publisher(hub)[:_LONGEST], hub.site.editeur.siret
    for one in sets:
        modified = one.modified or today
        issued = min(one.published or modified, modified)
        yield {
            "COLL_NOM": name,
            "COLL_SIRET": siret,
            "ID": one.name,
            "TITRE": f"{one.title} ({hub.site.commune})",
            "DESCRIPTION": one.explanation,
            "THEME": THEME,
            "PRODUCTEUR_NOM": name,
            "PRODUCTEUR_SIRET": siret,
            "COUV_SPAT_MAILLE": "Communale",
            "COUV_SPAT_NOM": hub.site.commune[:_LONGEST],
            "COUV_TEMP_DEBUT": str(one.first or issued),
            "COUV_TEMP_FIN": str(one.last or modified),
            "DATE_PUBL": str(issued),
            "FREQ_MAJ": "Irrégulière",
            "DATE_MAJ": str(modified),
            "MOTS_CLES": ";".join(dict.fromkeys(map(fold, one.keywords))),
            "LICENCE": "Licence Ouverte-LO",
            "NOMBRE_RESSOURCES": len(FORMS) * (1 + len(one.years)),
            "FORMAT_RESSOURCES": ";".join(FORMS),
            "URL": hub.site.absolute(one.address),
        }


def _iso(day: dt.date | None) -> str | None:
    return str(day) if day else None
