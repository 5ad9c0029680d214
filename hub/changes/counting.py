"""Numbers, lists and the names of things, in French words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hub.changes.followers import Place
from hub.changes.thing import Thing
from hub.markup.plain import excerpt
from hub.model.french import joined

TITLE = 70
"""Characters of a title that are shown."""

NAMED = 5
"""Things of a list that are named in a sentence; the others are counted."""


def counted(number: int, one: str, many: str) -> str:
    """« 3 actions », « 1 action »."""
    return f"{number} {many if number > 1 else one}"


def quoted(words: str) -> str:
    """Words that are somebody's, « … », on one line and not too long."""
    return f"« {excerpt(words, TITLE)} »"


def listed(words: Sequence[str], most: int = NAMED) -> str:
    """« a, b et 3 autres »: a list that is too long is cut."""
    if len(words) <= most + 1:
        return joined(words)
    return f"{', '.join(words[:most])} et {len(words) - most} autres"


def named(places: Sequence[Place]) -> str:
    """Feeds or calendars, the first ones by their names."""
    return listed([quoted(place.title) for place in places])


def known(thing: Thing) -> str:
    """« guide « Semer » »: a thing, with what it is."""
    title = thing.title
    if title.casefold().startswith(thing.one.casefold()):
        return quoted(title)
    return f"{thing.one} {quoted(title)}"


def by_kind(things: Iterable[Thing]) -> dict[str, list[Thing]]:
    """Things by the French word for their kind, in their order."""
    found: dict[str, list[Thing]] = {}
    for thing in things:
        found.setdefault(thing.kind, []).append(thing)
    return found
