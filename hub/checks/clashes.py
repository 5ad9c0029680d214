"""A rule of the times of one event (E): no two of them are at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from hub.checks.exceptions import faults_of, sound
from hub.checks.problem import Problem, problem
from hub.model.coincidences import overlap
from hub.model.dates import EARLIEST, LATEST
from hub.model.event import Occurrence
from hub.model.hub import Hub
from hub.model.recurrence import Recurrence
from hub.model.timed import Timed
from hub.sources.document import Key


def times_apart(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No two times of an event are at once: one moved onto another would hide it."""
    for event, rule in sound(hub):
        plain = not rule.dates and not rule.changements and not event.length.days
        endless = rule.frequence and not rule.jusqu_a and not rule.nombre  # E008 says it
        if plain or endless or event.length < dt.timedelta() or not event.unfolds():
            continue
        if any(faults_of(event)):  # E012 says it
            continue
        every = event.occurrences(dt.date(EARLIEST, 1, 1), dt.date(LATEST + 1, 1, 1))
        kept = [once for once in every if not (once.change and once.change.annule)]
        places = _places(event, rule)
        pairs = ((_place_of(places, earlier, later), later) for earlier, later in _at_once(kept))
        for loc, later in dict(pairs).items():
            yield problem(
                "E016",
                event.origin.at("recurrence", *loc),
                f"Deux fois de cet événement auraient lieu en même temps, le {later.debut}.",
                "Donnez à l'une une autre heure ; si l'une n'a pas lieu, ajoutez-la à « sauf »."
                if loc
                else "Corrigez « fin », qui est la fin de la première fois.",
            )


def _at_once(times: list[Occurrence]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Each time that begins before the end of one before it, after that one."""
    longest: Occurrence | None = None
    for once in times:
        if longest and overlap(longest, once):
            yield longest, once
        if longest is None or (once.ends or once.debut.datetime) > (longest.ends or longest.debut.datetime):
            longest = once


def _places(event: Timed, rule: Recurrence) -> dict[dt.datetime, tuple[Key, ...]]:
    """Where each time is said to be otherwise, or is listed, by when it was planned."""
    places: dict[dt.datetime, tuple[Key, ...]] = {}
    for index, times in enumerate(rule.meant(event.debut, (change.date for change in rule.changements))):
        places.update(dict.fromkeys(times[:1], ("changements", index)))
    for index, at in enumerate(rule.each(event.debut)):
        places.setdefault(at, ("dates", index))
    return places


def _place_of(places: Mapping[dt.datetime, tuple[Key, ...]], *times: Occurrence) -> tuple[Key, ...]:
    """Where to mend one of these times: a change rather than a date; () where the rule has them all."""
    found = [places[once.planned] for once in reversed(times) if once.planned and once.planned in places]
    return min(found, default=(), key=lambda loc: loc[0] != "changements")


CHECKS = (times_apart,)
