"""A feed opened in a browser explains itself, in French."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.conftest import Tab

WORDS = "Cette page est un flux"

SHOWN = """selector => {
  const shown = element => getComputedStyle(element).display !== "none";
  return [...document.querySelectorAll(selector)].filter(shown).map(e => e.textContent.trim());
}"""
GENERATED = "selector => getComputedStyle(document.querySelector(selector), '::before').content"


@pytest.fixture(params=[(1280, "light"), (360, "dark")], ids=["desk", "phone at night"])
def page(request: pytest.FixtureRequest, tab: Tab, example_url: str) -> Iterator[Page]:
    """A browser in which nothing goes wrong; only the icon of a site, which a feed cannot name, may lack."""
    width, scheme = request.param
    wrong: list[str] = []
    hosts: set[str] = set()
    with tab(viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        page.on(
            "console",
            lambda said: wrong.append(said.text) if "favicon" not in said.location["url"] else None,
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        yield page
    assert wrong == []
    assert hosts == {urlsplit(example_url).netloc}


Name = Literal["rss.xml", "atom.xml"]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_says_what_it_is_and_how_to_subscribe(page: Page, example_url: str, name: Name) -> None:
    page.goto(f"{example_url}/agenda/{name}")
    assert WORDS in page.evaluate(GENERATED, ":root")
    how = "docs" if name == "rss.xml" else 'link[rel="related"]'
    assert "Comment s’abonner" in page.evaluate(
        GENERATED, f":root {how}".replace(":root link", ":root > link")
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("name", "item"), [("rss.xml", "item"), ("atom.xml", "entry")])
def test_what_a_feed_announces_can_be_read_without_its_markup(
    page: Page, example_url: str, name: Name, item: str
) -> None:
    page.goto(f"{example_url}/agenda/{name}")
    summary = "description" if item == "item" else "summary"
    titles = page.evaluate(SHOWN, f"{item} > title")
    assert titles == page.evaluate(
        "s => [...document.querySelectorAll(s)].map(e => e.textContent)", f"{item} > title"
    )
    assert len(page.evaluate(SHOWN, f"{item} > {summary}")) == len(titles) > 0
    assert page.evaluate(SHOWN, f"{item} > guid, {item} > id, {item} > encoded, {item} > content") == []


def test_an_archive_says_so_and_where_to_subscribe(page: Page, example_url: str) -> None:
    for name in ("rss-2024.xml", "atom-2024.xml"):
        page.goto(f"{example_url}/{name}")
        words = page.evaluate(GENERATED, 'link[rel="current"]')
        assert "Cette page est une archive" in words
        assert words.rstrip('"').endswith(name.replace("-2024", ""))


def test_the_words_can_be_told_from_their_ground_by_day_and_by_night(page: Page, example_url: str) -> None:
    page.goto(f"{example_url}/rss.xml")
    ink, paper = page.evaluate(
        "() => { const s = getComputedStyle(document.documentElement); return [s.color, s.backgroundColor]; }"
    )
    assert ink != paper
    assert "rgba(0, 0, 0, 0)" not in (ink, paper)
