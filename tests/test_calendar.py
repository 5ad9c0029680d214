"""Calendars: which there are, what each holds and says of itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from hub.build import inspect
from hub.model.calendars import calendars_of
from hub.model.dates import Moment
from hub.model.event import Event
from hub.model.wording import DEFAULT
from hub.published import NAMED
from tests import towns

CALENDARS = calendars_of(DEFAULT)

COMPOST = "agenda/retournement-du-compost.ics"


def read(site: Path, path: str) -> Any:
    return Calendar.from_ical((site / path).read_bytes())


def test_a_changed_time_bears_the_uid_of_its_series_and_the_time_it_was_for(example_site: Path) -> None:
    series, *changed = read(example_site, COMPOST).walk("VEVENT")
    assert {str(one["UID"]) for one in changed} == {str(series["UID"])}
    assert [one["RECURRENCE-ID"].dt.date() for one in changed] == [
        dt.date(2026, 12, 20),
        dt.date(2027, 1, 17),
        dt.date(2027, 2, 21),
    ]
    assert [str(one["LOCATION"]).split(",")[0] for one in changed][-1] == "Serre des Pots-Cassés"


def test_a_place_whose_position_is_known_is_on_the_map(example_site: Path) -> None:
    series, *_ = read(example_site, COMPOST).walk("VEVENT")
    assert (series["GEO"].latitude, series["GEO"].longitude) == (45.9935, -3.5111)


def test_sequence_grows_with_every_change_and_is_nothing_before(example_site: Path) -> None:
    series, *_ = read(example_site, COMPOST).walk("VEVENT")
    assert int(series["SEQUENCE"]) > 0
    assert series["LAST-MODIFIED"].dt == dt.datetime(2026, 11, 18, 8, 40, tzinfo=dt.UTC)
    published = Event(titre="X", debut="2026-12-01", categorie="evenement", publie_le="2026-11-01")
    later = [
        published.model_copy(update={"modifie_le": Moment.parse(text)})
        for text in ("2026-11-01 09:00", "2026-11-01 09:01", "2026-11-02")
    ]
    numbers = [event.sequence for event in (published, *later)]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 0


@pytest.mark.parametrize("channel", CALENDARS, ids=[channel.key for channel in CALENDARS])
def test_a_calendar_holds_its_events_of_the_last_year_and_to_come(example_site: Path, channel: Any) -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    since, ever = towns.TODAY - dt.timedelta(days=366), dt.date(2200, 1, 1)
    expected = {
        hub.site.guid("evenement", event.id)
        for event in hub.events
        if event.debut.whole and channel.holds(event) and any(event.occurrences(since, ever))
    }
    uids = {str(e["UID"]) for e in read(example_site, channel.address.lstrip("/")).walk("VEVENT")}
    found = {uid[:NAMED] for uid in uids}
    assert found == expected
    assert found or channel.key == "agenda/echeances"


def test_each_date_of_a_list_is_an_event_whose_name_says_when_it_was_planned(example_site: Path) -> None:
    entries = read(example_site, "agenda/visite-du-clocher-penche.ics").walk("VEVENT")
    assert [(str(e["UID"])[NAMED:], e["DTSTART"].dt.strftime("%Y%m%dT%H%M%S")) for e in entries] == [
        ("", "20261107T110000"),
        ("-20261205T110000", "20261205T110000"),
        ("-20270306T160000", "20270306T160000"),
        ("-20270515T110000", "20270515T110000"),
    ]
    assert not any("RRULE" in entry or "RDATE" in entry for entry in entries)


def test_a_calendar_with_nothing_to_come_holds_its_time_zone(
    example_site: Path, miniature_site: Path
) -> None:
    for site in (example_site, miniature_site):
        for file in site.rglob("*.ics"):
            assert read(site, str(file.relative_to(site))).subcomponents, file


def test_every_calendar_tells_its_name_and_when_to_come_back(example_site: Path) -> None:
    for channel in CALENDARS:
        feed = read(example_site, channel.address.lstrip("/"))
        assert str(feed["NAME"]).startswith(channel.title.replace("’", "’"))
        assert feed["REFRESH-INTERVAL"].dt == dt.timedelta(hours=12)
        assert feed["X-WR-CALNAME"] == feed["NAME"]
