"""schema.org in JSON-LD, for search engines: an `Event` a time it takes place, an `NGO` an association,
a `Dataset` a set of the open data."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from hub.markup import states
from hub.markup.picture import plan_of
from hub.markup.plain import excerpt
from hub.markup.titles import event_title, organiser
from hub.model import Hub
from hub.model.association import Association, LocatedAddress, PostalAddress
from hub.model.attachment import Picture
from hub.model.dates import Moment
from hub.model.event import TOWN, Event, Occurrence
from hub.model.names import fold
from hub.model.recurrence import Place
from hub.model.spot import Spot
from hub.model.telephone import international
from hub.opendata.sets import FORMS, LICENCE, Described, publisher

_ESCAPED = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the script that holds the data, or trouble a reader of it."""

FREE = frozenset(("gratuit", "entree libre", "libre", "gratuite", "acces libre"))


def script(data: list[dict[str, Any]]) -> Markup:
    """The data block for a page; '' where there is nothing to say. It runs nothing."""
    if not data:
        return Markup("")
    text = json.dumps(data, ensure_ascii=False)
    for sign, written in _ESCAPED.items():  # far quicker than `str.translate`
        text = text.replace(sign, written)
    return Markup(f'<script type="application/ld+json">{text}</script>')


def events(hub: Hub, event: Event, times: Iterable[Occurrence], description: str) -> list[dict[str, Any]]:
    """One `Event` for each of these times; none for a day that is not known."""
    if not event.debut.whole:
        return []
    common = _common(hub, event, description)
    return [{**common, **_time(once, hub.site.zone)} for once in times]


def _common(hub: Hub, event: Event, description: str) -> dict[str, Any]:
    named = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event_title(event),
        "description": excerpt(event.resume or description, 280),
        "url": hub.site.absolute(event.address),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "organizer": [_organiser(hub, name) for name in event.organisateurs],
        "offers": _offer(hub, event),
        "image": _image(hub, event.image),
    }
    return {key: value for key, value in named.items() if value}


def _time(once: Occurrence, zone: dt.tzinfo) -> dict[str, Any]:
    status = "EventCancelled" if once.annule else "EventRescheduled" if once.moved else "EventScheduled"
    told: dict[str, Any] = {
        "startDate": _iso(once.debut, zone),
        "endDate": _iso(once.fin, zone) if once.fin else None,
        "eventStatus": f"https://schema.org/{status}",
        "previousStartDate": _planned(once, zone) if status == "EventRescheduled" else None,
        "location": _place(once.lieu) if once.lieu else None,
    }
    return {key: value for key, value in told.items() if value}


def _iso(moment: Moment, zone: dt.tzinfo) -> str:
    """A day, or an hour with the offset that the town has that day."""
    if moment.time is None:
        return moment.first.isoformat()
    return moment.datetime.replace(tzinfo=zone).isoformat()


def _planned(once: Occurrence, zone: dt.tzinfo) -> str:
    assert once.planned
    timed = once.event.debut.time is not None
    return _iso(Moment.at(once.planned if timed else dt.date(*once.planned.timetuple()[:3])), zone)


def _place(place: Place) -> dict[str, Any]:
    data: dict[str, Any] = {"@type": "Place", "name": place.nom, "address": place.adresse or place.nom}
    if place.position:
        data["geo"] = _geo(place.position)
    return data


def _geo(spot: Spot) -> dict[str, Any]:
    latitude, longitude = spot
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _image(hub: Hub, picture: Picture | None) -> str | None:
    """The whole address of a picture; None where there is none."""
    plan = plan_of(hub, picture)
    return hub.site.absolute(f"/{plan.fallback.path}") if plan else None


def _organiser(hub: Hub, name: str) -> dict[str, Any]:
    words, association = organiser(hub, name)
    if association:
        return {"@type": "Organization", "name": words, "url": hub.site.absolute(association.address)}
    kind = "GovernmentOrganization" if name == TOWN else "Organization"
    return {"@type": kind, "name": words}


def _offer(hub: Hub, event: Event) -> dict[str, Any] | None:
    """A price only where it is known to be nothing: « 5 €, tisane comprise » is words for people."""
    if not event.tarif:
        return None
    offer: dict[str, Any] = {
        "@type": "Offer",
        "description": event.tarif,
        "url": hub.site.absolute(event.address),
    }
    if fold(event.tarif) in FREE:
        offer |= {"price": "0", "priceCurrency": "EUR"}
    return offer


def association(hub: Hub, one: Association, purpose: str) -> dict[str, Any]:
    """An association as `NGO`: what its page says of it; schema.org has no word for its state."""
    state = states.of_association(one)
    named = {
        "@context": "https://schema.org",
        "@type": "NGO",
        "name": one.nom,
        "alternateName": list(one.alias),
        "description": excerpt(f"Association {state}. {purpose}" if state else purpose, 280),
        "url": hub.site.absolute(one.address),
        "sameAs": one.site,
        "email": one.courriel,
        "telephone": international(one.telephone) if one.telephone else None,
        "address": _postal(one.adresse) if one.adresse else None,
        "location": _where(one.adresse) if one.adresse and one.adresse.position else None,
        "image": _image(hub, one.image),
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": value}
            for name, value in (("RNA", one.rna), ("SIREN", one.siren), ("SIRET", one.siret))
            if value
        ],
    }
    return {key: value for key, value in named.items() if value}


def _where(place: LocatedAddress) -> dict[str, Any]:
    assert place.position
    return {"@type": "Place", "address": _postal(place), "geo": _geo(place.position)}


def _postal(place: PostalAddress) -> dict[str, Any]:
    named = {
        "@type": "PostalAddress",
        "streetAddress": place.voie,
        "postalCode": place.code_postal,
        "addressLocality": place.commune,
        "addressCountry": "FR",
    }
    return {key: value for key, value in named.items() if value}


def catalogue(hub: Hub, sets: Iterable[Described]) -> dict[str, Any]:
    """The open data as `DataCatalog`, a `Dataset` a set: search engines of data look for these."""
    absolute = hub.site.absolute
    agent = {"@type": "GovernmentOrganization", "name": publisher(hub), "url": hub.site.url}
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": f"Données ouvertes : {hub.site.site_name}",
        "url": absolute("/donnees/"),
        "license": LICENCE,
        "inLanguage": "fr",
        "publisher": agent,
        "dataset": [_dataset(hub, one) for one in sets],
    }


def _dataset(hub: Hub, one: Described) -> dict[str, Any]:
    absolute = hub.site.absolute
    data = {
        "@type": "Dataset",
        "name": f"{one.title} ({hub.site.commune})",
        "description": one.explanation,
        "url": absolute(one.address),
        "license": LICENCE,
        "creator": {"@type": "GovernmentOrganization", "name": publisher(hub)},
        "isAccessibleForFree": True,
        "version": one.version,
        "spatialCoverage": hub.site.commune,
        "dateModified": str(one.modified) if one.modified else None,
        "temporalCoverage": f"{one.first}/{one.last}" if one.first else None,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": absolute(one.at(form))}
            for form, kind in FORMS.items()
        ],
    }
    return {key: value for key, value in data.items() if value}
