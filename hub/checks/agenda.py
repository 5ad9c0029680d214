"""Rules of the calendar (E)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.timed import timed
from hub.model.calendars import RESERVED
from hub.model.event import Announced
from hub.model.fields import YES_OR_NO
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.timed import Timed


def end_after_start(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An event ends after it begins, with an hour on both sides or on none."""
    for event in timed(hub):
        if event.fin is None:
            continue
        if (event.debut.time is None) != (event.fin.time is None):
            message = "« debut » et « fin » doivent avoir une heure tous les deux, ou aucun."
        elif not event.debut.whole or not event.fin.whole:
            message = "« fin » n'a de sens que pour deux jours connus."
        elif event.fin.datetime < event.debut.datetime:
            message = f"La fin ({event.fin}) vient avant le début ({event.debut})."
        elif event.debut.time and event.fin.datetime == event.debut.datetime:
            message = "La fin est l'heure même du début ; si elle n'est pas connue, retirez « fin »."
        elif event.length > event.longest:
            message = f"De {event.debut} à {event.fin}, c'est trop long pour une seule fois."
        else:
            continue
        yield problem("E001", event.origin.at("fin"), message, _ended(event))


def _ended(event: Timed) -> str:
    """What to write in `fin`."""
    assert event.fin
    if event.fin.time == dt.time() and event.fin.first == event.debut.first:
        return f"Minuit, à la fin de ce jour, s'écrit « fin: {event.fin.first} 24:00 »."
    if event.recurrence and event.length > event.longest and event.fin.time:
        return (
            "« fin » est la fin de la première fois ; le dernier jour se dit dans « jusqu_a ». Écrivez par "
            f"exemple « fin: {event.debut.first} {event.fin.time:%H:%M} »."
        )
    return "Corrigez « debut » ou « fin »."


def cancelled_for_a_reason(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """`annule` is the reason why an event is cancelled; without it the event takes place."""
    for event in timed(hub):
        if event.annule and fold(event.annule) in YES_OR_NO:
            yield problem(
                "E007",
                event.origin.at("annule"),
                f"« annule: {event.annule} » ne dit pas pourquoi.",
                "Écrivez la raison ; si l'événement a lieu, effacez la ligne.",
            )


def usable_addresses(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No file of the calendar has the name of a year or of a meeting announced by minutes."""
    for event in hub.events:
        written = not isinstance(event, Announced)
        if written and (event.id.isdigit() or event.id.startswith("suite-") or event.id in RESERVED):
            yield problem(
                "E005",
                event.origin.at(),
                f"Le nom « {event.id}.md » est réservé (une année, une catégorie, la suite d'une réunion).",
                "Donnez au fichier un nom de quelques mots : 2026-fete-des-associations.md.",
            )


CHECKS = (
    end_after_start,
    cancelled_for_a_reason,
    usable_addresses,
)
