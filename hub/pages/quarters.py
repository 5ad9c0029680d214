"""The town as a drawing of ours: where its associations are, quarter by quarter, without any map of others.

A quarter is the soft shape around those whose place is known; a dot is a place, and leads to who is there.
The list beside says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import cos, radians
from statistics import median
from typing import NamedTuple

from hub.model import Hub
from hub.model.association import Association
from hub.model.names import fold, slug, sort_key
from hub.model.recurrence import Place as Venue
from hub.model.spot import Spot
from hub.pages.hemicycle import letter, shade
from hub.pages.index import listed

WIDTH, EDGE = 640.0, 60.0
"""Units of the drawing: how wide it is, and what is left free around the dots."""

LOWEST, HIGHEST = 220.0, 560.0
"""Its least and its greatest height."""

FEW = 2
"""Places below which a plan says nothing."""

ROUND = 4
"""Decimals of a degree: some ten metres, within which two associations are at one place."""

Point = tuple[float, float]


class Place(NamedTuple):
    """A dot: where it stands in the drawing, whose it is, and where it leads: '' where several are."""

    x: float
    y: float
    words: str
    address: str

    @property
    def radius(self) -> int:
        return 9 if self.address else 12


class Quarter(NamedTuple):
    """A quarter in the drawing: its name ('' of those that say none), its key, its letter, the class of its
    colour, where the letter stands, the outline of its shape, its places, and who is there."""

    name: str
    key: str
    letter: str
    shade: str
    x: float
    y: float
    outline: str
    places: list[Place]
    members: list[Association]


class Plan(NamedTuple):
    """The drawing, and how many associations it places."""

    width: float
    height: float
    quarters: list[Quarter]
    placed: int


def spot_of(one: Association) -> Spot | None:
    """Where an association is: its address, else where one does something with it."""
    if one.adresse and one.adresse.position:
        return one.adresse.position
    doing = (activity.lieu.position for activity in one.activites if activity.lieu and not activity.annule)
    return next(filter(None, doing), None)


def plan(hub: Hub) -> Plan | None:
    """The plan of the directory; None of a town of which too little is known to draw it."""
    spots = {one.id: spot for one in listed(hub) if (spot := spot_of(one))}
    if len(set(map(_rounded, spots.values()))) < FEW:
        return None
    height, drawn = _projected(spots)
    named: dict[str, list[Association]] = {}
    for one in listed(hub):
        if one.id in spots or one.quarter:
            named.setdefault(one.quarter, []).append(one)
    names = sorted(filter(None, named), key=sort_key)
    quarters = [_quarter(name, rank, named[name], drawn) for rank, name in enumerate(names)]
    if "" in named:
        quarters.append(_quarter("", -1, named[""], drawn))
    return Plan(WIDTH, height, quarters, len(spots))


def quarter_of(hub: Hub, place: Venue) -> str:
    """The quarter of a place: that of who is at its address, as the directory has it; '' where nobody is."""
    known = hub.once(quarters_by_street)
    return next((known[one] for one in _streets(place.adresse or place.nom) if one in known), "")


def quarters_by_street(hub: Hub) -> dict[str, str]:
    """The quarter of each address of the directory that says one."""
    located = [(one.adresse.voie, one.quarter) for one in listed(hub) if one.adresse and one.quarter]
    return {street: quarter for lane, quarter in located for street in _streets(lane or "")}


def _streets(lane: str) -> list[str]:
    """The parts of « Gymnase du Petit-Effort - 6 allée du Petit-Effort », each of which may be an address."""
    return [fold(one) for one in re.split(r" - |, ", lane) if one]


def _rounded(spot: Spot) -> Spot:
    return round(spot[0], ROUND), round(spot[1], ROUND)


def _projected(spots: dict[str, Spot]) -> tuple[float, dict[str, Point]]:
    """The height of the drawing, and where each association is in it: north above, metres alike each way."""
    wide = cos(radians(median(spot[0] for spot in spots.values())))
    flat = {key: (spot[1] * wide, -spot[0]) for key, spot in map(_to_round, spots.items())}
    left, right = _ends(point[0] for point in flat.values())
    top, bottom = _ends(point[1] for point in flat.values())
    room = WIDTH - 2 * EDGE, HIGHEST - 2 * EDGE
    scale = min(room[0] / (right - left or 1e-9), room[1] / (bottom - top or 1e-9))
    height = max(LOWEST, (bottom - top) * scale + 2 * EDGE)
    across, down = (WIDTH - (right - left) * scale) / 2, (height - (bottom - top) * scale) / 2
    return round(height), {
        key: (round((x - left) * scale + across, 1), round((y - top) * scale + down, 1))
        for key, (x, y) in flat.items()
    }


def _to_round(item: tuple[str, Spot]) -> tuple[str, Spot]:
    return item[0], _rounded(item[1])


def _ends(values: Iterable[float]) -> tuple[float, float]:
    known = list(values)
    return min(known), max(known)


def _quarter(name: str, rank: int, members: list[Association], drawn: dict[str, Point]) -> Quarter:
    there: dict[Point, list[Association]] = {}
    for one in members:
        if one.id in drawn:
            there.setdefault(drawn[one.id], []).append(one)
    corners = hull(there)
    x, y = min(corners, key=lambda point: point[1], default=(0.0, 0.0))
    return Quarter(
        name,
        slug(name) if name else "",
        letter(rank) if name else "",
        shade(rank) if name else "college-inconnu",
        x,
        y - 30,
        outline(corners) if name else "",
        [_place(point, those) for point, those in there.items()],
        members,
    )


def _place(point: Point, those: Sequence[Association]) -> Place:
    alone = those[0].address if len(those) == 1 else ""
    return Place(*point, ", ".join(one.nom for one in those), alone)


def outline(corners: Sequence[Point]) -> str:
    """The path of a shape; that of a single point is a line of nothing, whose round ends are a disc."""
    if not corners:
        return ""
    steps = " L".join(f"{x:g} {y:g}" for x, y in corners)
    return f"M{steps} Z" if len(corners) > 1 else f"M{steps} h.01"


def hull(points: Iterable[Point]) -> list[Point]:
    """The corners of the convex hull, in order (Andrew's monotone chain)."""
    known = sorted(set(points))
    if len(known) < 3:
        return known
    return [*_chain(known), *_chain(known[::-1])]


def _chain(points: Sequence[Point]) -> list[Point]:
    """One side of the hull, without its last corner, which begins the other."""
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
