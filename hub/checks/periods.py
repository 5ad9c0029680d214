"""Rules of the periods in which something comes back (E): they end, and each has its day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.timed import timed
from hub.markup.dates import MONTHS
from hub.model.hub import Hub
from hub.model.recurrence import MOST_TIMES, Frequency, Recurrence
from hub.model.timed import Timed


def recurrence_ends(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What comes back does until a known day, or a number of times: nobody remembers to take it away."""
    for event in timed(hub):
        rule = event.recurrence
        if rule is None or not rule.frequence:
            continue
        if rule.jusqu_a and rule.nombre:
            yield problem(
                "E011",
                event.origin.at("recurrence", "nombre"),
                f"Cette répétition a deux fins : {rule.nombre} fois, et le {rule.jusqu_a}.",
                "Gardez « jusqu_a » ou « nombre ».",
            )
        elif rule.jusqu_a is None and rule.nombre is None:
            yield problem(
                "E008",
                event.origin.missing("jusqu_a", "recurrence"),
                "Cette répétition n'a pas de fin : on l'annoncerait encore après la dernière fois.",
                f"Ajoutez « jusqu_a: » et la fin de la saison ({season(event.debut.first)}), ou « nombre: » "
                "et combien de fois.",
            )


def season(day: dt.date) -> dt.date:
    """The last day of the associations' year in which `day` is."""
    return dt.date(day.year + (day.month > 6), 6, 30)


def days_that_every_period_has(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A month without a 31, a year without a 29 February: calendars pass over them, so it is told."""
    for event in timed(hub):
        rule = event.recurrence
        if not rule or rule.jour or not event.debut.whole or event.debut.first.day <= 28:
            continue
        words = ", ".join(dict.fromkeys(_passed_over(event, rule)))
        if words and rule.frequence is Frequency.mensuelle:
            message = f"Le {event.debut.day} n'existe pas chaque mois : rien n'aura lieu en {words}."
        elif words:
            message = f"Le 29 février n'existe pas chaque année : rien n'aura lieu en {words}."
        else:
            continue
        yield problem(
            "E017",
            event.origin.at("debut"),
            message,
            "Si c'est voulu, il n'y a rien à faire ; sinon, donnez les jours un par un, par « dates: » à la "
            "place de « frequence » et de la fin.",
        )


def _passed_over(event: Timed, rule: Recurrence) -> Iterator[str]:
    """The months, or the years, in which the rule has no day from its beginning to its end."""
    start = event.debut.first
    step = {Frequency.mensuelle: 1, Frequency.annuelle: 12}.get(rule.frequence or Frequency.hebdomadaire)
    if step is None:
        return
    left = rule.nombre if rule.nombre and not rule.jusqu_a else MOST_TIMES
    until = rule.jusqu_a.last if rule.jusqu_a else dt.date.max
    for number in range(0, 12 * MOST_TIMES, step * rule.intervalle):
        year, month = divmod(start.month - 1 + number, 12)
        length = calendar.monthrange(start.year + year, month + 1)[1]
        if left == 0 or dt.date(start.year + year, month + 1, min(start.day, length)) > until:
            return
        if start.day <= length:
            left -= 1
        else:
            yield MONTHS[month] if step == 1 else str(start.year + year)


CHECKS = (
    recurrence_ends,
    days_that_every_period_has,
)
