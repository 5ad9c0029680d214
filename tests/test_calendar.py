"""Calendars: what a client reads is what the pages show."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from icalendar import Calendar

from hub.build import inspect
from hub.feeds.calendar import calendar
from hub.feeds.vevent import vevents
from hub.markup import Renderer
from hub.model import Hub
from hub.model.channels import CALENDARS
from hub.model.dates import PARIS, Moment
from hub.model.event import Event, Occurrence
from hub.pages import jsonld
from hub.pages.add_to_calendar import links
from tests import towns
from tests.events import events
from tests.ical_client import IcalClient, ical_client

COMPOST = "agenda/retournement-du-compost.ics"


def read(site: Path, path: str) -> Any:
    return Calendar.from_ical((site / path).read_bytes())


@pytest.fixture(scope="module")
def client() -> Iterator[IcalClient]:
    with ical_client() as ready:
        yield ready


def test_a_client_shows_the_times_that_are_moved_elsewhere_or_cancelled(
    example_site: Path, client: IcalClient
) -> None:
    ics = (example_site / COMPOST).read_bytes()
    assert client.shown(ics, dt.date(2026, 12, 1), dt.date(2027, 3, 1)) == [
        (dt.datetime(2026, 12, 20, 10, 30), "CANCELLED"),
        (dt.datetime(2027, 1, 24, 10, 30), "CONFIRMED"),
        (dt.datetime(2027, 2, 21, 10, 30), "CONFIRMED"),
    ]


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
    assert (series["GEO"].latitude, series["GEO"].longitude) == (48.0, -30.0)


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
    found = {str(e["UID"]) for e in read(example_site, channel.address.lstrip("/")).walk("VEVENT")}
    assert found == expected
    assert found or channel.key == "agenda/echeances"


def test_every_calendar_tells_its_name_and_when_to_come_back(example_site: Path) -> None:
    for channel in CALENDARS:
        feed = read(example_site, channel.address.lstrip("/"))
        assert str(feed["NAME"]).startswith(channel.title.replace("’", "’"))
        assert feed["REFRESH-INTERVAL"].dt == dt.timedelta(hours=12)
        assert feed["X-WR-CALNAME"] == feed["NAME"]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("mini"))


@settings(max_examples=150, deadline=None)
@given(event=events())
def test_any_recurrence_gives_a_client_the_same_times_as_the_pages(
    hub: Hub, client: IcalClient, event: Event
) -> None:
    ics = calendar(hub, "X", "x", [vevents(hub, event, Renderer(hub))])
    since, until = dt.date(2025, 12, 1), dt.date(2031, 1, 1)
    occurrences = event.occurrences(since, until - dt.timedelta(days=1))
    shown = [(o.debut.datetime, "CANCELLED" if o.annule else "CONFIRMED") for o in occurrences]
    assert client.shown(ics, since, until) == sorted(shown)


def test_a_client_shows_of_the_whole_calendar_what_the_pages_show(
    example_site: Path, client: IcalClient
) -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    since, until = dt.date(2026, 9, 1), dt.date(2027, 9, 1)
    pages = [
        (o.debut.datetime, "CANCELLED" if o.annule else "CONFIRMED")
        for event in hub.events
        if event.debut.whole
        for o in event.occurrences(since, until)
        if since <= o.debut.first < until
    ]
    ics = (example_site / "agenda.ics").read_bytes()
    assert client.shown(ics, since, until) == sorted(pages)
    assert {o.hour for o, _ in pages} > {18}


def test_the_rule_of_a_file_gives_the_times_of_the_page(example_site: Path) -> None:
    """The file's own RRULE and EXDATE, expanded by dateutil, against the model's occurrences."""
    until = towns.TODAY + dt.timedelta(days=500)
    for event in inspect(towns.EXAMPLE, towns.TODAY).hub.events:
        if not event.debut.whole:
            continue
        series, *changed = read(example_site, f"agenda/{event.id}.ics").walk("VEVENT")
        planned = {_naive(one["RECURRENCE-ID"].dt) for one in changed}
        kept = [when for when in _expanded(series, until) if when not in planned]
        times = event.occurrences(dt.date(2020, 1, 1), until)
        assert kept == [o.debut.datetime for o in times if o.change is None], event.id


def _expanded(entry: Any, until: dt.date) -> list[dt.datetime]:
    start = entry["DTSTART"].dt
    naive = _naive(start)
    if "RRULE" not in entry:
        return [naive]
    rule = entry["RRULE"].to_ical().decode()
    if match := re.search(r"UNTIL=(\d{8}T\d{6})Z", rule):
        end = dt.datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC).astimezone(PARIS)
        rule = rule.replace(match[0], f"UNTIL={end:%Y%m%dT%H%M%S}")
    exdates = entry.get("EXDATE", [])
    excluded = {
        _naive(date.dt) for row in (exdates if isinstance(exdates, list) else [exdates]) for date in row.dts
    }
    window = rrulestr(rule, dtstart=naive).between(naive, dt.datetime.combine(until, dt.time.max), inc=True)
    return [date for date in window if date not in excluded]


def _naive(date: dt.date) -> dt.datetime:
    if isinstance(date, dt.datetime):
        assert date.tzinfo is not None
        return date.replace(tzinfo=None)
    return dt.datetime.combine(date, dt.time())


def _data(site: Path, event: str) -> list[dict[str, Any]]:
    """What the page of an event tells search engines."""
    page = (site / "agenda" / event / "index.html").read_text("utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    data: list[dict[str, Any]] = json.loads(found)
    return data


def test_search_engines_are_told_of_each_coming_time_and_of_what_changes(example_site: Path) -> None:
    told = _data(example_site, "retournement-du-compost")
    assert [(one["startDate"], one["eventStatus"].rpartition("/")[2]) for one in told][:4] == [
        ("2026-12-20T10:30:00+01:00", "EventCancelled"),
        ("2027-01-24T10:30:00+01:00", "EventRescheduled"),
        ("2027-02-21T10:30:00+01:00", "EventScheduled"),
        ("2027-03-21T10:30:00+01:00", "EventScheduled"),
    ]
    assert told[1]["previousStartDate"] == "2027-01-17T10:30:00+01:00"
    assert told[0]["location"]["geo"]["latitude"] == 48.0
    assert told[2]["location"]["name"] == "Serre des Pots-Cassés"
    assert told[0]["organizer"][0]["name"] == "Compost collectif de la rue Sans-Fin"


def test_search_engines_calendars_and_pages_give_the_same_times(
    example_site: Path, client: IcalClient
) -> None:
    for event in inspect(towns.EXAMPLE, towns.TODAY).hub.events:
        if not event.recurrence or not event.debut.time:
            continue
        told = [dt.datetime.fromisoformat(one["startDate"]) for one in _data(example_site, event.id)]
        ics = (example_site / f"agenda/{event.id}.ics").read_bytes()
        shown = client.shown(ics, towns.TODAY, towns.TODAY + dt.timedelta(days=400))
        times = sorted(when.replace(tzinfo=None) for when in told)
        assert times == [when for when, _ in shown][: len(times)], event.id


def test_a_title_cannot_end_the_data_that_holds_it(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    event = hub.keys["agenda"]["yoga"].model_copy(update={"titre": "</script><b>&"})
    event._origin = hub.keys["agenda"]["yoga"].origin
    told = jsonld.script(jsonld.events(hub, event, event.occurrences(towns.TODAY, towns.TODAY), ""))
    assert "</script><b>" not in told.removesuffix("</script>")


def test_a_date_is_added_to_the_calendars_people_have_at_its_own_hour(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    yoga = hub.keys["agenda"]["yoga"]
    once = next(yoga.occurrences(towns.TODAY, towns.TODAY + dt.timedelta(days=30)))
    subscription, google, outlook = (link.address for link in links(hub, once))
    assert subscription == "webcal://mini.example/agenda/yoga.ics"
    asked = parse_qs(urlsplit(google).query)
    assert asked["dates"] == ["20261201T183000/20261201T193000"]
    assert (asked["ctz"], asked["text"]) == (["Europe/Paris"], ["Yoga du mardi"])
    assert parse_qs(urlsplit(outlook).query)["startdt"] == ["2026-12-01T18:30:00+01:00"]


def test_whole_days_end_at_the_midnight_after_the_last(tmp_path: Path) -> None:
    fair = "---\ntitre: Foire\ndebut: 2026-12-05\nfin: 2026-12-06\ncategorie: evenement\n---\n"
    hub = towns.hub_of(tmp_path, {"content/agenda/foire.md": fair})
    event = hub.keys["agenda"]["foire"]
    _, google, outlook = (link.address for link in links(hub, Occurrence(event, event.debut, event.fin)))
    assert parse_qs(urlsplit(google).query)["dates"] == ["20261205/20261207"]
    assert parse_qs(urlsplit(outlook).query)["allday"] == ["true"]
