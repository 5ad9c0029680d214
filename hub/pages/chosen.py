"""What dates may be narrowed to in the calendar: free ones, those open to everybody, those of a theme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hub.model import Hub
from hub.model.event import Event, EventAudience, Occurrence
from hub.model.names import fold

FREE, OPEN = "gratuit", "ouvert-a-tous"
_FREE = re.compile(r"\b(?:gratuit\w*|entree libre|acces libre|prix libre|libre)\b")
_NOT_FREE = re.compile(r"\b(?:pas|non) gratuit|\d ?(?:€|euros?)")

FEW = 3
"""Dates below which there is nothing to narrow."""


class Choice(NamedTuple):
    """A box to tick: its key, its words, and how many dates it leaves."""

    key: str
    words: str
    number: int


def choices(hub: Hub, times: list[Occurrence]) -> list[Choice]:
    """The boxes that leave some of these dates, and not all of them."""
    if len(times) < FEW:
        return []
    counts = Counter(sign for once in times for sign in signs(hub, once.event))
    words = {FREE: "gratuit", OPEN: "ouvert à tout le monde"}
    words |= {f"theme-{theme.id}": theme.nom for theme in hub.themes}
    return [Choice(key, said, counts[key]) for key, said in words.items() if 0 < counts[key] < len(times)]


def signs(hub: Hub, event: Event) -> list[str]:
    """The keys of the boxes that leave an event."""
    return list(dict.fromkeys(_signs(hub, event)))


def _signs(hub: Hub, event: Event) -> Iterator[str]:
    if is_free(event.tarif):
        yield FREE
    if event.public is EventAudience.tous:
        yield OPEN
    yield from (f"theme-{theme}" for theme in _themes(hub, event.organisateurs))


def _themes(hub: Hub, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if association := hub.named(name):
            yield from association.themes


def is_free(price: str | None) -> bool:
    """Whether the words of a price say that there is none, and no sum besides."""
    words = fold(price or "")
    return bool(_FREE.search(words)) and not _NOT_FREE.search(words)
