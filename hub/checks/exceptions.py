"""Rules of the times that are not as their rule has them (E)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from hub.checks.problem import Problem, problem
from hub.checks.recurrence import fault_of
from hub.checks.timed import timed
from hub.model.fields import Moment
from hub.model.hub import Hub
from hub.model.occurrence import Occurrence
from hub.model.recurrence import Change, Recurrence
from hub.model.timed import Timed
from hub.sources.document import Key

Exceptional = tuple[tuple[Key, ...], Moment]
"""Where a day is written under `recurrence`, and the day."""


def exceptions_are_occurrences(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A day left out of a recurrence, or changed, is one time of it."""
    for event, rule in sound(hub):
        days = [*_left_out(rule), *_changed(rule)]
        until = max((day.last for _, day in days), default=event.debut.first)
        if not days or not event.unfolds(until):
            continue
        times = rule.starts(event.debut, event.debut.datetime, dt.datetime.combine(until, dt.time.max))
        of_day = Counter(at.date() for at in times)
        for loc, day in days:
            found = of_day[day.first] if day.time is None else int(day.datetime in times)
            at = event.origin.at("recurrence", *loc)
            if not day.whole or not found:
                yield problem(
                    "E006",
                    at,
                    f"Le {day} n'est pas un jour où l'événement aurait lieu.",
                    "Écrivez le jour exact d'une des fois (2027-02-09), ou retirez cette date.",
                )
            elif found > 1 and loc[0] == "changements":
                first = next(at for at in times if at.date() == day.first)
                yield problem(
                    "E006",
                    at,
                    f"Le {day}, l'événement a lieu {found} fois : on ne sait pas laquelle change.",
                    f"Ajoutez son heure : {first:%Y-%m-%d %H:%M}.",
                )


def sound(hub: Hub) -> Iterator[tuple[Timed, Recurrence]]:
    """The events that come back as their rule says."""
    for event in timed(hub):
        if event.recurrence and not fault_of(event):
            yield event, event.recurrence


def _listed(rule: Recurrence) -> Iterator[Exceptional]:
    return ((("dates", index), day) for index, day in enumerate(rule.dates))


def _left_out(rule: Recurrence) -> Iterator[Exceptional]:
    return ((("sauf", index), day) for index, day in enumerate(rule.sauf))


def _changed(rule: Recurrence) -> Iterator[Exceptional]:
    return ((("changements", index, "date"), change.date) for index, change in enumerate(rule.changements))


def said_once(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A day is told once: of two changes, or of a change and an exception, one would be lost."""
    for event, rule in sound(hub):
        own = zip(_listed(rule), ([at] for at in rule.each(event.debut)), strict=True)
        left_out = zip(_left_out(rule), rule.meant(event.debut, rule.sauf), strict=True)
        for field, days in (("dates", own), ("sauf", left_out)):
            message = f"Le {{}} est écrit deux fois dans « {field} »."
            yield from _twice(event, days, message, "Gardez-en une, ou corrigez l'autre.")
        planned = rule.meant(event.debut, (change.date for change in rule.changements))
        yield from _twice(
            event,
            zip(_changed(rule), planned, strict=True),
            "Le {} a déjà un changement : l'un des deux serait perdu.",
            "Réunissez-les en un seul : tout ce qui change, sur la même ligne.",
        )
        gone = rule.left_out(event.debut)
        for loc, day in _changed(rule):
            if not gone.isdisjoint(*rule.meant(event.debut, [day])):
                yield problem(
                    "E015",
                    event.origin.at("recurrence", *loc),
                    f"Le {day} est aussi dans « sauf » : ce changement serait perdu.",
                    "Retirez ce jour de « sauf », ou retirez ce changement.",
                )


def _twice(
    event: Timed, days: Iterable[tuple[Exceptional, list[dt.datetime]]], message: str, remedy: str
) -> Iterator[Problem]:
    """The days that mean a time which one before them means."""
    seen: set[dt.datetime] = set()
    for (loc, day), times in days:
        if not seen.isdisjoint(times):
            yield problem("E015", event.origin.at("recurrence", *loc), message.format(day), remedy)
        seen.update(times)


def changes_that_change(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A change says what changes: the hour, the place, or that the time is cancelled."""
    for event in timed(hub):
        for index, fault in faults_of(event):
            yield problem("E012", event.origin.at("recurrence", "changements", index), *fault)


def faults_of(event: Timed) -> Iterator[tuple[int, tuple[str, str]]]:
    """The changes of an event, by their rank, that are none: what is wrong in each, and what to do."""
    changes = event.recurrence.changements if event.recurrence else ()
    times = {once.change.date: once for once in event.exceptions if once.change}
    for index, change in enumerate(changes):
        if fault := _fault_of(event, change, times.get(change.date)):
            yield index, fault


def _fault_of(event: Timed, change: Change, once: Occurrence | None) -> tuple[str, str] | None:
    """What is wrong in a change, and what to do; `once` is the time that it makes."""
    bounds = [moment for moment in (change.debut, change.fin) if moment]
    what = "Écrivez « debut: 2026-12-09 18:30 », « lieu: {nom: …} » ou « annule: » et la raison."
    if not (bounds or change.lieu or change.annule):
        return "Ce changement ne dit pas ce qui change.", what
    if not all(moment.whole for moment in bounds):
        return "Un changement a lieu un jour connu.", what
    if any((moment.time is None) != (event.debut.time is None) for moment in bounds):
        return (
            "« debut » ou « fin » a une heure ici et pas dans l'événement, ou l'inverse.",
            "Écrivez une heure des deux côtés, ou d'aucun.",
        )
    return _bounds_of(event, once) if once and once.change is change else None


def _bounds_of(event: Timed, once: Occurrence) -> tuple[str, str] | None:
    """A changed time ends after it begins, as any; what only its series has wrong is told there."""
    if once.fin is None or (not once.change or not once.change.fin):
        return None
    lasts = once.fin.datetime - once.debut.datetime
    if lasts < dt.timedelta() or (once.debut.time and not lasts):
        return (
            f"La fin ({once.fin}) ne vient pas après le début ({once.debut}).",
            f"Écrivez dans « fin » une heure qui suit {once.debut}, ou retirez « fin ».",
        )
    if lasts > event.longest:
        words = f"De {once.debut} à {once.fin}, c'est trop long pour une seule fois."
        return words, "Corrigez « debut » ou « fin »."
    return None


CHECKS = (
    exceptions_are_occurrences,
    said_once,
    changes_that_change,
)
