"""Rules of the calendar (E)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hub.checks.problem import Problem, problem
from hub.model.event import Event, Frequency, NextMeeting
from hub.model.fields import YES_OR_NO
from hub.model.hub import Hub
from hub.model.names import fold


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
        every = event.model_copy(update={"recurrence": event.recurrence.model_copy(update={"sauf": ()})})
        first = event.debut.first
        if next(every.occurrences(first, first), None) is None:
            continue  # E004 says it
        for index, day in enumerate(event.recurrence.sauf):
            if day.whole and any(o.debut.first == day.first for o in every.occurrences(day.first, day.first)):
                continue
            yield problem(
                "E006",
                event.origin.at("recurrence", "sauf", index),
                f"Le {day} n'est pas un jour où l'événement aurait lieu.",
                "Écrivez le jour exact d'une des fois (2027-02-09), ou retirez cette date.",
            )


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
        if written and (event.id.isdigit() or event.id.startswith("suite-")):
            yield problem(
                "E005",
                event.origin.at(),
                f"Le nom « {event.id}.md » est réservé (une année, ou la suite d'une réunion).",
                "Donnez au fichier un nom de quelques mots : 2026-fete-des-associations.md.",
            )


def recurrence_ends(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What comes back comes back until a known day: nobody remembers to take it away."""
    for event in hub.events:
        if event.recurrence and event.recurrence.jusqu_a is None:
            yield problem(
                "E008",
                event.origin.missing("jusqu_a", "recurrence"),
                "Cette répétition n'a pas de fin : elle resterait dans les agendas après la dernière fois.",
                f"Ajoutez « jusqu_a: » et la fin de la saison ({_season(event.debut.first)}) ; "
                "vous la prolongerez.",
            )


def _season(day: dt.date) -> dt.date:
    """The last day of the associations' year in which `day` is."""
    return dt.date(day.year + (day.month > 6), 6, 30)


LOOKED_AT = dt.timedelta(days=366)
"""How far ahead two events are compared."""


class _Slot(NamedTuple):
    start: dt.datetime
    end: dt.datetime
    event: Event


def one_event_at_a_place(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Two events do not take place at one place and time, as far as hours are known."""
    slots: dict[str, list[_Slot]] = defaultdict(list)
    for event in hub.events:
        if event.lieu and event.debut.time and not event.annule:
            for once in event.occurrences(today, today + LOOKED_AT):
                start = once.debut.datetime
                end = once.fin.datetime if once.fin else start + dt.timedelta(minutes=1)
                slots[fold(event.lieu.nom)].append(_Slot(start, end, event))
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
    assert later.event.lieu
    return problem(
        "E010",
        later.event.origin.at("lieu"),
        f"Le {later.start:%Y-%m-%d} à {later.start:%H:%M}, « {later.event.lieu.nom} » accueille déjà "
        f"« {earlier.event.titre} ».",
        "Vérifiez l'heure et le lieu ; s'il y a deux salles, nommez la salle dans « lieu ».",
    )


CHECKS = (
    recurrence_ends,
    one_event_at_a_place,
    end_after_start,
    recurrence_takes_place,
    exceptions_are_occurrences,
    cancelled_for_a_reason,
    usable_addresses,
)
