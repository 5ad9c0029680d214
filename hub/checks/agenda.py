"""Rules of the calendar (E)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, error
from hub.model.hub import Hub


def end_after_start(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An event ends after it begins, with an hour on both sides or on none."""
    for event in hub.events:
        if event.fin is None:
            continue
        if (event.debut.time is None) != (event.fin.time is None):
            message = "« debut » et « fin » doivent avoir une heure tous les deux, ou aucun."
        elif not event.debut.whole or not event.fin.whole:
            message = "« fin » n'a de sens que pour deux jours connus."
        elif event.fin.datetime < event.debut.datetime:
            message = f"La fin ({event.fin}) vient avant le début ({event.debut})."
        else:
            continue
        yield error("E001", event.origin.at("fin"), message, "Corrigez « debut » ou « fin ».")


def recurrence_takes_place(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A recurring event begins on a known day, which its rule yields and does not exclude."""
    for event in hub.events:
        rule = event.recurrence
        if rule is None:
            continue
        at = event.origin.at("recurrence")
        if not event.debut.whole:
            yield error(
                "E002",
                at,
                "Un événement qui se répète doit commencer à un jour connu.",
                "Écrivez la date entière dans « debut ».",
            )
        elif rule.rang and not rule.jour:
            yield error(
                "E003",
                at,
                f"« rang: {rule.rang} » demande un « jour ».",
                "Ajoutez le jour de la semaine : « jour: mardi ».",
            )
        elif next(event.occurrences(event.debut.first, event.debut.first), None) is None:
            yield error(
                "E004",
                at,
                f"La répétition ne tombe pas sur le premier jour annoncé ({event.debut}).",
                "Mettez dans « debut » la première date où l'événement a lieu.",
            )


def usable_addresses(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A file of the calendar is not named by digits only: `/agenda/2026/` is a year's page."""
    for event in hub.events:
        if event.id.isdigit():
            yield error(
                "E005",
                event.origin.at(),
                f"Le nom « {event.id}.md » est celui d'une année.",
                "Ajoutez quelques mots au nom du fichier : 2026-fete-des-associations.md.",
            )


CHECKS = (end_after_start, recurrence_takes_place, usable_addresses)
