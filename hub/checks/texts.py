"""The Markdown texts of the hub, whatever holds them, and how a place in one is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from hub.model.association import Association
from hub.model.hub import Hub
from hub.sources import Position

Place = Callable[[int, int], Position]
"""(line, column) in a text, from 1 -> the place in its file."""


class Prose(NamedTuple):
    """A text, the address of the page that shows it, how its places are told, whether consent covers it."""

    words: str
    address: str
    place: Place
    consented: bool = False


def texts(hub: Hub) -> Iterator[Prose]:
    """Every Markdown text of the hub."""
    for thing in (*hub.publications, *hub.editorials.values()):
        if thing.text:
            consented = bool(getattr(thing, "consentement", None))
            yield Prose(thing.text, thing.address, thing.origin.document.body_position, consented)
    for association in hub.associations:
        if association.objet:
            place = partial(_at_purpose, association)
            yield Prose(association.objet, association.address, place, bool(association.consentement))


def _at_purpose(association: Association, line: int, column: int) -> Position:
    """A text in YAML stands where its words do: folding moves its lines."""
    words = association.objet or ""
    index = sum(len(one) + 1 for one in words.split("\n")[: line - 1]) + column - 1
    document, loc = association.origin
    return document.inside(words, index, *loc, "objet")
