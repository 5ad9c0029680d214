"""Rules of the calendar (E)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hub.checks.problem import Problem, problem
from hub.model.channels import RESERVED
from hub.model.event import Event, NextMeeting, Occurrence
from hub.model.fields import YES_OR_NO
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.recurrence import Frequency


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
        elif event.debut.time and event.fin.datetime == event.debut.datetime:
            message = "La fin est l'heure même du début ; si elle n'est pas connue, retirez « fin »."
        elif event.fin.datetime - event.debut.datetime > _longest(event):
            message = f"De {event.debut} à {event.fin}, c'est trop long pour une seule fois."
        else:
            continue
        yield problem("E001", event.origin.at("fin"), message, "Corrigez « debut » ou « fin ».")


def _longest(event: Event) -> dt.timedelta:
    """A year; for what comes back, the time until it does."""
    rule = event.recurrence
    days = {Frequency.hebdomadaire: 7, Frequency.mensuelle: 28, Frequency.annuelle: 365}
    return dt.timedelta(days=days[rule.frequence] * rule.intervalle if rule else 366)


def cancelled_for_a_reason(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """`annule` is the reason why an event is cancelled; without it the event takes place."""
    for event in hub.events:
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
        written = not isinstance(event, NextMeeting)
        if written and (event.id.isdigit() or event.id.startswith("suite-") or event.id in RESERVED):
            yield problem(
                "E005",
                event.origin.at(),
                f"Le nom « {event.id}.md » est réservé (une année, une catégorie, la suite d'une réunion).",
                "Donnez au fichier un nom de quelques mots : 2026-fete-des-associations.md.",
            )


LOOKED_AT = dt.timedelta(days=366)
"""How far ahead two events are compared."""


class _Slot(NamedTuple):
    start: dt.datetime
    end: dt.datetime
    once: Occurrence

    @property
    def event(self) -> Event:
        return self.once.event


def one_event_at_a_place(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Two events do not take place at one place and time, as far as hours are known."""
    slots: dict[str, list[_Slot]] = defaultdict(list)
    for event in hub.events:
        for once in event.occurrences(today, today + LOOKED_AT) if event.debut.time else ():
            if once.lieu and not once.annule:
                start = once.debut.datetime
                end = once.fin.datetime if once.fin else start + dt.timedelta(minutes=1)
                slots[fold(once.lieu.nom)].append(_Slot(start, end, once))
    told: set[tuple[str, str]] = set()
    for taken in slots.values():
        for earlier, later in _clashes(taken):
            pair = (earlier.event.id, later.event.id)
            if pair not in told:
                told.update((pair, pair[::-1]))
                yield _clash(earlier, later)


def _clashes(slots: list[_Slot]) -> Iterator[tuple[_Slot, _Slot]]:
    """Each slot with the one that lasts the longest before it, where that one has not ended."""
    longest: _Slot | None = None
    for slot in sorted(slots, key=lambda s: (s.start, s.end, s.event.id)):
        if longest and longest.end > slot.start and longest.event is not slot.event:
            yield longest, slot
        if longest is None or slot.end > longest.end:
            longest = slot


def _clash(earlier: _Slot, later: _Slot) -> Problem:
    assert later.once.lieu
    return problem(
        "E010",
        later.event.origin.at("lieu"),
        f"Le {later.start:%Y-%m-%d} à {later.start:%H:%M}, « {later.once.lieu.nom} » accueille déjà "
        f"« {earlier.event.titre} ».",
        "Vérifiez l'heure et le lieu ; s'il y a deux salles, nommez la salle dans « lieu ».",
    )


CHECKS = (
    one_event_at_a_place,
    end_after_start,
    cancelled_for_a_reason,
    usable_addresses,
)
