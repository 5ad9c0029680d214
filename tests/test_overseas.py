"""The hours of a town are those of its zone, wherever they are said."""

from __future__ import annotations

import datetime as dt
import email
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from hub.catalogue.rule import Content
from hub.cli import main
from hub.commands import options
from hub.feeds import mail
from hub.feeds.calendar import sheets as calendars
from hub.feeds.syndication import sheets as feeds
from hub.markup import Renderer
from hub.model import Hub
from hub.model.issue import issue_of
from hub.model.zone import FRENCH, is_zone
from hub.pages.add_to_calendar import links
from hub.pages.jsonld import events
from hub.places import TEMPLATES
from tests import towns

ZONE = "Indian/Reunion"
ISLAND = towns.edited("mkdocs.yml", "identifiant: clva-mini", f"identifiant: clva-mini\n    fuseau: {ZONE}")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("ile"), ISLAND)


def test_a_calendar_says_the_zone_of_the_town_and_no_other(hub: Hub) -> None:
    made = dict(calendars(hub, towns.TODAY, Renderer(hub)))
    for path, make in made.items():
        ics = make().decode()
        assert set(re.findall(r"TZID[:=]([\w/]+)", ics)) == {ZONE}, path
        assert f"X-WR-TIMEZONE:{ZONE}\r\n" in ics
    yoga = made["agenda/yoga.ics"]().decode()
    assert f"DTSTART;TZID={ZONE}:20261103T183000\r\n" in yoga
    assert "UNTIL=20261215T195959Z" in yoga  # the end of the day there, in UTC


def test_the_links_and_the_data_of_a_date_say_the_hour_of_the_town(hub: Hub) -> None:
    yoga = hub.keys["agenda"]["yoga"]
    once = next(yoga.occurrences(towns.TODAY, towns.TODAY + dt.timedelta(days=30)))
    _, google, outlook = (link.address for link in links(hub, once))
    assert parse_qs(urlsplit(google).query)["ctz"] == [ZONE]
    assert parse_qs(urlsplit(outlook).query)["startdt"] == ["2026-12-01T18:30:00+04:00"]
    assert events(hub, yoga, [once], "")[0]["startDate"] == "2026-12-01T18:30:00+04:00"


def test_a_feed_is_dated_of_the_first_hour_of_a_day_of_the_town(hub: Hub) -> None:
    made = dict(feeds(hub, towns.TODAY, Renderer(hub)))
    rss, atom, feed = (made[name]().decode() for name in ("rss.xml", "atom.xml", "feed.json"))
    assert set(re.findall(r"<pubDate>.*(.{5})</pubDate>", rss)) == {"+0400"}
    assert set(re.findall(r"<(?:updated|published)>.*(.{6})</", atom)) == {"+04:00"}
    assert {one["date_published"][-6:] for one in json.loads(feed)["items"]} == {"+04:00"}


def test_the_letter_leaves_in_the_morning_of_the_town(hub: Hub) -> None:
    issue = issue_of(hub, hub.letters[0], towns.TODAY)
    made = mail.mail(hub, issue, Renderer(hub), TEMPLATES)
    parcel = email.message_from_bytes(mail.message(hub, issue, made).as_bytes())
    assert parcel["Date"] == "Sun, 15 Nov 2026 08:00:00 +0400"


class _Clock(dt.datetime):
    """Half past nine in the evening of 20 November, in UTC: it is already the day after in La Réunion."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
        return dt.datetime(2026, 11, 20, 21, 30, tzinfo=dt.UTC).astimezone(tz)


@pytest.mark.parametrize(
    ("files", "day"),
    [
        (ISLAND, "21 novembre 2026"),
        ({}, "20 novembre 2026"),
        (towns.edited("mkdocs.yml", "site_name", "# fuseau: Indian/Reunion\nsite_name"), "20 novembre 2026"),
    ],
)
def test_the_day_of_a_command_is_that_of_the_town(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    files: dict[str, Content],
    day: str,
) -> None:
    monkeypatch.setattr(options.dt, "datetime", _Clock)
    source = towns.write(tmp_path / "ville", files)
    assert main(["remind", "--source", str(source), "--out", str(tmp_path / "site")]) == 0
    assert day in capfd.readouterr().out.replace("\u00a0", " ")


def test_an_hour_of_a_form_is_turned_into_that_of_the_town(tmp_path: Path) -> None:
    wrong = towns.edited("content/agenda/yoga.md", "debut: 2026-11-03 18:30", "debut: 2026-11-03T14:30:00Z")
    problems = towns.inspected(tmp_path, {**ISLAND, **wrong}).problems
    assert [(one.code, one.remedy) for one in problems] == [
        ("C045", "Dans la ville, c'est : 2026-11-03 18:30.")
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Indian/Réunion", ZONE),
        ("indian/reunion", ZONE),
        ("La Réunion", ZONE),
        ("Reunion", ZONE),
        ("Guyane", "America/Cayenne"),
        ("Amérique/Martinique", "America/Martinique"),
        ("Saint-Pierre-et-Miquelon", "America/Miquelon"),
        ("Nouvelle-Calédonie", "Pacific/Noumea"),
        ("Europe/Pari", "Europe/Paris"),
    ],
)
def test_a_zone_that_is_misspelt_is_proposed(tmp_path: Path, written: str, meant: str) -> None:
    wrong = towns.edited(
        "mkdocs.yml", "identifiant: clva-mini", f"identifiant: clva-mini\n    fuseau: {written}"
    )
    (problem,) = towns.inspected(tmp_path, wrong).problems
    assert (problem.code, problem.remedy) == ("C052", f"Vouliez-vous dire « {meant} » ?")


@pytest.mark.parametrize(
    ("zone", "written", "whole"),
    [
        ("Pacific/Noumea", "27 00 00", "+687 27 00 00"),
        ("Pacific/Tahiti", "40 41 57 00", "+689 40 41 57 00"),
        ("America/Miquelon", "41 10 00", "+508 41 10 00"),
    ],
)
def test_a_number_dialled_on_the_island_alone_is_proposed_with_its_calling_code(
    tmp_path: Path, zone: str, written: str, whole: str
) -> None:
    files: dict[str, Content] = {
        **towns.edited("mkdocs.yml", "identifiant: clva-mini", f"identifiant: clva-mini\n    fuseau: {zone}"),
        **towns.edited(
            "associations.yaml", "    courriel: contact@licornes.example", f"    telephone: {written}"
        ),
    }
    (problem,) = towns.inspected(tmp_path, files).problems
    assert problem.code == "C017"
    assert problem.remedy.endswith(f"{whole}.")


@pytest.mark.parametrize(
    "number",
    [
        *("0262 40 00 10", "0269 61 12 34", "0590 81 00 00", "0594 30 00 00", "0596 60 00 00"),
        *("+508 41 10 00", "+687 27 00 00", "+689 40 41 57 00", "+681 72 10 00"),
    ],
)
def test_a_number_of_every_island_is_accepted(tmp_path: Path, number: str) -> None:
    mail = "    courriel: contact@licornes.example"
    files = towns.edited("associations.yaml", mail, f'    telephone: "{number}"')
    assert towns.inspected(tmp_path, files).problems == []


@pytest.mark.parametrize("sign", "2A 2B 9R 9G 9M 9C 9T 9N 9P 9S 9B 9F 97 98".split())
def test_a_number_of_the_register_of_every_department_is_accepted(tmp_path: Path, sign: str) -> None:
    mail = "    courriel: contact@licornes.example"
    files = towns.edited("associations.yaml", mail, f"{mail}\n    rna: W{sign}1000123")
    assert towns.inspected(tmp_path, files).problems == []


def test_the_zones_of_france_are_zones_of_the_database() -> None:
    assert [name for name in FRENCH if not is_zone(name)] == []
