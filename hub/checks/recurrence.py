"""Rules of what comes back (E)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.fields import PartialDate
from hub.model.hub import Hub
from hub.model.recurrence import Frequency


def recurrence_takes_place(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A recurring event begins on a known day, which its rule yields and does not exclude."""
    for event in hub.events:
        rule = event.recurrence
        if rule is None:
            continue
        at = event.origin.at("recurrence")
        if not event.debut.whole:
            yield problem(
                "E002",
                at,
                "Un événement qui se répète doit commencer à un jour connu.",
                "Écrivez la date entière dans « debut ».",
            )
        elif rule.rang and (not rule.jour or rule.frequence is Frequency.hebdomadaire):
            yield problem(
                "E003",
                at,
                f"« rang: {rule.rang} » demande un « jour » et une fréquence mensuelle ou annuelle.",
                "Écrivez par exemple : {frequence: mensuelle, jour: mardi, rang: premier}.",
            )
        elif rule.jour and not rule.rang and rule.frequence is Frequency.annuelle:
            yield problem(
                "E003",
                at,
                f"« jour: {rule.jour} » ne dit pas lequel dans l'année.",
                "Ajoutez « rang: premier » (ou deuxieme… dernier), ou retirez « jour ».",
            )
        elif rule.jusqu_a and rule.jusqu_a.last < event.debut.first:
            yield problem(
                "E009",
                event.origin.at("recurrence", "jusqu_a"),
                f"La répétition s'arrête ({rule.jusqu_a}) avant d'avoir commencé ({event.debut}) : "
                "l'événement n'aurait jamais lieu.",
                "Corrigez « jusqu_a » ou « debut ».",
            )
        elif next(event.occurrences(event.debut.first, event.debut.first), None) is None:
            yield problem(
                "E004",
                at,
                f"La répétition ne tombe pas sur le premier jour annoncé ({event.debut}).",
                "Mettez dans « debut » la première date où l'événement a lieu.",
            )


def exceptions_are_occurrences(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A day left out of a recurrence is a whole day on which the event would take place."""
    for event in hub.events:
        if not event.recurrence or not event.debut.whole:
            continue
        every = event.model_copy(update={"recurrence": event.recurrence.bare()})
        first = event.debut.first
        if next(every.occurrences(first, first), None) is None:
            continue  # E004 says it
        days: list[tuple[tuple[str | int, ...], PartialDate]]
        days = [(("sauf", index), day) for index, day in enumerate(event.recurrence.sauf)]
        changes = enumerate(event.recurrence.changements)
        days += [(("changements", index, "date"), change.date) for index, change in changes]
        for loc, day in days:
            if day.whole and any(o.debut.first == day.first for o in every.occurrences(day.first, day.first)):
                continue
            yield problem(
                "E006",
                event.origin.at("recurrence", *loc),
                f"Le {day} n'est pas un jour où l'événement aurait lieu.",
                "Écrivez le jour exact d'une des fois (2027-02-09), ou retirez cette date.",
            )


def changes_that_change(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A change says what changes: the hour, the place, or that the time is cancelled."""
    for event in hub.events:
        for index, change in enumerate(event.recurrence.changements if event.recurrence else ()):
            if not (change.debut or change.fin or change.lieu or change.annule):
                message = "Ce changement ne dit pas ce qui change."
            elif any(moment and not moment.whole for moment in (change.debut, change.fin)):
                message = "Un changement a lieu un jour connu."
            elif change.debut and (change.debut.time is None) != (event.debut.time is None):
                message = "« debut » a une heure ici et pas là, ou l'inverse."
            elif change.debut and change.fin and change.fin.datetime <= change.debut.datetime:
                message = f"La fin ({change.fin}) ne vient pas après le début ({change.debut})."
            else:
                continue
            yield problem(
                "E012",
                event.origin.at("recurrence", "changements", index),
                message,
                "Écrivez « debut: 2026-12-09 18:30 », « lieu: {nom: …} » ou « annule: » et la raison.",
            )


def recurrence_ends(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What comes back does until a known day, or a number of times: nobody remembers to take it away."""
    for event in hub.events:
        rule = event.recurrence
        if rule and rule.jusqu_a and rule.nombre:
            yield problem(
                "E011",
                event.origin.at("recurrence", "nombre"),
                f"Cette répétition a deux fins : {rule.nombre} fois, et le {rule.jusqu_a}.",
                "Gardez « jusqu_a » ou « nombre ».",
            )
        elif rule and rule.jusqu_a is None and rule.nombre is None:
            yield problem(
                "E008",
                event.origin.missing("jusqu_a", "recurrence"),
                "Cette répétition n'a pas de fin : elle resterait dans les agendas après la dernière fois.",
                f"Ajoutez « jusqu_a: » et la fin de la saison ({_season(event.debut.first)}), ou « nombre: » "
                "et combien de fois.",
            )


def _season(day: dt.date) -> dt.date:
    """The last day of the associations' year in which `day` is."""
    return dt.date(day.year + (day.month > 6), 6, 30)


CHECKS = (
    recurrence_takes_place,
    exceptions_are_occurrences,
    changes_that_change,
    recurrence_ends,
)
