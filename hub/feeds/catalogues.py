"""The catalogues of the open data: ours, a Data Package, DCAT-AP and that of the French towns (SCDL)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from hub.model import Hub
from hub.model.names import fold
from hub.opendata.rows import Row, as_csv
from hub.opendata.sets import FORMS, LICENCE, LICENCE_NAME, Described, foreign_keys, publisher, schema

_AUTHORITY = "http://publications.europa.eu/resource/authority"
"""The controlled vocabularies that DCAT-AP asks for."""

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


def dcat(hub: Hub, sets: list[Described]) -> dict[str, Any]:
    """The catalogue in DCAT-AP 3.0, as JSON-LD: portals read it by themselves.

    https://semiceu.github.io/DCAT-AP/releases/3.0.0/
    """
    home = hub.site.absolute("/donnees/")
    agent = _agent(hub)
    return {
        "@context": _CONTEXT,
        "@id": home,
        "@type": "dcat:Catalog",
        "dct:title": _fr(f"Données ouvertes : {hub.site.site_name}"),
        "dct:description": _fr(hub.site.site_description),
        "dct:publisher": agent,
        "dct:language": _LANGUAGE,
        "dct:license": {"@id": LICENCE},
        "dct:spatial": _spatial(hub),
        "dcat:themeTaxonomy": {"@id": f"{_AUTHORITY}/data-theme"},
        "foaf:homepage": {"@id": home},
        "dcat:dataset": [_dataset(hub, one) for one in sets],
    }


_LANGUAGE = {"@id": f"{_AUTHORITY}/language/FRA"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _fr(words: str) -> dict[str, str]:
    return {"@language": "fr", "@value": words}


def _day(day: dt.date) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": str(day)}


def _agent(hub: Hub) -> dict[str, Any]:
    agent: dict[str, Any] = {
        "@id": hub.site.absolute("/mentions-legales/"),
        "@type": "foaf:Agent",
        "foaf:name": _fr(publisher(hub)),
        "dct:type": {"@id": "http://purl.org/adms/publishertype/LocalAuthority"},
    }
    siret = hub.site.editeur.siret
    return {**agent, "dct:identifier": siret} if siret else agent


def _spatial(hub: Hub) -> dict[str, Any]:
    return {"@type": "dct:Location", "skos:prefLabel": _fr(hub.site.commune)}


def _contact(hub: Hub) -> dict[str, Any]:
    site = hub.site
    contact: dict[str, Any] = {
        "@type": "vcard:Organization",
        "vcard:fn": site.site_name,
        "vcard:hasURL": {"@id": site.url},
    }
    return {**contact, "vcard:hasEmail": {"@id": f"mailto:{site.contact}"}} if site.contact else contact


def _dataset(hub: Hub, one: Described) -> dict[str, Any]:
    absolute = hub.site.absolute
    days = {"dct:issued": one.published, "dct:modified": one.modified}
    period = {"dcat:startDate": one.first, "dcat:endDate": one.last}
    files = [(form, None) for form in FORMS] + [(form, year) for year in one.years for form in FORMS]
    return {
        "@id": absolute(f"/donnees/#{one.name}"),
        "@type": "dcat:Dataset",
        "dct:identifier": absolute(f"/donnees/#{one.name}"),
        "dct:title": _fr(f"{one.title} ({hub.site.commune})"),
        "dct:description": _fr(one.explanation),
        "dct:publisher": {"@id": absolute("/mentions-legales/")},
        "dcat:contactPoint": _contact(hub),
        "dcat:keyword": list(map(_fr, _words(one))),
        "dcat:theme": {"@id": f"{_AUTHORITY}/data-theme/SOCI"},
        "dcat:landingPage": {"@id": absolute("/donnees/")},
        "dcat:version": one.version,
        "dct:language": _LANGUAGE,
        "dct:spatial": _spatial(hub),
        "dct:accrualPeriodicity": {"@id": f"{_AUTHORITY}/frequency/IRREG"},
        "dct:accessRights": {"@id": f"{_AUTHORITY}/access-right/PUBLIC"},
        "dct:conformsTo": _standard(hub, one),
        **{name: _day(day) for name, day in days.items() if day},
        **(
            {
                "dct:temporal": {
                    "@type": "dct:PeriodOfTime",
                    **{name: _day(day) for name, day in period.items() if day},
                }
            }
            if one.first
            else {}
        ),
        "dcat:distribution": [_distribution(hub, one, form, year) for form, year in files],
    }


def _standard(hub: Hub, one: Described) -> dict[str, Any]:
    return {
        "@id": hub.site.absolute(one.schema),
        "@type": "dct:Standard",
        "dct:title": _fr(f"{one.name} {one.version}"),
    }


def _distribution(hub: Hub, one: Described, form: str, year: int | None) -> dict[str, Any]:
    address = hub.site.absolute(one.at(form, year))
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _fr(address.rpartition("/")[2]),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{FORMS[form]}"},
        "dct:format": {"@id": f"{_AUTHORITY}/file-type/{form.upper()}"},
        "dct:license": {"@id": LICENCE},
        "dct:language": _LANGUAGE,
        "dct:conformsTo": {"@id": hub.site.absolute(one.schema)},
    }


def _words(one: Described) -> list[str]:
    """What people look for it by."""
    return list(dict.fromkeys(("vie associative", "associations", one.kind.many.lower(), one.name)))


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
            "MOTS_CLES": ";".join(dict.fromkeys(map(fold, _words(one)))),
            "LICENCE": "Licence Ouverte-LO",
            "NOMBRE_RESSOURCES": len(FORMS) * (1 + len(one.years)),
            "FORMAT_RESSOURCES": ";".join(FORMS),
            "URL": hub.site.absolute(f"/donnees/#{one.name}"),
        }


def _iso(day: dt.date | None) -> str | None:
    return str(day) if day else None
