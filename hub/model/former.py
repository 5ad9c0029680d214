"""What a hub was made of, by the document of each thing: what need not be typed again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hub.sources import Origin
from hub.sources.document import Key


class Former:
    """The things of a hub, each by its kind, its document (the same object, not an equal one) and its place.

    `things` gives each with the attribute of its kind. They hold their documents: as long as they are there,
    no other document has the identity of one.
    """

    def __init__(self, things: Iterable[tuple[str, Any]] = ()) -> None:
        self._things: dict[tuple[str, int, tuple[Key, ...]], Any] = {}
        self._inside: dict[tuple[str, int, tuple[Key, ...]], list[Any]] = defaultdict(list)
        for attribute, thing in things:
            document, loc = thing.origin
            self._things[attribute, id(document), loc] = thing
            self._inside[attribute, id(document), loc[:-2]].append(thing)

    def at(self, attribute: str, origin: Origin) -> Any | None:
        """The thing of that kind that this document gave at this place."""
        return self._things.get((attribute, id(origin.document), origin.loc))

    def inside(self, attribute: str, origin: Origin) -> list[Any]:
        """The things of that kind that another, of this origin, gave: of a field, or of an element of one."""
        found = self._inside.get((attribute, id(origin.document), origin.loc), ())
        return [thing for thing in found if thing.origin.loc != origin.loc]
