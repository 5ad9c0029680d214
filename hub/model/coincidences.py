"""Times that share a day, and a place or a public: what whoever fixes a date would like to know."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hub.model.event import Category, Event, EventAudience, Occurrence
from hub.model.names import fold

NOWHERE = frozenset(("en ligne", "a distance", "visioconference", "en visioconference", "a preciser"))
"""Names of places, folded, that are not one place."""


class Shared(NamedTuple):
    """What several times have in common: a day, and a place (its folded name) or, with None, the public."""

    day: dt.date
    place: str | None


def gathered(events: Iterable[Event], since: dt.date, until: dt.date) -> dict[Shared, list[Occurrence]]:
    """The times that take place from `since` to `until`, by what they share, each list in order.

    One of several days is in each of its days. What is cancelled is in none, nor is a deadline: nobody has
    to be there. Dates open to everyone share no public, or every Saturday of a large town would.
    """
    groups: dict[Shared, list[Occurrence]] = defaultdict(list)
    for event in events:
        for once in event.occurrences(since, until):
            for shared in sharing(once):
                if since <= shared.day <= until:
                    groups[shared].append(once)
    for times in groups.values():
        times.sort(key=lambda once: (once.debut, once.event.id))
    return groups


def sharing(once: Occurrence) -> Iterator[Shared]:
    """What a time may share with others."""
    if once.annule or once.event.categorie is Category.echeance:
        return
    place = fold(once.lieu.nom) if once.lieu else ""
    for day in once.days():
        if place and place not in NOWHERE:
            yield Shared(day, place)
        if once.event.public is EventAudience.associations:
            yield Shared(day, None)


def overlap(one: Occurrence, other: Occurrence) -> bool:
    """Whether two times of one day are at the same hours; without an hour, it is the whole day.

    A beginning whose end is not known lasts a minute.
    """
    return one.debut.datetime < _end(other) and other.debut.datetime < _end(one)


def _end(once: Occurrence) -> dt.datetime:
    return once.ends or once.debut.datetime + dt.timedelta(minutes=1)
