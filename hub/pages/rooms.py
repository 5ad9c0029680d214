"""Rooms and material: the list, and a page each, with whom to ask and the way there."""

from __future__ import annotations

from collections.abc import Iterator

from hub.markup.addresses import on_a_map
from hub.model.room import ROOM, Room
from hub.pages import publication
from hub.pages.gestures import of_thing
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet

KIND = ROOM


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The rooms, and each of them."""
    yield from publication.lists(tools, ROOM)
    for room in tools.hub.of(ROOM):
        yield Sheet(room.address, _page, (room,))


def _page(tools: Pages, room: Room) -> Page:
    return publication.page(
        tools,
        ROOM,
        room,
        gestures=of_thing(tools, room, room.contact),
        map=on_a_map(room.adresse.lines) if room.adresse and room.adresse.lines else "",
    )
