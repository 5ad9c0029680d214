"""Events for properties: any that the checks accept."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from hub.model.dates import Moment, PartialDate
from hub.model.event import Category, Event
from hub.model.recurrence import Change, Frequency, Place, Rank, Recurrence, Weekday
from hub.sources import Origin
from hub.sources.document import Document, Mark

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
    frequency = draw(st.sampled_from(Frequency))
    day = draw(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
    weekday = list(Weekday)[day.weekday()]
    last = (day + dt.timedelta(days=7)).month != day.month
    ranks = [
        rank for rank in Rank if rank.number == (day.day - 1) // 7 + 1 or (last and rank is Rank.dernier)
    ]
    by_rank = frequency is not Frequency.hebdomadaire and ranks and draw(st.booleans())
    timed = draw(st.booleans())
    hour = f" {draw(st.sampled_from(HOURS)):02}:{draw(st.sampled_from([0, 30])):02}" if timed else ""
    rule = Recurrence(
        frequence=frequency,
        intervalle=draw(st.integers(1, 3)),
        jour=weekday if by_rank or (frequency is Frequency.hebdomadaire and draw(st.booleans())) else None,
        rang=draw(st.sampled_from(ranks)) if by_rank else None,
        **draw(_ends(day)),
    )
    event = Event(
        titre="X",
        debut=f"{day}{hour}",
        fin=draw(st.none() | _lasting(Moment.parse(f"{day}{hour}"))),
        categorie=Category.evenement,
        recurrence=rule,
        lieu=draw(st.none() | PLACES),
        annule=draw(st.sampled_from((None, None, None, "La neige"))),
        modifie_le=draw(st.sampled_from((None, "2026-01-01 08:00"))),
    )
    every = [o.debut for o in event.occurrences(day, day + dt.timedelta(days=2000))]
    left_out = draw(st.sets(st.sampled_from(every[1:] or every), max_size=2)) if len(every) > 1 else set()
    changed = draw(st.sets(st.sampled_from(every), max_size=2)) - left_out
    changes = [_change(draw, moment, timed) for moment in sorted(changed)]
    update = {"sauf": tuple(PartialDate.of(m.first) for m in sorted(left_out)), "changements": tuple(changes)}
    event = event.model_copy(update={"recurrence": rule.model_copy(update=update)})
    event._origin = Origin(Document("content/agenda/x.md", {}, Mark(1, 1, 1, 1)))
    return event


def _ends(day: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    """A number of times, or a last day."""
    until = st.dates(day, day + dt.timedelta(days=1500))
    return st.one_of(
        st.builds(lambda number: {"nombre": number}, st.integers(1, 12)),
        st.builds(lambda last: {"jusqu_a": str(last)}, until),
    )


def _lasting(start: Moment) -> st.SearchStrategy[str]:
    """An end: hours later, past midnight perhaps; or days, for what has no hour."""
    if start.time is None:
        return st.integers(0, 3).map(lambda days: str(start.first + dt.timedelta(days=days)))
    hours = st.sampled_from((1, 3, 5)).map(lambda number: start.datetime + dt.timedelta(hours=number))
    return hours.filter(lambda end: end.hour != 2).map(lambda end: f"{end:%Y-%m-%d %H:%M}")


def _change(draw: st.DrawFn, moment: Moment, timed: bool) -> Change:
    kind = draw(st.sampled_from(("annule", "lieu", "debut")))
    if kind == "annule":
        return Change(date=str(moment.first), annule="La salle est prise")
    if kind == "lieu":
        return Change(date=str(moment.first), lieu=draw(PLACES))
    day = moment.first + dt.timedelta(days=draw(st.integers(-3, 3)))
    return Change(date=str(moment.first), debut=f"{day} 20:15" if timed else str(day))
