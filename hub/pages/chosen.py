"""What dates may be narrowed to in the calendar: who may come, for how much, what, of which theme, where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hub.model import Hub
from hub.model.event import Category, Event, EventAudience, Occurrence
from hub.model.names import fold, slug, sort_key
from hub.pages.quarters import quarter_of, quarters_by_street

FREE, OPEN, MEMBERS = "gratuit", "ouvert-a-tous", "associations"
_FREE = re.compile(r"\b(?:gratuit\w*|entree libre|acces libre|prix libre|libre)\b")
_NOT_FREE = re.compile(r"\b(?:pas|non) gratuit|\d ?(?:€|euros?)")

FEW = 3
"""Dates below which there is nothing to narrow."""


class Choice(NamedTuple):
    """A box to tick: its key, its words, and how many dates it leaves."""

    key: str
    words: str
    number: int


class Choices(NamedTuple):
    """Boxes that answer one question."""

    title: str
    boxes: list[Choice]


def choices(hub: Hub, times: list[Occurrence]) -> list[Choices]:
    """The boxes that leave some of these dates, and not all of them, by what they ask."""
    if len(times) < FEW:
        return []
    counts = Counter(sign for once in times for sign in signs(hub, once.event))
    asked = ((title, _boxes(words, counts, len(times))) for title, words in _questions(hub, times))
    return [Choices(title, boxes) for title, boxes in asked if boxes]


def _questions(hub: Hub, times: list[Occurrence]) -> Iterator[tuple[str, dict[str, str]]]:
    """What dates are narrowed by: a question, and the words of each answer by its key."""
    yield "Pour qui", {OPEN: EventAudience.tous.libelle, MEMBERS: EventAudience.associations.libelle}
    yield "Tarif", {FREE: "gratuit"}
    yield "Quoi", {f"categorie-{one.value}": one.libelle for one in Category}
    yield "Thème", {f"theme-{theme.id}": theme.nom for theme in hub.themes}
    yield (
        "Quartier",
        {_quarter(name): name for name in sorted({*hub.once(quarters_by_street).values()}, key=sort_key)},
    )
    held = Counter(once.lieu.nom for once in times if once.lieu)
    often = sorted((name for name, number in held.items() if number >= FEW), key=sort_key)
    yield "Où", {_place(name): name for name in often}


def _boxes(words: dict[str, str], counts: Counter[str], whole: int) -> list[Choice]:
    return [Choice(key, said, counts[key]) for key, said in words.items() if 0 < counts[key] < whole]


def signs(hub: Hub, event: Event) -> list[str]:
    """The keys of the boxes that leave an event."""
    return list(dict.fromkeys(_signs(hub, event)))


def _signs(hub: Hub, event: Event) -> Iterator[str]:
    if is_free(event.tarif):
        yield FREE
    yield f"categorie-{event.categorie.value}"
    if event.public:
        yield OPEN if event.public is EventAudience.tous else MEMBERS
    if event.lieu:
        yield _place(event.lieu.nom)
        if quarter := quarter_of(hub, event.lieu):
            yield _quarter(quarter)
    yield from (f"theme-{theme}" for theme in _themes(hub, event.organisateurs))


def _place(name: str) -> str:
    return f"lieu-{slug(name)}"


def _quarter(name: str) -> str:
    return f"quartier-{slug(name)}"


def _themes(hub: Hub, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if association := hub.named(name):
            yield from association.themes


def is_free(price: str | None) -> bool:
    """Whether the words of a price say that there is none, and no sum besides."""
    words = fold(price or "")
    return bool(_FREE.search(words)) and not _NOT_FREE.search(words)
