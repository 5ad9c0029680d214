"""What else takes place the same day as an event, at its place or for its public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from hub.markup import dates
from hub.model.coincidences import Shared, sharing
from hub.model.event import Event, Occurrence

Gathered = Mapping[Shared, list[Occurrence]]
"""The times to come, by what they share: of `hub.model.coincidences.gathered`."""

DAYS_SHOWN, SHOWN = 3, 5
"""Of how many days, and how many events of each: beyond, the page of the month tells."""


class Other(NamedTuple):
    """An event beside another; `detail` is its hour and its place, as far as they are to be told."""

    event: Event
    detail: str


class Beside(NamedTuple):
    """« Le même jour, au même endroit », and the events."""

    words: str
    others: list[Other]


def beside(event: Event, ahead: Iterable[Occurrence], gathered: Gathered) -> list[Beside]:
    """Who shares a day with the times `ahead` of an event; each other event once."""
    told = {event.id}
    rows: list[Beside] = []
    for once in ahead:
        for shared in sorted(sharing(once), key=lambda shared: (shared.day, shared.place is None)):
            others = list(_others(gathered.get(shared, []), told))
            if others:
                told.update(other.event.id for other in others)
                rows.append(Beside(_words(once, shared), [_other(o, shared) for o in others]))
            if len(rows) == DAYS_SHOWN:
                return rows
    return rows


def _others(times: list[Occurrence], told: set[str]) -> Iterator[Occurrence]:
    return islice((once for once in times if once.event.id not in told), SHOWN)


def _words(once: Occurrence, shared: Shared) -> str:
    several = once.event.recurrence or once.last_day != once.debut.first
    day = f"Le {dates.day(shared.day)}" if several else "Le même jour"
    return f"{day}, {'au même endroit' if shared.place else 'pour les associations aussi'}"


def _other(once: Occurrence, shared: Shared) -> Other:
    time = once.debut.time if once.debut.first == shared.day else None
    place = once.lieu.nom if once.lieu and not shared.place else None
    parts = (dates.hour(time) if time else None, place)
    return Other(once.event, ", ".join(part for part in parts if part))
