"""Rules of where things are on the ground: quarters and degrees (A03x)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from math import cos, hypot, radians
from statistics import median
from typing import Any, NamedTuple

from hub.checks.problem import Problem, problem
from hub.model.association import PostalAddress
from hub.model.change import Place
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.room import ROOM
from hub.model.spot import Spot
from hub.sources import Position

KILOMETRES = 111.0
"""Of a degree of latitude."""

FAR = 25.0
"""Kilometres from the middle of the others beyond which an association of the town is asked about."""

SEVERAL = 4
"""Spots of a town, at least, from which its middle is known."""

FRANCE = (
    ((41.2, 51.2), (-5.3, 9.7)),
    ((14.3, 18.2), (-63.2, -60.7)),  # Antilles
    ((2.0, 5.9), (-54.7, -51.5)),  # Guyane
    ((-21.5, -20.8), (55.1, 55.9)),  # La Réunion
    ((-13.1, -12.5), (44.9, 45.4)),  # Mayotte
    ((46.6, 47.2), (-56.5, -56.0)),  # Saint-Pierre-et-Miquelon
    ((-23.2, -17.8), (157.9, 172.2)),  # Nouvelle-Calédonie
    ((-28.0, -7.5), (-155.0, -134.0)),  # Polynésie
    ((-14.5, -13.1), (-178.5, -176.0)),  # Wallis-et-Futuna
)
"""Latitudes and longitudes between which each part of France is."""


class Address(NamedTuple):
    """The address of a thing, and where it stands."""

    thing: Any
    place: PostalAddress

    def at(self, name: str) -> Position:
        position: Position = self.thing.origin.at("adresse", name)
        return position


def _addresses(hub: Hub) -> Iterator[Address]:
    """Those of associations and of rooms: they are of the town; a date may be anywhere."""
    yield from (Address(one, one.adresse) for one in hub.associations if one.adresse)
    yield from (Address(one, one.adresse) for one in hub.of(ROOM) if one.adresse)


def both_degrees(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A latitude goes with a longitude."""
    for one in _addresses(hub):
        yield from _half(one.place, one.at("latitude"), one.at("longitude"))
    for event in hub.events:
        if place := event.lieu:
            at = event.origin.at
            yield from _half(place, at("lieu", "latitude"), at("lieu", "longitude"))
    for association in hub.associations:
        for rank, activity in enumerate(association.activites):
            if place := activity.lieu:
                inside = association.origin.inside("activites", rank)
                yield from _half(place, inside.at("lieu", "latitude"), inside.at("lieu", "longitude"))


def _half(place: PostalAddress | Place, latitude: Position, longitude: Position) -> Iterator[Problem]:
    if (place.latitude is None) == (place.longitude is None):
        return
    lacking = "longitude" if place.longitude is None else "latitude"
    yield problem(
        "A030",
        latitude if place.longitude is None else longitude,
        f"Il manque la {lacking} : un seul nombre ne dit pas où c'est.",
        f"Ajoutez « {lacking}: », ou retirez l'autre.",
    )


def in_france(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association, a room of a town is in France."""
    for one in _addresses(hub):
        spot = one.place.position
        if spot is None or _is_french(spot):
            continue
        latitude, longitude = spot
        swapped = _is_french((longitude, latitude))
        yield problem(
            "A031",
            one.at("latitude"),
            f"Latitude {latitude}, longitude {longitude} : ce n'est pas en France.",
            "Les deux nombres semblent échangés : mettez chacun à la place de l'autre."
            if swapped
            else "Corrigez ces nombres, ou retirez-les.",
        )


def _is_french(spot: Spot) -> bool:
    latitude, longitude = spot
    return any(low <= latitude <= high and west <= longitude <= east for (low, high), (west, east) in FRANCE)


def near_the_others(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association is not far from all the others of its town."""
    known = [(one, spot) for one in _addresses(hub) if (spot := one.place.position) and _is_french(spot)]
    if len(known) < SEVERAL:
        return
    middle = median(spot[0] for _, spot in known), median(spot[1] for _, spot in known)
    for one, spot in known:
        if (away := distance(spot, middle)) > FAR:
            yield problem(
                "A032",
                one.at("latitude"),
                f"C'est à {away:.0f} km des autres : le plan de l'annuaire irait jusque-là.",
                "Vérifiez ces nombres ; si elle est bien là-bas, retirez-les.",
            )


def distance(one: Spot, other: Spot) -> float:
    """Kilometres between two spots of a country, near enough."""
    wide = cos(radians((one[0] + other[0]) / 2))
    return KILOMETRES * hypot(one[0] - other[0], (one[1] - other[1]) * wide)


def quarters_written_alike(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A quarter has one spelling."""
    first: dict[str, str] = {}
    for one in sorted(_addresses(hub), key=lambda one: one.at("quartier")):
        name = one.place.quartier
        if name and first.setdefault(fold(name), name) != name:
            yield problem(
                "A033",
                one.at("quartier"),
                f"Ce quartier s'écrit aussi « {first[fold(name)]} ».",
                "Écrivez-le partout de la même façon : on cherche par quartier.",
            )


CHECKS = (both_degrees, in_france, near_the_others, quarters_written_alike)
