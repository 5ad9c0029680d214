"""Two hubs -> their things side by side, kind by kind: which stay, come, go, or only change their key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.changes.thing import Thing
from hub.feeds.telling import telling_of
from hub.model import Hub
from hub.model.kind import Kind
from hub.model.kinds import WRITTEN
from hub.model.names import fold
from hub.model.wording import DEFAULT, Wording

Key = tuple[str, int]
"""The key of a thing, and how many before it have the same, which is a mistake."""


class Pairs(NamedTuple):
    """The things of a kind. `stayed` and `moved` hold those of before and of after; the keys of the second
    are others. `reordered` says that those that stayed follow each other otherwise, where the sources say
    how."""

    kind: Kind[Any]
    stayed: list[tuple[Any, Any]]
    moved: list[tuple[Any, Any]]
    arrived: list[Any]
    gone: list[Any]
    reordered: bool


def paired(before: Hub, after: Hub) -> Iterator[Pairs]:
    """The things of every kind. One that could not be read on a side is neither new nor gone."""
    for kind in WRITTEN:
        yield _paired(kind, before, after)


def _paired(kind: Kind[Any], before: Hub, after: Hub) -> Pairs:
    old, new = _by_key(before.of(kind)), _by_key(after.of(kind))
    stayed = [(one, new[key]) for key, one in old.items() if key in new]
    gone = [one for (key, n), one in old.items() if (key, n) not in new and not _spoiled(after, kind, key)]
    arrived = [
        one for (key, n), one in new.items() if (key, n) not in old and not _spoiled(before, kind, key)
    ]
    moved = list(_moved(gone, arrived))
    for one, other in moved:
        gone.remove(one)
        arrived.remove(other)
    order = [key for key in old if key in new]
    reordered = _is_ordered(kind) and order != [key for key in new if key in old]
    return Pairs(kind, stayed, moved, arrived, gone, reordered)


def _is_ordered(kind: Kind[Any]) -> bool:
    """Whether the sources say in which order its things are read: those of a register that have a key."""
    return kind.order is None and bool(kind.register) and ("id" in kind.model.model_fields or kind.paged)


def _spoiled(hub: Hub, kind: Kind[Any], key: str) -> bool:
    return hub.spoiled.has(kind.attribute, key)


def _by_key(things: tuple[Any, ...]) -> dict[Key, Any]:
    found: dict[Key, Any] = {}
    for thing in things:
        key, number = key_of(thing), 0
        while (key, number) in found:
            number += 1
        found[key, number] = thing
    return found


def _moved(gone: list[Any], arrived: list[Any]) -> Iterator[tuple[Any, Any]]:
    """A thing that has the title of one that is gone, alone of its kind, is that one."""
    old, new = _by_title(gone), _by_title(arrived)
    for title, one in old.items():
        if one is not None and new.get(title) is not None:
            yield one, new[title]


def _by_title(things: list[Any]) -> dict[str, Any]:
    """Things by their folded titles, None for a title that several have; none of what another announces."""
    index: dict[str, Any] = {}
    for thing in things:
        if hasattr(thing, "id") and not is_announced(thing):
            title = fold(_title(thing))
            index[title] = None if title in index else thing
    return index


def is_announced(thing: Any) -> bool:
    """Whether a thing is not written for itself: another one announces it."""
    return hasattr(thing, "announced_by")


def key_of(thing: Any) -> str:
    """By what a thing is known among those of its kind: its key, else the first field that it must have."""
    if (key := getattr(thing, "id", None)) is not None:
        return str(key)
    needed = next(name for name, info in type(thing).model_fields.items() if info.is_required())
    return str(getattr(thing, needed))


def title_of(kind: Kind[Any], thing: Any) -> str:
    """What people call a thing."""
    return telling_of(thing).title(thing) if kind.feed else _title(thing)


def _title(thing: Any) -> str:
    own = getattr(thing, "titre", None) or getattr(thing, "nom", None)
    return str(own) if own else key_of(thing)


def thing_of(kind: Kind[Any], thing: Any, words: Wording = DEFAULT) -> Thing:
    """A thing in the words of a town."""
    one = words.say(kind.one)
    address = thing.address if kind.paged else ""
    title = title_of(kind, thing)
    if title == key_of(thing):
        title = f"{one} {title}"
    return Thing(kind.attribute, one, key_of(thing), title, address, thing.origin.document.path)
