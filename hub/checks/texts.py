"""The Markdown texts of the hub, whatever holds them, each read once and given to every rule of texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, get_args, get_type_hints

from hub.checks.known import Known
from hub.checks.problem import Problem
from hub.markup.links import Destination, Found, links
from hub.model.fields import Entity, Markdown
from hub.model.hub import Hub
from hub.prose import Text, read
from hub.prose.lines import Line, lines
from hub.sources import Origin, Position
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
        return tuple((Destination.of(found.written), found) for found in links(self.text))

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


def proses(hub: Hub) -> Iterator[Prose]:
    """Every Markdown text of the hub, read when it is asked for and kept by nobody."""
    for thing, loc, written in written_in(hub):
        yield Prose(read(written), thing, loc)


def written_in(hub: Hub) -> Iterator[tuple[Any, tuple[Key, ...], str]]:
    """Every Markdown text of the hub: what says it, in which field, as it is written.

    Nothing is listed by name: a text is the body of a file, or a field of the type `Markdown`.
    """
    for part in dataclasses.fields(hub):
        value = getattr(hub, part.name)
        many = value.values() if isinstance(value, Mapping) else value
        for thing in many if isinstance(value, tuple | Mapping) else (value,):
            if isinstance(thing, Entity):
                yield from _texts_of(thing)


def _texts_of(thing: Entity) -> Iterator[tuple[Any, tuple[Key, ...], str]]:
    origin = _origin_of(thing)
    if origin and not origin.loc and origin.document.body.strip():
        yield thing, (), origin.document.body
    yield from _inside(thing, thing, ())


def _inside(thing: Entity, value: Any, loc: tuple[Key, ...]) -> Iterator[tuple[Any, tuple[Key, ...], str]]:
    """The Markdown of a field, and of what it holds; a part with a place of its own is a thing by itself."""
    if isinstance(value, str):
        yield thing, loc, value
    elif isinstance(value, Entity):
        if loc and _origin_of(value):
            thing, loc = value, ()
        for name in markdown_in(type(value)):
            yield from _inside(thing, getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _inside(thing, one, (*loc, index))


def _origin_of(thing: Entity) -> Origin | None:
    return (thing.__pydantic_private__ or {}).get("_origin")


@cache
def markdown_in(model: type[Entity]) -> tuple[str, ...]:
    """The fields of a model that are Markdown, or hold something that has some."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(name for name in model.model_fields if _holds_markdown(hints[name]))


def _holds_markdown(hint: Any) -> bool:
    if hint == Markdown:
        return True
    if isinstance(hint, type) and issubclass(hint, Entity):
        return bool(markdown_in(hint))
    return any(map(_holds_markdown, get_args(hint)))
