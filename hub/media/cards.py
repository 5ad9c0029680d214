"""Cards: the picture of a page where its link is shared (Open Graph, `og:image`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hub.markup import Renderer, dates, rhythm, states
from hub.markup.plain import capital, excerpt
from hub.markup.titles import event_title, minutes_title
from hub.markup.typography import french
from hub.media.look import Look
from hub.media.work import Work
from hub.model import Hub
from hub.model.event import Event, Occurrence
from hub.model.media import card_of
from hub.model.publication import Call

DETAIL = 120
"""Letters that a card has room for under its title."""


class Face(NamedTuple):
    """What a card tells of the page `address`: what it is about, its title, a detail."""

    address: str
    kind: str
    title: str
    detail: str


def works(hub: Hub, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The card of the site, and of each thing that has a page."""
    for face in faces(hub, renderer):
        content = {
            "kind": french(capital(face.kind)),
            "title": french(face.title),
            "detail": french(excerpt(face.detail, DETAIL)),
            "site": french(hub.site.site_name),
            "council": french(hub.site.conseil),
            "colours": look.colours,
            "mark": look.mark,
        }
        yield Work(card_of(face.address), "carte", json.dumps(content, ensure_ascii=False, sort_keys=True))


def faces(hub: Hub, renderer: Renderer) -> Iterator[Face]:
    """What each card tells. Nothing in it depends on the day: a card is made once."""
    site = hub.site
    yield Face("/", site.commune, site.site_name, site.site_description)
    for association in hub.associations:
        purpose = renderer.beginning(association.objet or "")
        kind = f"Association {states.of_association(association)}".strip()
        yield Face(association.address, kind, association.nom, purpose)
    for event in hub.events:
        yield Face(event.address, event.categorie.libelle, event_title(event), _when_and_where(event))
    for minutes in hub.minutes:
        agenda = ", ".join(minutes.ordre_du_jour)
        yield Face(minutes.address, minutes.instance.libelle, minutes_title(minutes), agenda)
    for call in hub.calls:
        yield Face(call.address, call.type.libelle, call.titre, _until(call))
    for letter in hub.letters:
        yield Face(letter.address, f"Lettre n°\u00a0{letter.numero}", letter.titre, letter.resume or "")
    for kind, things in (("Actualité", hub.news), ("Guide", hub.guides)):
        for thing in things:
            yield Face(thing.address, kind, thing.titre, thing.resume or "")


def _when_and_where(event: Event) -> str:
    if event.annule:
        return "Annulé"
    repeated = rhythm.recurrence(event)
    words = repeated or dates.span(Occurrence(event, event.debut, event.fin))
    return _joined((capital(words), event.lieu.nom if event.lieu else ""))


def _until(call: Call) -> str:
    closing = f"Jusqu’{dates.until(call.cloture).removeprefix('jusqu’')}" if call.cloture else ""
    return _joined((closing, call.resume or ""))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
