"""What search engines are told of an event: the times of the page and of the calendar."""

from __future__ import annotations

import datetime as dt
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import TEMPLATES
from hub.feeds.calendar import calendar
from hub.feeds.vevent import vevents
from hub.markup import Renderer, dates
from hub.model.dates import Moment
from hub.model.event import Event, Occurrence
from hub.model.months import AHEAD
from hub.pages import event as event_page
from hub.pages import jsonld
from hub.pages.event import NEXT_SHOWN
from hub.pages.page import Pages
from tests import expansion, towns
from tests.events import events


def told(html: str) -> list[dict[str, Any]]:
    """What a page tells search engines."""
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    data: list[dict[str, Any]] = json.loads(found)
    return data


def read(site: Path, event: str) -> list[dict[str, Any]]:
    return told((site / "agenda" / event / "index.html").read_text("utf-8"))


def test_search_engines_are_told_of_each_coming_time_and_of_what_changes(example_site: Path) -> None:
    told = read(example_site, "retournement-du-compost")
    assert [(one["startDate"], one["eventStatus"].rpartition("/")[2]) for one in told][:4] == [
        ("2026-12-20T10:30:00+01:00", "EventCancelled"),
        ("2027-01-24T10:30:00+01:00", "EventRescheduled"),
        ("2027-02-21T10:30:00+01:00", "EventScheduled"),
        ("2027-03-21T10:30:00+01:00", "EventScheduled"),
    ]
    assert told[1]["previousStartDate"] == "2027-01-17T10:30:00+01:00"
    assert told[0]["location"]["geo"]["latitude"] == 45.9935
    assert told[2]["location"]["name"] == "Serre des Pots-Cassés"
    assert told[0]["organizer"][0]["name"] == "Compost collectif de la rue Sans-Fin"


def test_a_title_cannot_end_the_data_that_holds_it(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    event = hub.keys["agenda"]["yoga"].model_copy(update={"titre": "</script><b>&"})
    event._origin = hub.keys["agenda"]["yoga"].origin
    told = jsonld.script(jsonld.events(hub, event, event.occurrences(towns.TODAY, towns.TODAY), ""))
    assert "</script><b>" not in told.removesuffix("</script>")


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    hub = towns.hub_of(tmp_path_factory.mktemp("mini"))
    return Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})


def next_times(ics: bytes, today: dt.date) -> list[expansion.Time]:
    """The times of a file that are not over `today`, as many as a page shows."""
    times = expansion.times(ics, today + AHEAD + dt.timedelta(days=1))
    return [time for time in times if _last_day(time) >= today][:NEXT_SHOWN]


def _last_day(time: expansion.Time) -> dt.date:
    """A DTEND at midnight is the end of the day before; an evening is of the day it begins."""
    end = time.end or time.start
    nights = (end.date() - time.start.date()).days
    past_midnight = nights and (end.time() == dt.time() or (nights == 1 and end.time() < dt.time(6)))
    return end.date() - dt.timedelta(days=1) if past_midnight else end.date()


def _whole(time: expansion.Time) -> bool:
    return time.end is not None and {time.start.time(), time.end.time()} == {dt.time()}


def _in_words(event: Event, time: expansion.Time) -> str:
    start, end = (Moment.at(time.start), time.end and Moment.at(time.end))
    if event.debut.time is None:
        start, end = Moment.at(time.start.date()), Moment.at(_last_day(time))
    return dates.span(Occurrence(event, start, end)).replace("\u00a0", " ")


@settings(max_examples=150, deadline=None)
@given(event=events(), passed=st.integers(-200, 400))
def test_any_recurrence_gives_the_page_the_calendar_and_search_engines_the_same_times(
    tools: Pages, event: Event, passed: int
) -> None:
    tools._today = event.debut.first + dt.timedelta(days=passed)  # other tools would compile every template
    expected = next_times(
        calendar(tools.hub, "X", "x", [vevents(tools.hub, event, tools.renderer)]), tools.today
    )
    page = event_page.page(tools, event, {}).body
    if expected:
        assert [_as_a_calendar(one) for one in told(page)] == [(time.start, time.status) for time in expected]
    if len(expected) > 1 and not event.annule:
        hours = f", {_hours_of_all(page)}"
        lines, words = _listed(page), [_in_words(event, time).removesuffix(hours) for time in expected]
        assert len(lines) == len(words)
        assert all(map(str.startswith, lines, words)), (lines, words)


def _as_a_calendar(one: dict[str, Any]) -> tuple[dt.datetime, str]:
    cancelled = one["eventStatus"].endswith("/EventCancelled")
    start = dt.datetime.fromisoformat(one["startDate"]).replace(tzinfo=None)
    return start, "CANCELLED" if cancelled else "CONFIRMED"


def _hours_of_all(page: str) -> str:
    """What is told once, above the next times: « de 18 h à 20 h », or ''."""
    told = re.search(r'id="prochaines">[^<]*</h2>\s*<p>([^<,]*)', page)
    return re.sub("[\u00a0\u202f]", " ", told[1].rstrip(".").lower()) if told else ""


def _listed(page: str) -> list[str]:
    """« Les prochaines fois » of a page, spaces made plain."""
    listed = re.search(r'id="prochaines".*?<ul>(.*?)</ul>', page, re.DOTALL)
    assert listed
    lines = re.findall(r"<li>(.*?)</li>", listed[1])
    return [re.sub("[\u00a0\u202f]", " ", unescape(re.sub("</?sup>", "", line))) for line in lines]
