"""Feeds: what is read back is what was published."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser
import pytest
from icalendar import Calendar

from hub.build import build, inspect
from hub.model import Hub
from hub.model.campaign import CAMPAIGN
from hub.model.channels import DATA_SETS, FEEDS
from hub.model.election import ELECTION
from hub.model.offer import ACTIVITY
from tests import towns

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(scope="module")
def hub() -> Hub:
    found = inspect(towns.EXAMPLE, towns.TODAY).hub
    assert found is not None
    return found


def _feed(site: Path, path: str = "rss.xml") -> Any:
    feed = feedparser.parse((site / path).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_the_feed_says_where_it_is_and_what_it_is(example_site: Path) -> None:
    feed = _feed(example_site).feed
    assert feed.language == "fr"
    assert feed.link == "https://associations.ville-exemple.example/"
    (own,) = [link.href for link in feed.links if link.rel == "self"]
    assert own == "https://associations.ville-exemple.example/rss.xml"


@pytest.mark.parametrize("channel", FEEDS, ids=[channel.address for channel in FEEDS])
def test_a_feed_holds_what_is_published_and_nothing_else(example_site: Path, hub: Hub, channel: Any) -> None:
    published = [
        thing.publie_le.first
        for kind in channel.kinds
        for thing in hub.things.get(kind, ())
        if channel.holds(thing) and thing.publie_le and thing.publie_le.first <= towns.TODAY
    ]
    entries = _feed(example_site, channel.address.lstrip("/")).entries
    assert len(entries) == min(len(published), 50)
    dates = [dt.datetime(*e.published_parsed[:6], tzinfo=dt.UTC).astimezone(PARIS).date() for e in entries]
    assert dates == sorted(published, reverse=True)[:50]


def test_an_item_has_a_name_for_ever_and_absolute_links(example_site: Path) -> None:
    entries = _feed(example_site).entries
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.id.startswith("urn:uuid:")
        assert not re.search(r'(?:href|src)="(?!https?://|mailto:|tel:)', entry.content[0].value)
        assert entry.link.startswith("https://associations.ville-exemple.example/")


def test_content_comes_after_the_description(example_site: Path) -> None:
    text = (example_site / "rss.xml").read_text(encoding="utf-8")
    item = text[text.index("<item>") : text.index("</item>")]
    assert item.index("<description>") < item.index("<content:encoded>")


def test_a_corrected_text_makes_no_new_item_and_new_minutes_make_one(tmp_path: Path) -> None:
    def ids(name: str, files: dict[str, str | bytes | None]) -> set[str]:
        site = tmp_path / name / "site"
        build(towns.hub_of(tmp_path / name / "sources", files), towns.TODAY, site)
        return {entry.id for entry in _feed(site).entries}

    corrected = towns.edited("content/guides/semer.md", "De la terre.", "De la bonne terre.")
    minutes = towns.MINIATURE["minutes/2026-03-10-bureau.md"].replace("2026-03-10", "2026-09-08")
    new = {"minutes/2026-09-08-bureau.md": minutes.replace("prochaine: 2026-05-12 18:30\n", "")}
    before = ids("avant", {})
    assert ids("corrige", {**corrected}) == before
    assert len(ids("nouveau", {**new}) - before) == 1


def test_a_title_or_a_summary_is_never_markup_in_a_reader(tmp_path: Path) -> None:
    files = towns.edited(
        "content/actualites/pluie.md",
        "titre: Il pleut",
        "titre: '<img src=x onerror=y()>'\nresume: '<script>z()</script>'",
    )
    site = tmp_path / "site"
    build(
        towns.hub_of(
            tmp_path / "sources",
            {k: v.replace("Enfin.", "") if isinstance(v, str) else v for k, v in files.items()},
        ),
        towns.TODAY,
        site,
    )
    text = (site / "actualites" / "rss.xml").read_text(encoding="utf-8")
    assert "<img" not in text
    assert "<script" not in text
    assert "&amp;lt;script" in text


def test_an_organiser_named_twice_has_the_event_once(tmp_path: Path) -> None:
    files = towns.edited(
        "content/agenda/yoga.md", "organisateurs: [licornes]", "organisateurs: [licornes, Licornes]"
    )
    site = tmp_path / "site"
    build(towns.hub_of(tmp_path / "sources", files), towns.TODAY, site)
    assert len(_calendar(site, "associations/licornes.ics").walk("VEVENT")) == 1


def _calendar(site: Path, path: str = "agenda.ics") -> Calendar:
    return Calendar.from_ical((site / path).read_bytes())


def test_a_cancelled_event_stays_in_the_calendar_and_says_so(example_site: Path, hub: Hub) -> None:
    cancelled = {event.titre for event in hub.events if event.annule and event.debut.whole}
    events = [e for e in _calendar(example_site).walk("VEVENT") if "RECURRENCE-ID" not in e]
    assert len([e for e in events if e["STATUS"] == "CANCELLED"]) == len(cancelled) > 0


def test_lines_end_and_fold_as_the_standard_asks(example_site: Path) -> None:
    data = (example_site / "agenda.ics").read_bytes()
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")


def test_the_zone_of_the_calendar_changes_its_clock_when_paris_does(example_site: Path) -> None:
    (zone,) = _calendar(example_site).walk("VTIMEZONE")
    own = zone.to_tz()
    for day in (dt.date(2026, 3, 28), dt.date(2026, 3, 29), dt.date(2026, 10, 24), dt.date(2026, 10, 25)):
        noon = dt.datetime.combine(day, dt.time(12))
        assert noon.replace(tzinfo=own).utcoffset() == noon.replace(tzinfo=PARIS).utcoffset()


def test_the_address_of_an_event_is_in_its_text_as_well(example_site: Path) -> None:
    for event in _calendar(example_site).walk("VEVENT"):
        assert str(event["URL"]) in str(event["DESCRIPTION"])


def test_count_in_is_count_out(example_site: Path, hub: Hub) -> None:
    counts = {
        "associations": len(hub.associations),
        "mandats": sum(len(term.sieges) for term in hub.bureau.mandats),
        "reunions": len(hub.minutes),
        "votes": sum(len(minutes.votes) for minutes in hub.minutes),
        "scrutins": sum(len(election.candidats) for election in hub.of(ELECTION)),
        "actions": sum(len(thread.actions) for thread in hub.threads.values()),
        "projets": len(hub.threads),
        "activites": len(hub.of(ACTIVITY)),
        "evenements": len(hub.events),
        "subventions": sum(len(one.attributions) for one in hub.of(CAMPAIGN)),
        "echanges": len(hub.things["exchanges"]),
        "salles": len(hub.things["rooms"]),
        "formations": len(hub.things["formations"]),
        "questionnaires": 4 + 6 + 5 + 4,  # of the Forum: three questions by answer, four that tell none
    }
    assert set(counts) == {one.name for one in DATA_SETS}
    for name, count in counts.items():
        rows = json.loads((example_site / "donnees" / f"{name}.json").read_text(encoding="utf-8"))
        text = (example_site / "donnees" / f"{name}.csv").read_bytes().decode("utf-8")
        table = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(rows) == len(table) == count
        for row, line in zip(rows, table, strict=True):
            assert list(row) == list(line)


def test_a_csv_cell_says_what_the_json_says(example_site: Path) -> None:
    rows = json.loads((example_site / "donnees" / "associations.json").read_text(encoding="utf-8"))
    text = (example_site / "donnees" / "associations.csv").read_bytes().decode("utf-8")
    for row, line in zip(rows, csv.DictReader(io.StringIO(text, newline="")), strict=True):
        for key, value in row.items():
            expected = "|".join(value) if isinstance(value, list) else str(value or "")
            assert line[key] == expected
