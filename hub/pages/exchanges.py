"""Exchanges: those that one may answer, by direction and by matter, and a page each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from hub.markup import states
from hub.markup.plain import capital
from hub.markup.titles import organiser
from hub.model.exchange import EXCHANGE, Direction, Exchange, Matter
from hub.model.kind import Kind
from hub.model.media import poster_of
from hub.pages.gestures import of_thing
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.publication import described, page
from hub.pages.sheet import Sheet

KIND = EXCHANGE
DIRECTIONS, MATTERS = tuple(Direction), tuple(Matter)


class Side(NamedTuple):
    """The exchanges of one direction."""

    sens: Direction
    things: list[Exchange]


def sheets(tools: Pages) -> Iterator[Sheet]:
    """Those that go on, and each of them all: what is over leaves the list and keeps its address."""
    going_on = [one for one in tools.hub.of(EXCHANGE) if not one.over(tools.today)]
    going_on.sort(key=lambda one: (DIRECTIONS.index(one.sens), MATTERS.index(one.quoi)))
    yield from listing(EXCHANGE, "echanges.html", going_on, _shown)
    for one in tools.hub.of(EXCHANGE):
        yield Sheet(one.address, _page, (one,))


def _shown(tools: Pages, kind: Kind[Exchange], those: Sequence[Exchange]) -> dict[str, Any]:
    """What goes on by direction, and what one may choose it by: what nothing is of is not offered."""
    matters = {one.quoi for one in those}
    return {
        "sides": [Side(way, [one for one in those if one.sens is way]) for way in DIRECTIONS],
        "directions": DIRECTIONS,
        "matters": [one for one in MATTERS if one in matters],
        "beside": [one for one in tools.hub.sections if one.address in BESIDE],
    }


BESIDE = ("/salles/", "/benevolat/")
"""The pages where one looks for the same things."""


def _page(tools: Pages, one: Exchange) -> Page:
    """It tells first the state of an exchange that one may not answer any more."""
    lasting, over = states.lasting(one, tools.today), one.over(tools.today)
    who, association = organiser(tools.hub, one.association)
    words = f"{capital(one.sens.libelle)} : {described(tools, one)}"
    years = {day.year for day in (one.publie_le, one.jusqu_a) if day}
    return page(
        tools,
        EXCHANGE,
        one,
        f"{capital(lasting)}. {words}" if over else words,
        Clues(when=f"{one.sens.libelle} {lasting}", years=tuple(sorted(years)), over=over),
        state=one.state(tools.today),
        who=(who, association),
        over=over,
        gestures=[] if over else of_thing(tools, one, one.contact),
        poster=None if over else tools.download(poster_of(one)),
    )


@shared
def _by_association(tools: Pages) -> dict[str, list[Exchange]]:
    """Those of each association, by its id, newest first."""
    index: dict[str, list[Exchange]] = defaultdict(list)
    for one in tools.hub.of(EXCHANGE):
        if association := tools.hub.named(one.association):
            index[association.id].append(one)
    return dict(index)


def of_association(tools: Pages, key: str) -> list[Exchange]:
    """What an association proposes and looks for, for its page: nothing that is over."""
    known = tools.once(_by_association).get(key, [])
    return [one for one in known if not one.over(tools.today)]
