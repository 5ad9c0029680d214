"""The Markdown texts of the hub, whatever holds them, and how a place in one is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from hub.model import walk
from hub.model.hub import Hub
from hub.model.walk import Body
from hub.sources import Origin, Position

Place = Callable[[int, int], Position]
"""(line, column) in a text, from 1 -> the place in its file."""


class Prose(NamedTuple):
    """A text, the address of the page that shows it, how its places are told, whether consent covers it."""

    words: str
    address: str
    place: Place
    consented: bool = False


def texts(hub: Hub) -> Sequence[Prose]:
    """Every Markdown text of the hub."""
    return hub.once(_texts)


def _texts(hub: Hub) -> list[Prose]:
    return list(_proses(hub))


def _proses(hub: Hub) -> Iterator[Prose]:
    for body in walk.texts(hub):
        thing = body.thing
        place = partial(_in_field, body) if body.loc else thing.origin.document.body_position
        yield Prose(
            body.words, getattr(thing, "address", "/"), place, bool(getattr(thing, "consentement", None))
        )


def _in_field(body: Body, line: int, column: int) -> Position:
    """A text in YAML stands where its words do: folding moves its lines."""
    index = sum(len(one) + 1 for one in body.words.split("\n")[: line - 1]) + column - 1
    origin: Origin = body.thing.origin
    return origin.document.inside(body.words, index, *origin.loc, *body.loc)
