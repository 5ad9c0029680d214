"""A feed opened in a browser explains itself, in French."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Tab

WORDS = "Cette page est un flux"
READ = """entry => [...entry.querySelectorAll("*")]
  .filter(one => !one.children.length && one.getClientRects().length)
  .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
  .map(one => one.textContent)"""
SITE = "https://associations.ville-exemple.example"


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


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_says_what_it_is_and_how_to_subscribe(page: Page, example_url: str, name: str) -> None:
    page.goto(f"{example_url}/agenda/{name}")
    expect(page.locator("h1")).to_have_text("Agenda – Vie associative de Ville-Exemple")
    expect(page.locator("section")).to_contain_text(WORDS)
    expect(page.locator("code")).to_have_text(f"{SITE}/agenda/{name}")
    how = page.locator("a", has_text="Comment s’abonner, pas à pas")
    expect(how).to_have_attribute("href", f"{SITE}/abonnements/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_what_a_feed_announces_is_a_link_with_its_day_in_french_and_its_summary(
    page: Page, example_url: str, name: str
) -> None:
    page.goto(f"{example_url}/agenda/{name}")
    entry = page.locator("item, entry").filter(has_text="Comptage des hérissons qui dorment")
    link = entry.locator("a")
    expect(link).to_have_attribute("href", f"{SITE}/agenda/comptage-des-herissons/")
    expect(link).to_be_visible()
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in entry.evaluate(READ)] == [
        "Comptage des hérissons qui dorment",
        "Agenda, mis en ligne le 20 novembre 2026",
        "Une journée pour compter sans réveiller, à pas de feutre et à lampe couverte.",
    ]


def test_an_archive_says_so_and_where_to_subscribe(page: Page, example_url: str) -> None:
    for name in ("rss-2024.xml", "atom-2024.xml"):
        page.goto(f"{example_url}/{name}")
        expect(page.locator("section")).to_contain_text("Cette page est une archive")
        expect(page.locator("code")).to_have_text(f"{SITE}/{name.replace('-2024', '')}")


def test_the_words_can_be_told_from_their_ground_by_day_and_by_night(page: Page, example_url: str) -> None:
    page.goto(f"{example_url}/rss.xml")
    ink, paper = page.evaluate(
        "() => { const s = getComputedStyle(document.documentElement); return [s.color, s.backgroundColor]; }"
    )
    assert ink != paper
    assert "rgba(0, 0, 0, 0)" not in (ink, paper)
