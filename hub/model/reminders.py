"""What is due in a town, of every kind and of its council: the most urgent first, the longest due before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.council import COUNCIL
from hub.model.hub import Hub
from hub.model.kinds import KINDS
from hub.model.reminder import Look, Reminder


def reminders(hub: Hub, today: dt.date) -> list[Reminder]:
    """What is due as of `today`, by urgency, then by day, then in the order of the kinds."""
    look = Look(today, hub.site.rappels, lambda name: _named(hub, name), hub.of, hub.site.mots)
    return sorted(_all(hub, look), key=lambda one: (one.urgency, one.day))


def _all(hub: Hub, look: Look) -> Iterator[Reminder]:
    for due in COUNCIL:
        yield from due(look)
    for kind in KINDS:
        for reminding in kind.reminders:
            yield from reminding(hub.of(kind), look)


def _named(hub: Hub, name: str) -> str:
    found = hub.named(name)
    return found.nom if found else name
