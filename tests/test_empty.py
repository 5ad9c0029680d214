"""Where there is nothing yet: a page of a new town says what to do next, or whom to ask."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hub.model import Hub
from hub.model.site import Site
from hub.pages import Page, sheets
from tests import towns
from tests.large import pages_of, tools

_BLOCK = re.compile(
    r'<p[^>]*>(?P<words>(?:(?!</p>).)*)</p>\s*(?P<next><div class="vide">|<p><a class="suite")?', re.DOTALL
)
_NOTHING = re.compile(r"\bAucune? |\bn’est encore\b|n’a pas encore|\bà écrire\.|Il n’y a encore rien")
_ELSEWHERE = (
    "/accessibilite/",
    "/mentions-legales/",
    "/donnees-personnelles/",
    "/contribuer/",
    "/associations/",
)
"""Texts of the law and of the guide, where « aucun » is no lack; and cards, which say how to be corrected."""


def _dead_ends(page: Page) -> list[str]:
    """The paragraphs that say that there is nothing, and lead nowhere."""
    return [
        found["words"]
        for found in _BLOCK.finditer(page.body)
        if _NOTHING.search(found["words"]) and "<a " not in found["words"] and not found["next"]
    ]


@pytest.fixture(scope="module")
def empty() -> list[Page]:
    """Every page of a town that has written nothing."""
    hub = Hub(Site.unknown())
    return list(pages_of(hub, sheets(tools(hub))))


def test_every_page_of_an_empty_town_that_has_nothing_leads_on(empty: list[Page]) -> None:
    shown = [page for page in empty if not page.address.startswith(_ELSEWHERE)]
    assert len(shown) > 20
    assert {page.address: found for page in shown if (found := _dead_ends(page))} == {}


def test_a_town_of_little_leads_on_too(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    made = (p for p in pages_of(hub, sheets(tools(hub))) if not p.address.startswith(_ELSEWHERE))
    assert {page.address: found for page in made if (found := _dead_ends(page))} == {}


def test_whoever_knows_what_is_to_be_confirmed_is_asked_at_the_foot_of_its_page(tmp_path: Path) -> None:
    hub = towns.hub_of(
        tmp_path, towns.edited("mkdocs.yml", "  hub:\n", "  hub:\n    contact: a@mini.example\n")
    )
    pages = {page.address: page for page in pages_of(hub, sheets(tools(hub)))}
    asked = [page for page in pages.values() if "Vous savez ce qui est à confirmer ici" in page.foot]
    assert asked
    assert all('class="a-confirmer"' in page.body for page in asked)
    assert "Une erreur, un oubli" in pages["/plan-du-site/"].foot
