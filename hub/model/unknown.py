"""What nobody knows yet of a thing: what a source says is « à confirmer », and what pages say is.

The fields that a source fills are read as they were written, whatever their types: a kind and a field that it
has cannot be left out. Pages say it too where a source is silent: a kind declares that (`Kind.awaited`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.model.fields import TO_CONFIRM
from hub.model.kind import Kind
from hub.model.names import fold
from hub.sources.document import Key

WORDS = fold(TO_CONFIRM)

_QUOTED = re.compile(r"«[^«»\n]*»|\"[^\"\n]*\"|`[^`\n]*`|<!--[^<>]*-->")
_ASKING = re.compile(
    r"(?<!\w)(?:à|a\u0300|a) confirmer(?=\s*(?:[].;,:!?)|*_]|$))|\ba-confirmer\b", re.IGNORECASE
)


class Unknown(NamedTuple):
    """What is not known of `thing`: the `fields` that say so, by where they stand under it, the lines of its
    text that do (from 1), and what its pages say is « à confirmer » where the source is silent."""

    thing: Any
    fields: tuple[tuple[Key, ...], ...]
    lines: tuple[int, ...]
    awaited: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.fields or self.lines or self.awaited)


def asks(words: str) -> bool:
    """Whether words say that something is « à confirmer »: not those that only quote it, nor « à confirmer
    avant le 3 mai », which asks the reader."""
    return _may_ask(words) and _ASKING.search(_QUOTED.sub(" ", words)) is not None


_TO_WRITE = re.compile(r"[\s>*_-]*(?:à|a\u0300) compléter[\s*_]*:", re.IGNORECASE)


def is_to_write(line: str) -> bool:
    """Whether a line begins by « À compléter : », as those do that `new` leaves for a town to write."""
    return "ompl" in line and _TO_WRITE.match(line) is not None


def _may_ask(words: str) -> bool:
    """Whether it is worth a look: nearly no text of a town is."""
    return "onfirmer" in words or "ONFIRMER" in words


def unknown_of(thing: Any, kind: Kind[Any]) -> Unknown:
    """What is not known of a thing of that kind."""
    fields: tuple[tuple[Key, ...], ...] = ()
    lines: tuple[int, ...] = ()
    if thing.origin.loc or _may_ask(thing.origin.document.text):  # most files need no more than that look
        fields, lines = tuple(_said(_written(thing), ())), tuple(_lines(getattr(thing, "text", "") or ""))
    return Unknown(thing, fields, lines, tuple(_awaited(thing, kind)))


def _awaited(thing: Any, kind: Kind[Any]) -> Iterator[str]:
    for one in kind.awaited:
        for part in getattr(thing, one.each) if one.each else (thing,):
            if not any(getattr(part, name) for name in one.fields):
                yield one.words


def _lines(body: str) -> Iterator[int]:
    return (number for number, line in enumerate(body.split("\n"), 1) if asks(line))


def _written(thing: Any) -> Any:
    """The fields of a thing as its source has them."""
    data: Any = thing.origin.document.data
    for step in thing.origin.loc:
        data = data[step]
    return data


def _said(value: Any, loc: tuple[Key, ...]) -> Iterator[tuple[Key, ...]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _said(one, (*loc, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _said(one, (*loc, index))
    elif isinstance(value, str) and _may_ask(value) and (fold(value) == WORDS or asks(value)):
        yield loc
