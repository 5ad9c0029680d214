"""Calendars in clients that are not ours: each shows what the pages show, hour by hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import inspect
from hub.catalogue.rule import Content
from hub.feeds.calendar import calendar
from hub.feeds.vevent import vevents
from hub.feeds.vtimezone import vtimezone
from hub.markup import Renderer
from hub.model import Hub
from hub.model.event import Category, Event
from hub.model.recurrence import Frequency, Recurrence
from hub.sources import Origin
from hub.sources.document import Document
from tests import expansion, khal_client, libical_client, towns
from tests.events import events
from tests.ical_client import IcalClient, Shown, ical_client

Reader = Callable[[bytes, dt.date, dt.date], Shown]

READERS = ("dateutil", "ical.js", "khal", "libical")


@pytest.fixture(scope="module")
def client() -> Iterator[IcalClient]:
    with ical_client() as ready:
        yield ready


@pytest.fixture(scope="module")
def readers(client: IcalClient) -> dict[str, Reader]:
    return {
        "dateutil": expansion.shown,
        "ical.js": client.shown,
        "khal": khal_client.shown,
        "libical": libical_client.shown,
    }


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("mini"))


def on_pages(event: Event, since: dt.date, until: dt.date) -> Shown:
    """The times that the model gives the pages, as clients answer."""
    times = event.occurrences(since, until)
    return [
        (once.debut.datetime, "CANCELLED" if once.annule else "CONFIRMED")
        for once in times
        if since <= once.debut.first < until
    ]


@pytest.mark.parametrize("name", READERS)
def test_a_client_shows_the_times_that_are_moved_elsewhere_or_cancelled(
    example_site: Path, readers: dict[str, Reader], name: str
) -> None:
    ics = (example_site / "agenda/retournement-du-compost.ics").read_bytes()
    assert readers[name](ics, dt.date(2026, 12, 1), dt.date(2027, 3, 1)) == [
        (dt.datetime(2026, 12, 20, 10, 30), "CANCELLED"),
        (dt.datetime(2027, 1, 24, 10, 30), "CONFIRMED"),
        (dt.datetime(2027, 2, 21, 10, 30), "CONFIRMED"),
    ]


@pytest.mark.parametrize("name", READERS)
def test_a_client_shows_of_the_whole_calendar_what_the_pages_show(
    example_site: Path, readers: dict[str, Reader], name: str
) -> None:
    found = inspect(towns.EXAMPLE, towns.TODAY).hub
    since, until = dt.date(2026, 9, 1), dt.date(2027, 9, 1)
    pages = [row for event in found.events if event.debut.whole for row in on_pages(event, since, until)]
    assert len(pages) > 200
    assert readers[name]((example_site / "agenda.ics").read_bytes(), since, until) == sorted(pages)


SINCE, UNTIL = dt.date(2025, 12, 1), dt.date(2031, 1, 1)


@settings(max_examples=150, deadline=None)
@given(event=events())
def test_any_recurrence_gives_clients_the_same_times_as_the_pages(
    hub: Hub, client: IcalClient, event: Event
) -> None:
    ics = calendar(hub, "X", "x", [vevents(hub, event, Renderer(hub))])
    expected = sorted(on_pages(event, SINCE, UNTIL))
    for shown in (expansion.shown, client.shown, libical_client.shown):
        assert shown(ics, SINCE, UNTIL) == expected


def test_a_fourth_sunday_that_is_the_last_one_counts_once_in_every_client(
    hub: Hub, client: IcalClient
) -> None:
    """Asked for three times, a client that counts it twice would forget the third year."""
    rule = Recurrence.model_validate(
        {"frequence": "annuelle", "jour": "dimanche", "rang": ["quatrieme", "dernier"], "nombre": "3"}
    )
    event = Event.model_validate(
        {"titre": "X", "debut": "2026-02-22", "categorie": "evenement", "recurrence": rule}
    )
    event._origin = Origin(Document("content/agenda/x.md", {}))
    ics = calendar(hub, "X", "x", [vevents(hub, event, Renderer(hub))])
    expected = [
        (dt.datetime(year, 2, day), "CONFIRMED") for year, day in ((2026, 22), (2027, 28), (2028, 27))
    ]
    for shown in (expansion.shown, client.shown, libical_client.shown):
        assert shown(ics, SINCE, dt.date(2029, 1, 1)) == expected


@settings(max_examples=3, deadline=None)
@given(many=st.lists(events(), min_size=20, max_size=20))
def test_khal_shows_of_many_recurrences_what_the_pages_show(hub: Hub, many: list[Event]) -> None:
    for number, event in enumerate(many):
        event._origin = Origin(Document(f"content/agenda/x{number}.md", {}))
    ics = calendar(hub, "X", "x", [vevents(hub, event, Renderer(hub)) for event in many])
    once = [row for event in many for row in set(on_pages(event, SINCE, UNTIL))]
    assert khal_client.shown(ics, SINCE, UNTIL) == sorted(once)


def _clock_changes(year: int) -> Iterator[dt.datetime]:
    """The instants at which Europe changes its clocks, in UTC (directive 2000/84/EC, since 1996)."""
    for month in (3, 10):
        last = dt.date(year, month, 31)
        sunday = last - dt.timedelta(days=(last.weekday() + 1) % 7)
        yield dt.datetime.combine(sunday, dt.time(1), dt.UTC)


def _around(changes: Iterable[dt.datetime]) -> list[dt.datetime]:
    around = [dt.timedelta(seconds=seconds) for seconds in (-86_400, -1, 0, 1, 86_400)]
    return [at + shift for at in changes for shift in around]


def _framed(zone: str) -> bytes:
    return b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + vtimezone(zone) + b"END:VCALENDAR\r\n"


def _of_the_system(zone: str, moments: list[dt.datetime]) -> list[dt.timedelta | None]:
    return [moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in moments]


def test_the_zone_of_the_files_has_the_offsets_of_the_system_around_every_change_of_clock() -> None:
    moments = _around(at for year in range(1997, 2101) for at in _clock_changes(year))
    assert libical_client.offsets(_framed("Europe/Paris"), "Europe/Paris", moments) == _of_the_system(
        "Europe/Paris", moments
    )


OVERSEAS = (
    *("Indian/Reunion", "America/Miquelon", "America/Cayenne", "Pacific/Marquesas", "Pacific/Noumea"),
    *("Pacific/Wallis", "America/Montevideo", "Europe/Lisbon", "Australia/Lord_Howe"),
)
"""Without summer time, with it, behind UTC and ahead of it, with half hours, with rules that changed; some
are no town's of ours, and harder. Not Morocco's, which the latest databases still change: the system's and
ours may differ."""


@pytest.mark.parametrize("zone", OVERSEAS)
def test_a_zone_overseas_has_the_offsets_of_the_system_in_clients(client: IcalClient, zone: str) -> None:
    each_day = [dt.datetime(2000, 1, 1, 12, tzinfo=dt.UTC) + dt.timedelta(days=day) for day in range(13_000)]
    expected = _of_the_system(zone, each_day)
    # ical.js is an hour ahead within the hour before a change, in any zone: it is asked at noon
    assert client.offsets(_framed(zone), zone, each_day) == expected
    turns = [day for day, was, now in zip(each_day[1:], expected, expected[1:], strict=False) if was != now]
    moments = [turn - dt.timedelta(minutes=30 * half) for turn in turns for half in range(50)]
    assert libical_client.offsets(_framed(zone), zone, moments) == _of_the_system(zone, moments)


def test_a_meeting_overseas_keeps_its_hour_and_its_last_time_in_clients(
    client: IcalClient, tmp_path: Path
) -> None:
    """In the islands behind UTC, the end of a series is on the day after: `UNTIL` is in UTC."""
    for zone in ("America/Miquelon", "Pacific/Marquesas", "Indian/Reunion"):
        hub = towns.hub_of(tmp_path, _in_zone(zone))
        yoga = hub.keys["agenda"]["yoga"]
        ics = calendar(hub, "X", "x", [vevents(hub, yoga, Renderer(hub))])
        expected = sorted(on_pages(yoga, SINCE, UNTIL))
        assert expected[-1] == (dt.datetime(2026, 12, 15, 18, 30), "CONFIRMED")
        assert client.shown(ics, SINCE, UNTIL) == expected
        assert libical_client.shown(ics, SINCE, UNTIL, ZoneInfo(zone)) == expected


def _in_zone(zone: str) -> dict[str, Content]:
    return towns.edited("mkdocs.yml", "identifiant: clva-mini", f"identifiant: clva-mini\n    fuseau: {zone}")


def test_a_weekly_meeting_at_half_past_six_stays_there_for_a_century(hub: Hub) -> None:
    rule = Recurrence(frequence=Frequency.hebdomadaire, jusqu_a="2100-12-31")
    meeting = Event(titre="X", debut="1997-01-07 18:30", categorie=Category.reunion, recurrence=rule)
    meeting._origin = Origin(Document("content/agenda/x.md", {}))
    ics = calendar(hub, "X", "x", [vevents(hub, meeting, Renderer(hub))])
    shown = libical_client.shown(ics, dt.date(1997, 1, 1), dt.date(2101, 1, 1))
    first = dt.datetime(1997, 1, 7, 18, 30)
    assert [at for at, _ in shown] == [first + dt.timedelta(weeks=week) for week in range(len(shown))]
    assert shown[-1][0] == dt.datetime(2100, 12, 28, 18, 30)
