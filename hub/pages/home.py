"""The home page: what is next, what is new, the council at a glance."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hub.model import Hub
from hub.model.association import Association, AssociationStatus
from hub.model.minutes import ActionState
from hub.model.sections import BY_ADDRESS
from hub.pages.assembly import HEIGHT, WIDTH, assembly
from hub.pages.hemicycle import letter, shade
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet
from hub.pages.times import to_come
from hub.pages.vignettes import panorama
from hub.pages.welcome import decided, tiles, week

LATEST_NEWS = FIRST_CALLS = 3

A_YEAR = 365
"""Days."""

AN_ASSEMBLY = 27
"""Associations, from which on their drawing has several rows."""

MOST_LINKS = 150
"""Dots that lead to their association: more would weigh as much as a page."""

MOST_DOTS = 1_000
"""Of the drawing: more could not be told apart, and would weigh more than all the rest of the page."""

SHARES = (1, 5, 10, 20, 50, 100, 200, 500, 1_000)
"""How many associations a dot may stand for."""


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The home page."""
    yield Sheet("/", _page)


def _page(tools: Pages) -> Page:
    hub, today = tools.hub, tools.today
    editorial = hub.editorials.get("index")
    return tools.page(
        "accueil.html",
        "/",
        hub.site.site_name,
        (editorial and editorial.resume) or hub.site.site_description,
        "/",
        heading=editorial.titre if editorial else hub.site.site_name,
        lead=(editorial and editorial.resume) or hub.site.site_description,
        introduction=tools.introduction(BY_ADDRESS["/"]),
        tiles=tiles(hub),
        week=week(tools.once(to_come), today),
        decided=decided(hub),
        news=hub.news[:LATEST_NEWS],
        calls=hub.open_calls(today)[:FIRST_CALLS],
        term=hub.bureau.term_on(today),
        numbers=_numbers(hub, today),
        drawing=_assembly(hub),
        searched=bool(hub.associations),
        town=panorama(hub, editorial),
    )


class Group(NamedTuple):
    """The associations of a college in the drawing, from left to right: their dots as a path, the class of
    their colour, what the key says, where their letter stands. Of two neighbours one is `hollow`: with the
    letter, it tells them apart without colour."""

    letter: str
    shade: str
    name: str
    number: int
    path: str
    at: tuple[float, float] | None
    hollow: bool


class Dot(NamedTuple):
    """That of one association, which leads to its page."""

    x: str
    y: str
    name: str
    address: str


class Drawing(NamedTuple):
    """The associations, drawn: a size in units of the drawing, the width of a dot, how many associations it
    stands for, the groups, and the dots that lead somewhere."""

    width: int
    height: int
    dot: float
    share: int
    groups: list[Group]
    dots: list[Dot]

    @property
    def hole(self) -> float:
        """The width of what is left empty in a hollow dot."""
        return round(self.dot * 0.5, 1)


def _assembly(hub: Hub) -> Drawing | None:
    """A dot an association, or so many, by college; None for an assembly too small to be one."""
    alive = [one for one in hub.associations if one.statut is not AssociationStatus.dissoute]
    listed = Counter(one.college for one in alive)
    if listed.total() < AN_ASSEMBLY:
        return None
    share = next((one for one in SHARES if listed.total() <= one * MOST_DOTS), SHARES[-1])
    sizes = [listed.pop(college.id, 0) for college in hub.bureau.colleges]
    keys = [(letter(rank), shade(rank), c.nom) for rank, c in enumerate(hub.bureau.colleges)]
    words = hub.site.mots
    named = words.has("college")
    keys.append(("?", "college-inconnu", words.say("{Collège} à confirmer")) if named else ("", shade(0), ""))
    sizes.append(listed.total())
    drawn = assembly([-(-size // share) for size in sizes])
    seated = zip(keys, sizes, drawn.paths, drawn.middles, strict=True)
    shown = [(key, size, path, at) for key, size, path, at in seated if size]
    groups = [Group(*key, size, path, at, bool(rank % 2)) for rank, (key, size, path, at) in enumerate(shown)]
    return Drawing(WIDTH, HEIGHT, drawn.dot, share, groups, _dots(hub, alive, drawn.paths))


def _dots(hub: Hub, alive: list[Association], paths: list[str]) -> list[Dot]:
    """A dot an association of those `alive`, seated by college; none where they are many."""
    if len(alive) > MOST_LINKS:
        return []
    rank = {college.id: place for place, college in enumerate(hub.bureau.colleges)}
    seated = sorted(alive, key=lambda one: rank.get(one.college or "", len(rank)))
    at = (dot.removesuffix("h0").split() for path in paths for dot in path.split("M")[1:])
    return [Dot(x, y, one.nom, one.address) for (x, y), one in zip(at, seated, strict=True)]


def _numbers(hub: Hub, today: dt.date) -> list[tuple[int, str, str]]:
    """The council in three numbers: (number, what it counts, the page that tells more)."""
    active = sum(a.statut is AssociationStatus.active for a in hub.associations)
    meetings = [m for m in hub.minutes if (today - m.date.first).days <= A_YEAR]
    done = sum(a.etat is ActionState.fait for thread in hub.threads.values() for a in thread.actions)
    numbers = (
        (active, "association active" if active == 1 else "associations actives", "/associations/"),
        (
            len(meetings),
            "réunion en un an" if len(meetings) == 1 else "réunions en un an",
            "/comptes-rendus/",
        ),
        (done, "action menée à bien" if done == 1 else "actions menées à bien", "/suivi/"),
    )
    return [row for row in numbers if row[0]]
