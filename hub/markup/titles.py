"""The titles that are derived rather than written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hub.markup import dates, states
from hub.markup.plain import capital
from hub.markup.town import of_town
from hub.model import Hub
from hub.model.association import Association
from hub.model.event import TOWN, Event, NextMeeting
from hub.model.fields import TO_CONFIRM
from hub.model.kinds import kind_of
from hub.model.letter import Letter
from hub.model.minutes import Minutes


def minutes_title(minutes: Minutes) -> str:
    """« Compte rendu du bureau du 25 novembre 2021 »."""
    return f"Compte rendu {minutes.body.after('du')} du {dates.date(minutes.date)}"


def letter_title(letter: Letter) -> str:
    """« Lettre n° 3 : Éloge de la deuxième chaussette »: what a mail and a feed call an issue."""
    return f"Lettre n°\u00a0{letter.numero} : {letter.titre}"


def event_title(event: Event) -> str:
    """Meetings announced by minutes bear one title: their date tells them apart."""
    if isinstance(event, NextMeeting):
        return f"{event.titre}, {dates.date(event.debut)}"
    return event.titre


def title_of(thing: Any) -> str:
    """What a thing of any kind is called: its section and its key, where it has no name of its own."""
    if isinstance(thing, Minutes):
        return minutes_title(thing)
    if isinstance(thing, Event):
        return event_title(thing)
    section = kind_of(thing).section
    own: str | None = getattr(thing, "titre", None) or getattr(thing, "nom", None)
    return own or f"{section.title if section else capital(kind_of(thing).one)} {getattr(thing, 'id', '')}"


def organiser(hub: Hub, name: str) -> tuple[str, Association | None]:
    """The words for an organiser named in an event, and the association it means."""
    if name == TOWN:
        return f"Ville {of_town(hub.site)}", None
    association = hub.named(name)
    return (association.nom if association else name), association


def named(hub: Hub, names: Iterable[str]) -> list[tuple[str, Association | None]]:
    """The name that each bears in the directory, with the association it means; however it was typed."""
    found = [(name, hub.named(name)) for name in names]
    words = {TO_CONFIRM: "à confirmer"}
    return [(one.nom if one else words.get(name, name), one) for name, one in found]


def listed(hub: Hub, names: Iterable[str]) -> str:
    """The same in a sentence, each with its state, where no link can be."""
    return ", ".join(states.association(words, one) for words, one in named(hub, names))
