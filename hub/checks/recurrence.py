"""Rules of what comes back (E): a rule, or a list of dates, that designates days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.periods import season
from hub.checks.problem import Problem, problem
from hub.checks.timed import timed
from hub.model.hub import Hub
from hub.model.recurrence import MOST_TIMES, Frequency, Recurrence
from hub.model.timed import MOST_DAYS, Timed

OF_A_RULE = ("intervalle", "jour", "rang", "jusqu_a", "nombre")
"""The fields that say something of a rule, and nothing of a list of dates."""


def recurrence_takes_place(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A recurring event begins on a known day, which its rule yields and does not exclude."""
    for event in timed(hub):
        if fault := fault_of(event):
            yield fault


def fault_of(event: Timed) -> Problem | None:
    """What makes the recurrence of an event none, if something does: the first thing to mend."""
    rule = event.recurrence
    if rule is None:
        return None
    if not event.debut.whole:
        return problem(
            "E002",
            event.origin.at("recurrence"),
            "Un événement qui se répète doit commencer à un jour connu.",
            "Écrivez la date entière dans « debut ».",
        )
    rules = (_without_rule, _listed, _which_day, _ends_first, _too_often, _first_day)
    return next((fault for one in rules if (fault := one(event, rule))), None)


def _without_rule(event: Timed, rule: Recurrence) -> Problem | None:
    """A recurrence says how often it comes back, or lists its dates, and then nothing of a rule."""
    if rule.frequence:
        return None
    said = next((name for name in OF_A_RULE if name in rule.model_fields_set), None)
    if rule.dates and said is None:
        return None
    if rule.dates:
        return problem(
            "E020",
            event.origin.at("recurrence", said or "", key=True),
            f"« {said} » ne dit rien sans « frequence » : cette répétition est une liste de dates.",
            f"Retirez « {said} », ou ajoutez « frequence ».",
        )
    return problem(
        "E020",
        event.origin.missing("frequence", "recurrence"),
        "Cette répétition ne dit ni sa « frequence », ni ses « dates ».",
        "Ajoutez « frequence: » (quotidienne, hebdomadaire, mensuelle ou annuelle), ou « dates: » et les "
        "jours, un par un.",
    )


def _listed(event: Timed, rule: Recurrence) -> Problem | None:
    """A date of the list is a whole day, not before the first, with an hour only where that has one."""
    for index, day in enumerate(rule.dates):
        at = event.origin.at("recurrence", "dates", index)
        if not day.whole:
            return problem(
                "E021",
                at,
                f"« {day} » n'est pas un jour connu.",
                f"Écrivez le jour entier : {day.first}, par exemple.",
            )
        if day.time and event.debut.time is None:
            return problem(
                "E021",
                at,
                f"Cette date a une heure ({day}), et « debut » n'en a pas.",
                f"Écrivez « {day.first} », ou ajoutez une heure à « debut » et à « fin ».",
            )
    earliest = min(rule.listed(event.debut), default=event.debut.datetime)
    if earliest >= event.debut.datetime:
        return None
    return problem(
        "E021",
        event.origin.at("recurrence", "dates"),
        f"Le {event.as_written(earliest):%Y-%m-%d} vient avant « debut » ({event.debut}), qui est la "
        "première fois.",
        "Retirez cette date : elle demande un fichier à elle." if rule.frequence else _begun(event, earliest),
    )


def _begun(event: Timed, earliest: dt.datetime) -> str:
    """How the list begins with its first date."""
    form = "%Y-%m-%d" if event.debut.time is None else "%Y-%m-%d %H:%M"
    fin = f", « fin: {earliest + event.length:{form}} »" if event.fin else ""
    return f"Écrivez « debut: {earliest:{form}} »{fin}, et ajoutez {event.debut} à « dates »."


def _which_day(event: Timed, rule: Recurrence) -> Problem | None:
    """A rule says which day of which month, in a way that designates days."""
    at = event.origin.at("recurrence")
    often = rule.frequence in (Frequency.quotidienne, Frequency.hebdomadaire)
    days, ranks = ", ".join(rule.jour), ", ".join(rule.rang)
    if rule.rang and (not rule.jour or often):
        return problem(
            "E003",
            at,
            f"« rang: {ranks} » demande un « jour » et une fréquence mensuelle ou annuelle.",
            "Écrivez par exemple : {frequence: mensuelle, jour: mardi, rang: premier}.",
        )
    if rule.jour and not rule.rang and rule.frequence is Frequency.annuelle:
        return problem(
            "E003",
            at,
            f"« jour: {days} » ne dit pas lequel dans l'année.",
            "Ajoutez « rang: premier » (ou deuxieme… dernier), ou retirez « jour ».",
        )
    if rule.jour and rule.frequence is Frequency.quotidienne and rule.intervalle > 1:
        return problem(
            "E003",
            at,
            f"Un jour sur {rule.intervalle}, et seulement « {days} » : cela ne dit pas lesquels.",
            "Retirez « jour » ; ou écrivez « frequence: hebdomadaire » et retirez « intervalle ».",
        )
    return None


def _ends_first(event: Timed, rule: Recurrence) -> Problem | None:
    """The last day is not before the first."""
    if rule.jusqu_a is None or rule.jusqu_a.last >= event.debut.first:
        return None
    return problem(
        "E009",
        event.origin.at("recurrence", "jusqu_a"),
        f"La répétition s'arrête ({rule.jusqu_a}) avant d'avoir commencé ({event.debut}) : "
        "l'événement n'aurait jamais lieu.",
        "Corrigez « jusqu_a » ou « debut ».",
    )


def _too_often(event: Timed, rule: Recurrence) -> Problem | None:
    """An event comes back so many times, and takes so many days, at most: the rest never unfolds it."""
    endless = rule.frequence and not rule.jusqu_a and not rule.nombre  # E008 says it
    too_long = event.length > event.longest  # E001 says it
    if endless or too_long or event.unfolds():
        return None
    times, each = rule.about(event.debut.first), event.length.days + 1
    if len(rule.dates) > MOST_TIMES:
        field, remedy = "dates", "Répartissez ces dates en plusieurs fichiers."
    elif rule.jusqu_a:
        field, remedy = (
            "jusqu_a",
            f"Écrivez une fin plus proche ({season(event.debut.first)}), et prolongez-le ensuite.",
        )
    else:
        most = min(MOST_TIMES, MOST_DAYS // each) - len(rule.dates)
        field, remedy = "nombre", f"Écrivez un nombre plus petit ({most} au plus), et prolongez-le ensuite."
    return problem(
        "E018",
        event.origin.at("recurrence", field),
        f"Cet événement aurait lieu environ {times} fois et prendrait {times * each} jours : c'est plus "
        f"qu'un fichier ne peut dire ({MOST_TIMES} fois, {MOST_DAYS} jours).",
        remedy,
    )


def _first_day(event: Timed, rule: Recurrence) -> Problem | None:
    """The first day is one that the rule gives, and is not left out."""
    if not rule.gives(event.debut):
        return problem(
            "E004",
            event.origin.at("recurrence"),
            f"La répétition ne tombe pas sur le premier jour annoncé ({event.debut}).",
            "Mettez dans « debut » la première date où l'événement a lieu.",
        )
    if event.debut.datetime not in rule.left_out(event.debut):
        return None
    index = next((n for n, day in enumerate(rule.sauf) if day.first == event.debut.first), 0)
    return problem(
        "E004",
        event.origin.at("recurrence", "sauf", index),
        f"« sauf » retire le premier jour annoncé ({event.debut}) : il s'afficherait sans avoir lieu.",
        "Retirez-le de « sauf ». Si cette fois est annulée, dites-le : « changements: "
        f"[{{date: {event.debut.first}, annule: La raison}}] » ; si elle n'a jamais été prévue, mettez dans "
        "« debut » et « fin » la première qui a lieu.",
    )


CHECKS = (recurrence_takes_place,)
