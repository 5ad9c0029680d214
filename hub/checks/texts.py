"""The Markdown texts of the hub, whatever holds them, each read once and given to every rule of texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from hub.checks.known import Known
from hub.checks.problem import Problem
from hub.markup.links import Destination, Found, links
from hub.prose import Text
from hub.prose.lines import Line, lines
from hub.sources import Position
from hub.sources.document import Key


@dataclasses.dataclass(frozen=True)
class Prose:
    """A text that was read, the thing that says it, and the field it is in (none: the body of its file)."""

    text: Text
    thing: Any
    loc: tuple[Key, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines of words, which several rules look at."""
        return tuple(lines(self.text))

    def written(self, line: Line) -> str:
        """One of its lines as it is written."""
        return self.text.between(line.at, line.end)

    @cached_property
    def links(self) -> tuple[tuple[Destination, Found], ...]:
        """Its links and images, and where they lead."""
        return tuple((Destination.read(found.written), found) for found in links(self.text))

    @property
    def address(self) -> str:
        """The address of the page that shows it."""
        return str(self.thing.address)

    @property
    def consented(self) -> bool:
        """Whether an agreement covers what it says of persons."""
        return bool(getattr(self.thing, "consentement", None))

    def at(self, place: int) -> Position:
        """Where a place of the text, in bytes, stands in its file."""
        document, loc = self.thing.origin
        if not self.loc:
            return Position(*document.body_position(*self.text.place(place)))
        written = self.text.written
        index = len(written.encode()[:place].decode(errors="ignore"))
        return Position(*document.inside(written, index, *loc, *self.loc))  # YAML joins lines


Rule = Callable[[Prose, Known], Iterable[Problem]]
"""A rule of texts: what it finds wrong in one of them."""
