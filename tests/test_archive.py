"""What was over before it was published is on the pages, and is announced as new to nobody."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import feedparser
import pytest

from hub.build import TEMPLATES, inspect
from hub.feeds import files as feeds
from hub.feeds.item import guid
from hub.feeds.syndication import newest
from hub.markup import Renderer
from hub.model import Hub
from hub.model.issue import issue_of
from hub.pages import pages
from tests import towns

EVENT = "---\ntitre: Bal\ncategorie: evenement\n{}---\n"
CALL = "---\ntitre: Essai\ntype: projets\n{}---\n"
MINUTES = (
    "---\ninstance: commission\ndate: {}\nstatut: adopte\nordre_du_jour: [Eau]\npublie_le: 2026-11-12\n---\n"
)


def _announced(hub: Hub) -> set[str]:
    return {thing.id for thing in newest(hub, towns.TODAY)}


@pytest.mark.parametrize(
    ("fields", "announced"),
    [
        ("debut: 2019-01-26 09:00\npublie_le: 2026-11-01\n", False),
        ("debut: 2022-02\npublie_le: 2026-11-01\n", False),
        ("debut: 2026-10-31\npublie_le: 2026-11-01\n", False),
        ("debut: 2026-11-01\npublie_le: 2026-11-01\n", True),
        ("debut: 2026-10-31\nfin: 2026-11-02\npublie_le: 2026-11-01\n", True),
        ("debut: 2026-11\npublie_le: 2026-11-20\n", True),
        ("debut: 2026-11-05\npublie_le: 2026-11-01\nannule: Il pleut\n", True),
        ("debut: 2026-11-05\npublie_le: 2026-11-01\n", True),
        (
            "debut: 2026-01-06\npublie_le: 2026-11-01\n"
            "recurrence: {frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-06-30}\n",
            False,
        ),
        (
            "debut: 2026-01-06\npublie_le: 2026-11-01\n"
            "recurrence: {frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-11-30}\n",
            True,
        ),
    ],
)
def test_a_date_is_news_if_it_was_not_over_on_the_day_it_was_published(
    tmp_path: Path, fields: str, announced: bool
) -> None:
    """Also when it is over by now: what was announced in time stays in the feed."""
    hub = towns.hub_of(tmp_path, {"content/agenda/bal.md": EVENT.format(fields)})
    assert ("bal" in _announced(hub)) == announced


@pytest.mark.parametrize(
    ("fields", "announced"),
    [
        ("cloture: 2026-10-31\npublie_le: 2026-11-01\n", False),
        ("cloture: 2026-11-01\npublie_le: 2026-11-01\n", True),
        ("cloture: 2026-11-10\npublie_le: 2026-11-01\n", True),
        ("ouverture: 2021-11\npublie_le: 2026-11-01\n", False),
        ("ouverture: 2026-06\npublie_le: 2026-11-01\n", True),
        ("publie_le: 2024-11-01\n", True),
    ],
)
def test_a_call_is_news_if_one_could_answer_it_on_the_day_it_was_published(
    tmp_path: Path, fields: str, announced: bool
) -> None:
    hub = towns.hub_of(tmp_path, {"content/appels/essai.md": CALL.format(fields)})
    assert ("essai" in _announced(hub)) == announced


@pytest.mark.parametrize(("day", "announced"), [("2025-11-11", True), ("2025-11-10", False)])
def test_minutes_are_news_for_a_year_in_the_feeds_and_in_the_letter(
    tmp_path: Path, day: str, announced: bool
) -> None:
    """A letter looks back to the one before: these were put on the site within its days."""
    hub = towns.hub_of(tmp_path, {f"minutes/{day}-commission.md": MINUTES.format(day)})
    assert (f"{day}-commission" in _announced(hub)) == announced
    (letter,) = hub.letters
    told = {one.id for one in issue_of(hub, letter, towns.TODAY).minutes}
    assert (f"{day}-commission" in told) == announced
    made = {page.address for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    assert f"/comptes-rendus/{day}-commission/" in made


@pytest.mark.malakoff
def test_the_launch_of_malakoff_announces_its_guides_and_nothing_of_2021() -> None:
    hub = inspect(towns.ROOT, dt.date(2026, 11, 21)).hub
    data = dict(feeds(hub, dt.date(2026, 11, 21), Renderer(hub), TEMPLATES))
    found = feedparser.parse(data["rss.xml"])
    assert not found.bozo
    assert {entry.id for entry in found.entries} == {guid(hub, guide) for guide in hub.guides}
    assert feedparser.parse(data["agenda/rss.xml"]).entries == []
    made = {page.address for page in pages(hub, dt.date(2026, 11, 21), Renderer(hub), TEMPLATES)}
    assert {thing.address for thing in hub.publications} <= made


def test_a_feed_without_news_has_no_date_in_rss_and_that_of_the_build_in_atom(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, {"content/actualites/pluie.md": None})
    data = dict(feeds(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    assert b"lastBuildDate" not in data["associations/dragons/rss.xml"]
    assert b"lastBuildDate" not in data["actualites/rss.xml"]
    assert re.findall(rb"<updated>([^<]*)", data["actualites/atom.xml"]) == [b"2026-11-21T00:00:00+01:00"]
    assert [path for path, text in data.items() if b"1970" in text and not path.endswith(".ics")] == []
