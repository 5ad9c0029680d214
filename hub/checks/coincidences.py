"""Rules of dates that compete (E)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.coincidences import Shared, gathered, overlap
from hub.model.event import Event, Occurrence
from hub.model.hub import Hub

LOOKED_AT = dt.timedelta(days=366)
"""How far ahead dates are compared."""


def dates_that_compete(hub: Hub, today: dt.date) -> list[Problem]:
    """No two dates at one place and time, nor two for the associations on one day; a pair is told once."""
    return hub.memory.of_all(_pairs, hub.events, today)


def _pairs(events: tuple[Event, ...], today: dt.date) -> list[Problem]:
    return list(_pairs_of(gathered(events, today, today + LOOKED_AT)))


def _pairs_of(groups: dict[Shared, list[Occurrence]]) -> Iterator[Problem]:
    told: set[frozenset[str]] = set()
    for shared in sorted(groups, key=lambda shared: (shared.place is None, shared)):
        for earlier, later in _competing(groups[shared], shared):
            pair = frozenset((earlier.event.id, later.event.id))
            if pair not in told:
                told.add(pair)
                yield (_same_place if shared.place else _same_public)(shared, earlier, later)


def _competing(times: list[Occurrence], shared: Shared) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Each time with one before it that it competes with, if there is one."""
    for index, later in enumerate(times):
        for earlier in map(times.__getitem__, range(index - 1, -1, -1)):
            if earlier.event is not later.event and _compete(earlier, later, shared):
                yield earlier, later
                break


def _compete(earlier: Occurrence, later: Occurrence, shared: Shared) -> bool:
    """At one place, at the same hours; for one public, on the same day.

    What comes back, such as a weekly office hour, is no reason to leave its weekday free.
    """
    comes_back = earlier.event.recurrence or later.event.recurrence
    return overlap(earlier, later) or (shared.place is None and not comes_back)


def _same_place(shared: Shared, earlier: Occurrence, later: Occurrence) -> Problem:
    assert later.lieu
    return problem(
        "E010",
        later.event.origin.at("lieu"),
        f"Le {shared.day}{_hour(shared, later)}, « {later.lieu.nom} » accueille déjà "
        f"« {earlier.event.titre} ».",
        "Vérifiez l'heure et le lieu ; s'il y a deux salles, nommez la salle dans « lieu ».",
    )


def _same_public(shared: Shared, earlier: Occurrence, later: Occurrence) -> Problem:
    return problem(
        "E013",
        later.event.origin.at("debut"),
        f"Le {shared.day}, les associations sont déjà attendues pour « {earlier.event.titre} »"
        f"{_hour(shared, earlier)}.",
        "Si c'est voulu, il n'y a rien à faire ; sinon choisissez un autre jour.",
    )


def _hour(shared: Shared, once: Occurrence) -> str:
    """« à 18:30 », on the day it begins, where the hour is known."""
    return f" à {once.debut.time:%H:%M}" if once.debut.time and once.debut.first == shared.day else ""


CHECKS = (dates_that_compete,)
