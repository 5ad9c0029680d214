"""Rules of where things are on the ground: quarters and degrees (A03x)."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from math import cos, hypot, radians
from statistics import median
from typing import NamedTuple

from hub.checks.problem import Problem, problem
from hub.model.event import Event
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.offer import ACTIVITY, Offer
from hub.model.room import ROOM
from hub.model.spot import Located, Spot, spot_of
from hub.sources import Position

KILOMETRES = 111.0
"""Of a degree of latitude."""

FAR = 25.0
"""Kilometres from the middle of the others beyond which an association of the town is asked about."""

SHORTEST = 5
"""Letters of a name of which another, like it but for one, is a slip."""

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


class Placed(NamedTuple):
    """What says its degrees, and where it says them."""

    place: Located
    latitude: Position
    longitude: Position


def _of_the_town(hub: Hub) -> Iterator[Placed]:
    """Associations and rooms: a date may be anywhere."""
    for one in hub.associations:
        if one.adresse:
            at = one.origin.at
            yield Placed(one.adresse, at("adresse", "latitude"), at("adresse", "longitude"))
    for room in hub.of(ROOM):
        yield Placed(room, room.origin.at("latitude"), room.origin.at("longitude"))


def _elsewhere(hub: Hub) -> Iterator[Placed]:
    """The places of dates and of activities."""
    those: tuple[Event | Offer, ...] = (*hub.events, *hub.of(ACTIVITY))
    for one in those:
        if one.lieu:
            at = one.origin.at
            yield Placed(one.lieu, at("lieu", "latitude"), at("lieu", "longitude"))


def both_degrees(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A latitude goes with a longitude."""
    for place, latitude, longitude in (*_of_the_town(hub), *_elsewhere(hub)):
        if (place.latitude is None) != (place.longitude is None):
            lacking = "longitude" if place.longitude is None else "latitude"
            yield problem(
                "A030",
                latitude if place.longitude is None else longitude,
                f"Il manque la {lacking} : un seul nombre ne dit pas où c'est.",
                f"Ajoutez « {lacking}: », ou retirez l'autre.",
            )


def in_france(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association, a room of a town is in France."""
    for one in _of_the_town(hub):
        spot = spot_of(one.place)
        if spot is None or _is_french(spot):
            continue
        latitude, longitude = spot
        swapped = _is_french((longitude, latitude))
        yield problem(
            "A031",
            one.latitude,
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
    known = [(one, spot) for one in _of_the_town(hub) if (spot := spot_of(one.place)) and _is_french(spot)]
    if len(known) < SEVERAL:
        return
    middle = median(spot[0] for _, spot in known), median(spot[1] for _, spot in known)
    for one, spot in known:
        if (away := distance(spot, middle)) > FAR:
            yield problem(
                "A032",
                one.latitude,
                f"C'est à {away:.0f} km des autres : le plan de l'annuaire irait jusque-là.",
                "Vérifiez ces nombres ; si elle est bien là-bas, retirez-les.",
            )


def distance(one: Spot, other: Spot) -> float:
    """Kilometres between two spots of a country, near enough."""
    wide = cos(radians((one[0] + other[0]) / 2))
    return KILOMETRES * hypot(one[0] - other[0], (one[1] - other[1]) * wide)


def quarters_written_alike(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A quarter has one spelling."""
    named = [one for one in hub.associations if one.quarter]
    found = sorted((one.origin.at("adresse", "quartier"), one.quarter) for one in named)
    times = Counter(name for _, name in found)
    rank = {name: (times[name], -place) for place, name in enumerate(times)}
    usual = {
        name: max((one for one in times if one == name or _is_one_quarter(one, name)), key=rank.__getitem__)
        for name in times
    }
    for at, name in found:
        if usual[name] != name:
            yield problem(
                "A033",
                at,
                f"Ce quartier s'écrit aussi « {usual[name]} ».",
                "Écrivez-le partout de la même façon : on cherche par quartier.",
            )


def _is_one_quarter(one: str, other: str) -> bool:
    """Whether two names are one but for a letter: another number is another quarter."""
    from rapidfuzz.distance import DamerauLevenshtein  # where there are several to compare

    a, b = fold(one), fold(other)
    if a == b:
        return True
    if re.search(r"\d", a + b) or min(len(a), len(b)) < SHORTEST:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


CHECKS = (both_degrees, in_france, near_the_others, quarters_written_alike)
