"""A palette that the system forces: what grounds and colours told alone is still told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

COLOURS = """names => {
  const probe = document.body.appendChild(document.createElement("span"));
  const found = names.map(name => { probe.style.color = name; return getComputedStyle(probe).color; });
  probe.remove();
  return found;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(forced_colors="active", viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def _style(page: Page, where: str, what: str) -> str:
    found: str = page.locator(where).first.evaluate("(e, what) => getComputedStyle(e)[what]", what)
    return found


def test_the_current_entry_of_the_menu_is_told_from_the_others(page: Page, example_url: str) -> None:
    page.goto(f"{example_url}/abonnements/")
    here = _style(page, ".menu a[aria-current]", "borderBottomColor")
    elsewhere = _style(page, ".menu summary:not([aria-current])", "borderBottomColor")
    canvas, highlight = page.evaluate(COLOURS, ["Canvas", "Highlight"])
    assert (here, elsewhere) == (highlight, canvas)


def test_the_list_that_one_reads_is_told_from_its_neighbours(page: Page, example_url: str) -> None:
    page.goto(f"{example_url}/suivi/par-qui/")
    here = _style(page, ".filtres [aria-current]", "backgroundColor")
    assert here != _style(page, ".filtres a:not([aria-current])", "backgroundColor")


def test_a_term_that_runs_is_told_from_those_that_are_over(page: Page, example_url: str) -> None:
    page.goto(f"{example_url}/bureau/")
    disc = """(e) => getComputedStyle(e, "::after").backgroundColor"""
    present = page.locator(".frise > .frise-present").first.evaluate(disc)
    assert present != page.locator(".frise > li:not(.frise-present)").first.evaluate(disc)


def test_bars_are_seen_and_the_one_that_is_spoken_of_is_told_from_the_others(
    page: Page, example_url: str
) -> None:
    page.goto(f"{example_url}/chiffres/")
    text, highlight = page.evaluate(COLOURS, ["CanvasText", "Highlight"])
    assert _style(page, ".barres .barre:not(.barre-dite)", "fill") == text
    assert _style(page, ".barres .barre-dite", "fill") == highlight
    assert _style(page, ".barres .barre-nombre", "fill") == text
    assert _style(page, ".barres .barre-creuse", "stroke") == text


def test_the_dots_of_the_assembly_are_seen(page: Page, example_url: str) -> None:
    page.goto(f"{example_url}/")
    (text,) = page.evaluate(COLOURS, ["CanvasText"])
    assert _style(page, ".assemblee g path", "stroke") == text
