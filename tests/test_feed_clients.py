"""The feeds in clients that nobody here wrote: what a subscriber sees from one build to the next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import feedparser
import pytest
from jsonschema import Draft7Validator

from hub.build import build
from hub.catalogue.rule import Content
from tests import towns
from tests.feed_clients import Newsboat, Rss2email
from tests.of_malakoff import SITES
from tests.serving import Undated, served

CORRECTED = {
    **towns.edited("content/guides/semer.md", "De la terre.", "De la bonne terre."),
    **towns.edited("content/actualites/pluie.md", "titre: Il pleut", "titre: Il a plu"),
}
"""A text and a title that were put right."""


def _new_minutes() -> dict[str, Content]:
    text = towns.MINIATURE["minutes/2026-03-10-bureau.md"].replace("2026-03-10", "2026-09-08")
    text = text.replace("prochaine: 2026-05-12 18:30\n", "").replace("2026-03-12", "2026-09-15")
    return {"minutes/2026-09-08-bureau.md": text}


def _once(title: str) -> Counter[str]:
    return Counter({title: 1})


NEW = "Compte rendu du bureau du 8\u00a0septembre 2026"


class Town:
    """The miniature town, built again and again into the site that is served."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._builds = folder, 0
        self.site = folder / "site"

    def build(self, files: Mapping[str, Content] | None = None) -> None:
        self._builds += 1
        sources = self._folder / f"sources-{self._builds}"
        build(towns.hub_of(sources, files or {}), towns.TODAY, self.site)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    town = Town(tmp_path)
    town.build()
    return town


@pytest.fixture
def url(town: Town) -> Iterator[str]:
    with served(town.site, Undated) as address:
        yield address


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_newsboat_sees_a_correction_as_the_same_item_and_new_minutes_as_one(
    tmp_path: Path, town: Town, url: str, name: str
) -> None:
    reader = Newsboat(tmp_path / "newsboat", f"{url}/{name}")
    first = reader.reload()
    assert first["Semer"] == first["Il pleut"] == 1
    town.build(CORRECTED)
    corrected = reader.reload()
    assert corrected == first - _once("Il pleut") + _once("Il a plu")
    town.build({**CORRECTED, **_new_minutes()})
    assert reader.reload() - corrected == _once(NEW)


def test_newsboat_follows_an_association_that_had_nothing_to_say(
    tmp_path: Path, town: Town, url: str
) -> None:
    reader = Newsboat(tmp_path / "newsboat", f"{url}/associations/dragons/rss.xml")
    assert not reader.reload()
    town.build(towns.edited("content/actualites/pluie.md", "[coeur]", "[coeur, dragons]"))
    assert reader.reload() == _once("Il pleut")


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_rss2email_writes_once_of_each_thing_and_once_of_new_minutes(
    tmp_path: Path, town: Town, url: str, name: str
) -> None:
    mail = Rss2email(tmp_path / "rss2email", f"{url}/{name}")
    first = mail.run()
    assert len(first) == len(feedparser.parse((town.site / name).read_bytes()).entries)
    town.build(CORRECTED)
    assert len(mail.run()) == len(first)
    town.build({**CORRECTED, **_new_minutes()})
    subjects = [message["Subject"] for message in mail.run()]
    assert len(subjects) == len(first) + 1
    assert subjects.count(NEW) == 1


def test_rss2email_writes_the_whole_text_with_links_that_lead_somewhere(tmp_path: Path, url: str) -> None:
    messages = Rss2email(tmp_path / "rss2email", f"{url}/comptes-rendus/rss.xml").run()
    texts = [message.get_content() for message in messages]
    (text,) = [text for text in texts if "en veulent un" in text]
    assert "(https://mini.example/associations/licornes/)" in text


def _json_feeds(site: Path) -> dict[str, Any]:
    files = sorted(site.rglob("feed*.json"))
    return {file.relative_to(site).as_posix(): json.loads(file.read_text(encoding="utf-8")) for file in files}


@pytest.mark.parametrize("site", SITES)
def test_every_json_feed_obeys_the_schema_of_json_feed(request: pytest.FixtureRequest, site: str) -> None:
    package = towns.ROOT / "tests" / "clients" / "node_modules" / "jsonfeed-schema"
    assert package.is_dir(), "jsonfeed-schema manque : make test l'installe"
    validator = Draft7Validator(json.loads((package / "schema-v1.1.json").read_text(encoding="utf-8")))
    feeds = _json_feeds(request.getfixturevalue(site))
    assert "feed.json" in feeds
    for path, feed in feeds.items():
        assert not list(validator.iter_errors(feed)), path
