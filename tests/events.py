"""Events for properties: any that the checks accept."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from hypothesis import strategies as st

from hub.checks.clashes import times_apart
from hub.model import Hub
from hub.model.dates import Moment
from hub.model.event import Category, Event
from hub.model.recurrence import Change, Frequency, Place, Rank, Recurrence, Weekday
from hub.model.site import Site
from hub.sources import Origin
from hub.sources.document import Document

PLACES = st.builds(
    Place,
    nom=st.sampled_from(("Salle Verte", "Chez « Lou », en bas ; à l’eau\\n")),
    adresse=st.none() | st.text("aé,;\\:", min_size=1, max_size=90),
)
HOURS = [hour for hour in range(24) if hour != 2]
"""Every hour that each night of the year has."""


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any recurring event that the checks accept: its first day is one that its rule gives."""
    day = draw(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
    timed = draw(st.booleans())
    hour = f" {draw(st.sampled_from(HOURS)):02}:{draw(st.sampled_from([0, 30])):02}" if timed else ""
    first = Moment.parse(f"{day}{hour}")
    rule = Recurrence(**draw(_rules(first)))
    event = Event(
        titre="X",
        debut=f"{first}",
        fin=draw(st.none() | _lasting(first, rule)),
        categorie=Category.evenement,
        recurrence=rule,
        lieu=draw(st.none() | PLACES),
        annule=draw(st.sampled_from((None, None, None, "La neige"))),
        modifie_le=draw(st.sampled_from((None, "2026-01-01 08:00"))),
    )
    every = list(event.occurrences(day, day + dt.timedelta(days=2000)))
    planned = [once.debut for once in every if once.planned]
    left_out = (
        draw(st.sets(st.sampled_from(planned[1:] or planned), max_size=2)) if len(planned) > 1 else set()
    )
    changed = draw(st.sets(st.sampled_from(planned), max_size=2)) - left_out
    days = Counter(moment.first for moment in planned)
    changes = [_change(draw, moment, timed, alone=days[moment.first] == 1) for moment in sorted(changed)]
    update = {"sauf": tuple(sorted(left_out)), "changements": tuple(changes)}
    event = event.model_copy(update={"recurrence": rule.model_copy(update=update)})
    event._origin = Origin(Document("content/agenda/x.md", {}))
    return _without_clashes(event)


def _without_clashes(event: Event) -> Event:
    """The event, or one without what would put two of its times at once (E016)."""
    assert event.recurrence
    changes = tuple(change for change in event.recurrence.changements if not change.debut)
    still = {"recurrence": event.recurrence.model_copy(update={"changements": changes})}
    for update in ({}, still, {**still, "fin": None}):
        tried = event.model_copy(update=update)
        tried._origin = event.origin
        if not list(times_apart(Hub(Site.unknown()).having(events=[tried]), event.debut.first)):
            return tried
    raise AssertionError(event)


def _rules(first: Moment) -> st.SearchStrategy[dict[str, Any]]:
    """A rule whose first time is `first`, with other dates perhaps; or dates alone."""
    day = first.first
    rules = st.one_of(_each_day(), _each_week(day), _each_month(day), _each_year(day))
    more = st.just({}) | _dates(first)
    ruled = st.builds(lambda rule, end, more: {**rule, **end, **more}, rules, _ends(day), more)
    return ruled | _dates(first)


def _each_day() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"frequence": st.just(Frequency.quotidienne), "intervalle": st.integers(1, 3)}
    )


def _each_week(day: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    """A weekday or several, one of them that of `day`."""
    own = list(Weekday)[day.weekday()]
    some = st.none() | st.lists(st.sampled_from(Weekday), max_size=3).map(lambda others: [*others, own])
    return st.builds(
        lambda days, number: {"frequence": Frequency.hebdomadaire, "intervalle": number, "jour": days or ()},
        some,
        st.integers(1, 3),
    )


def _ranked(day: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    """Weekdays and their ranks in the month, one of them that of `day`; nothing where it has none."""
    own = list(Weekday)[day.weekday()]
    last = (day + dt.timedelta(days=7)).month != day.month
    ranks = [
        rank for rank in Rank if rank.number == (day.day - 1) // 7 + 1 or (last and rank is Rank.dernier)
    ]
    if not ranks:
        return st.just({})
    return st.builds(
        lambda rank, more, days: {"rang": [*more, rank], "jour": [*days, own]},
        st.sampled_from(ranks),
        st.lists(st.sampled_from(Rank), max_size=2),
        st.lists(st.sampled_from(Weekday), max_size=1),
    )


def _each_month(day: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    rule = {"frequence": Frequency.mensuelle}
    return st.builds(
        lambda which, number: {**rule, **which, "intervalle": number},
        _ranked(day) | st.just({}),
        st.integers(1, 3),
    )


def _each_year(day: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    rule = {"frequence": Frequency.annuelle}
    return st.builds(
        lambda which, number: {**rule, **which, "intervalle": number},
        _ranked(day) | st.just({}),
        st.integers(1, 3),
    )


def _dates(first: Moment) -> st.SearchStrategy[dict[str, Any]]:
    """Days after the first one, some with an hour of their own where it has one."""
    later = st.integers(1, 700).map(lambda days: str(first.first + dt.timedelta(days=days)))
    if first.time:
        hour = st.sampled_from(("", "", " 09:15", " 20:45"))
        later = st.builds(str.__add__, later, hour)
    dates = st.lists(later, min_size=1, max_size=5, unique_by=lambda day: day[:10])
    return dates.map(lambda days: {"dates": days})


def _ends(day: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    """A number of times, or a last day."""
    until = st.dates(day, day + dt.timedelta(days=900))
    return st.one_of(
        st.builds(lambda number: {"nombre": number}, st.integers(1, 12)),
        st.builds(lambda last: {"jusqu_a": str(last)}, until),
    )


def _lasting(start: Moment, rule: Recurrence) -> st.SearchStrategy[str]:
    """An end: hours later, past midnight perhaps; or days, for what has no hour."""
    if start.time is None:
        longest = 0 if rule.frequence is Frequency.quotidienne or len(rule.jour) > 1 else 3
        return st.integers(0, longest).map(lambda days: str(start.first + dt.timedelta(days=days)))
    midnight = st.just(f"{start.first} 24:00")
    hours = st.sampled_from((1, 3, 5)).map(lambda number: start.datetime + dt.timedelta(hours=number))
    return midnight | hours.filter(lambda end: end.hour != 2).map(lambda end: f"{end:%Y-%m-%d %H:%M}")


def _change(draw: st.DrawFn, moment: Moment, timed: bool, *, alone: bool) -> Change:
    """A change of that time, named by its day where it is `alone` on it (E006)."""
    kind = draw(st.sampled_from(("annule", "lieu", "debut")))
    date = str(moment.first if draw(st.booleans()) and alone else moment)
    if kind == "annule":
        return Change(date=date, annule="La salle est prise")
    if kind == "lieu":
        return Change(date=date, lieu=draw(PLACES))
    day = moment.first + dt.timedelta(days=draw(st.integers(-3, 3)))
    return Change(date=date, debut=f"{day} 20:15" if timed else str(day))
