"""A month as a grid: every day once, Monday first, with what takes place."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hub.model.dates import Moment
from hub.model.event import Category, Event, Occurrence
from hub.pages.month import weeks


def _occurrence(start: str, end: str | None = None) -> Occurrence:
    fin = Moment.parse(end) if end else None
    event = Event(titre="X", debut=Moment.parse(start), fin=fin, categorie=Category.evenement)
    return Occurrence(event, event.debut, event.fin)


def _days(*occurrences: Occurrence) -> dict[int, list[str]]:
    found = [day for week in weeks(2026, 12, occurrences) for day in week if day and day.entries]
    return {day.number: [entry.hour for entry in day.entries] for day in found}


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_each_day_of_the_month_stands_once_under_its_weekday(year: int, month: int) -> None:
    found = weeks(year, month, [])
    assert {len(week) for week in found} == {7}
    for week in found:
        for column, day in enumerate(week):
            assert day is None or dt.date(year, month, day.number).weekday() == column
    numbers = [day.number for week in found for day in week if day]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_hour_is_on_the_first_day_of_what_lasts_several() -> None:
    assert _days(_occurrence("2026-12-04 10:00", "2026-12-06 18:00")) == {4: ["10\u00a0h"], 5: [""], 6: [""]}


def test_what_goes_on_into_the_next_month_stays_in_its_own() -> None:
    assert _days(_occurrence("2026-12-31", "2027-01-02")) == {31: [""]}


def test_an_evening_that_passes_midnight_is_of_its_first_day() -> None:
    assert _days(_occurrence("2026-12-05 20:00", "2026-12-06 01:30")) == {5: ["20\u00a0h"]}
