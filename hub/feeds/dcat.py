"""The catalogue of the open data in DCAT-AP 3.0, as JSON-LD: portals read it by themselves.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from hub.model import Hub
from hub.opendata.sets import FORMS, LICENCE, Described, publisher

_AUTHORITY = "http://publications.europa.eu/resource/authority"
"""The controlled vocabularies that DCAT-AP asks for."""


def catalogue(hub: Hub, sets: list[Described]) -> dict[str, Any]:
    """The catalogue, its sets and their files."""
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
        "@id": absolute(one.address),
        "@type": "dcat:Dataset",
        "dct:identifier": absolute(one.address),
        "dct:title": _fr(f"{one.title} ({hub.site.commune})"),
        "dct:description": _fr(one.explanation),
        "dct:publisher": {"@id": absolute("/mentions-legales/")},
        "dcat:contactPoint": _contact(hub),
        "dcat:keyword": list(map(_fr, one.keywords)),
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
