"""Model: dates, names, recurrences, and the whole hub."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from hub.model.dates import Moment, PartialDate
from hub.model.event import Category, Event, NextMeeting
from hub.model.names import fold, initial, sort_key
from hub.model.recurrence import Frequency, Rank, Recurrence, Weekday
from tests import towns


@pytest.mark.parametrize("text", ["2021", "2021-09", "2021-09-12"])
def test_a_date_is_known_to_the_year_the_month_or_the_day(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-30",
        "2021-13",
        "2021-00",
        "2021-09-00",
        "2021-0١",
        "0226-03-01",
        "25/11/2021",
        "21-11-25",
        "",
        "2021-09-12 10:00",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        PartialDate.parse(text)


def test_a_moment_may_have_an_hour_of_a_known_day_only() -> None:
    assert Moment.parse("2021-11-27 10:00").time == dt.time(10)
    assert Moment.parse("2021-11-27").time is None
    for text in ("2021-11 10:00", "2021-11-27 25:00"):
        with pytest.raises(PydanticCustomError):
            Moment.parse(text)


def test_a_month_covers_its_days() -> None:
    february = PartialDate.parse("2022-02")
    assert (february.first, february.last) == (dt.date(2022, 2, 1), dt.date(2022, 2, 28))
    assert february.covers(dt.date(2022, 2, 8))
    assert not february.covers(dt.date(2022, 3, 1))


@given(st.dates(), st.dates())
def test_whole_dates_are_ordered_as_days(one: dt.date, other: dt.date) -> None:
    assert (PartialDate.of(one) < PartialDate.of(other)) == (one < other)


@given(st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)))
def test_a_date_written_and_read_is_the_same(date: dt.date) -> None:
    assert PartialDate.parse(str(PartialDate.of(date))) == PartialDate.of(date)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mala'Café", "malacafe"),
        ("Cœur de chœur", "COEUR DE CHOEUR"),
        ("Scarabé-e", "scarabe e"),
        ("Élan", "elan"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_articles_do_not_count_in_the_alphabetical_order() -> None:
    names = [
        "Les Zèbres",
        "L’Écho",
        "Association des amis du parc",
        "Œuvre",
        "La Fanfare",
        "Association pour le dahlia",
    ]
    assert sorted(names, key=sort_key) == [
        "Association des amis du parc",
        "Association pour le dahlia",
        "L’Écho",
        "La Fanfare",
        "Œuvre",
        "Les Zèbres",
    ]


def test_an_association_is_filed_under_the_first_letter_that_counts() -> None:
    assert [initial(name) for name in ("L'Écho", "Les Œufs", "3e souffle")] == ["E", "O", "0-9"]


def test_names_in_other_writings_stay_apart() -> None:
    assert len({fold(name) for name in ("中文之家", "بيت", "???", "!!!")}) == 4


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def _weekly(**changes: object) -> Event:
    recurrence = Recurrence.model_validate({"frequence": "hebdomadaire", "jour": "mardi", **changes})
    return Event(
        titre="Yoga",
        debut=Moment.parse("2026-10-06 18:30"),
        fin=Moment.parse("2026-10-06 19:30"),
        categorie=Category.evenement,
        recurrence=recurrence,
    )


def _days(event: Event, since: str, until: str) -> list[str]:
    window = event.occurrences(dt.date.fromisoformat(since), dt.date.fromisoformat(until))
    return [str(occurrence.debut) for occurrence in window]


def test_a_weekly_event_takes_place_each_week_but_on_the_days_left_out() -> None:
    assert _days(_weekly(sauf=["2026-10-20"]), "2026-10-01", "2026-11-05") == [
        "2026-10-06 18:30",
        "2026-10-13 18:30",
        "2026-10-27 18:30",
        "2026-11-03 18:30",
    ]


def test_an_hour_stays_the_hour_over_the_change_of_clock() -> None:
    occurrences = list(_weekly().occurrences(dt.date(2026, 10, 20), dt.date(2026, 10, 27)))
    assert {o.debut.time for o in occurrences} == {dt.time(18, 30)}


def test_the_last_day_of_a_recurrence_counts() -> None:
    assert _days(_weekly(jusqu_a="2026-10-13"), "2026-10-01", "2027-01-01")[-1] == "2026-10-13 18:30"


def test_a_first_tuesday_is_the_first_tuesday_of_every_month() -> None:
    event = Event(
        titre="Bureau",
        debut=Moment.parse("2026-10-06"),
        categorie=Category.reunion,
        recurrence=Recurrence(frequence=Frequency.mensuelle, jour=Weekday.mardi, rang=Rank.premier),
    )
    assert _days(event, "2026-10-01", "2026-12-31") == ["2026-10-06", "2026-11-03", "2026-12-01"]


def test_an_evening_that_passes_midnight_is_of_the_day_it_begins() -> None:
    event = Event(
        titre="Bal",
        debut=Moment.parse("2026-12-31 22:00"),
        fin=Moment.parse("2027-01-01 02:00"),
        categorie=Category.evenement,
    )
    assert _days(event, "2027-01-01", "2027-01-02") == []
    assert _days(event, "2026-12-31", "2026-12-31") == ["2026-12-31 22:00"]


_RECURRENCES = st.builds(
    Recurrence,
    frequence=st.sampled_from(Frequency),
    intervalle=st.integers(1, 4),
    jour=st.just(()) | st.lists(st.sampled_from(Weekday), max_size=3),
)


@given(_RECURRENCES, st.dates(dt.date(2020, 1, 1), dt.date(2027, 1, 1)), st.integers(0, 400))
def test_a_window_cuts_the_same_occurrences_out_of_a_wider_one(
    recurrence: Recurrence, start: dt.date, length: int
) -> None:
    event = Event(titre="X", debut=Moment.at(start), categorie=Category.evenement, recurrence=recurrence)
    end = start + dt.timedelta(days=800)
    middle = start + dt.timedelta(days=length)
    wide = [o.debut for o in event.occurrences(start, end)]
    narrow = [o.debut for o in event.occurrences(middle, end)]
    assert narrow == [moment for moment in wide if moment.first >= middle]


def test_associations_are_found_by_name_alias_and_id(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    found = [
        hub.named(name) for name in ("licornes", "LICORNES", "Les licornes jardinieres", "coeur de chœur")
    ]
    assert [a.id if a else None for a in found] == ["licornes", "licornes", "licornes", "coeur"]
    assert hub.named("Dragon") is None


def test_the_next_meeting_of_a_set_of_minutes_is_an_event(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    meeting = next(event for event in hub.events if isinstance(event, NextMeeting))
    assert (meeting.id, str(meeting.debut)) == ("suite-2026-03-10-bureau", "2026-05-12 18:30")


def test_an_empty_field_is_a_field_that_is_not_given(tmp_path: Path) -> None:
    files = towns.edited("content/index.md", "resume: Une ville minuscule.", "resume:")
    assert towns.hub_of(tmp_path, files).editorials["index"].resume is None


def test_a_guid_does_not_depend_on_title_date_or_address(tmp_path: Path) -> None:
    one = towns.hub_of(tmp_path / "a")
    files = {
        **towns.edited("content/guides/semer.md", "titre: Semer", "titre: Semer encore"),
        **towns.edited("mkdocs.yml", "https://mini.example/", "https://ailleurs.example/hub/"),
    }
    other = towns.hub_of(tmp_path / "b", files)
    assert one.site.guid("guide", "semer") == other.site.guid("guide", "semer")
