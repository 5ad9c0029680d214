"""What a visit transfers, in a real browser, from a server that compresses; what a page asks of a machine;
that nothing in it moves while it comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.weights import HOME, PAGE, SECOND, Visit, first_visit, from_home, second_visit
from tests.towns import KINDS
from tests.web_servers import nginx

DIRECTORY, DESK = "/associations/", 1280

LONGEST = {DIRECTORY: (76_200, 21_800)}
"""What is known to be above the goal, and may grow no more: the directory holds all that people choose by."""

HIGHEST = 5_000
"""Pixels of the home page on a phone: some six screens."""

LEAST_SHIFT = 0.002
"""Layout shift of a mark of some pixels; of a line that moves, a hundred times as much."""

LEAST = 80
"""EcoIndex: above it a page has the grade A."""

LISTS: dict[str, float] = {
    DIRECTORY: 67,
    "/suivi/": 73,
    "/activites/": 75.5,
    "/agenda/2026/12/": 77.5,
    "/abonnements/": 78,
    "/comptes-rendus/": 79.5,
    "/comptes-rendus/2026-03-10-bureau/": 78,
}
"""What grows with the town and stands whole on one page, where it may fall no lower."""


@pytest.fixture(scope="module")
def site(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(example_site, tmp_path_factory.mktemp("nginx")) as url:
        yield url


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_a_first_visit_on_a_phone_is_light_and_nothing_moves(
    browser: Browser, site: str, address: str
) -> None:
    visit = first_visit(browser, site, address)
    goal = HOME if address == "/" else PAGE
    assert 1_000 < _without_pictures(visit) <= LONGEST.get(address, (goal, SECOND))[0], visit
    assert visit.asked.index > LISTS.get(address, LEAST), visit.asked
    assert visit.shift < LEAST_SHIFT
    assert address != "/" or visit.height <= HIGHEST


@pytest.fixture(scope="module")
def read_on(browser: Browser, site: str) -> Iterator[Callable[[str], Visit]]:
    with from_home(browser, site, DESK) as visit:
        yield visit


@pytest.mark.parametrize("address", list(KINDS.values())[1:], ids=list(KINDS)[1:])
def test_the_page_read_after_it_at_a_desk_is_lighter_still_and_nothing_moves(
    read_on: Callable[[str], Visit], address: str
) -> None:
    visit = read_on(address)
    assert 1_000 < _without_pictures(visit) <= LONGEST.get(address, (PAGE, SECOND))[1], visit
    assert visit.shift < LEAST_SHIFT


def test_a_page_among_others_weighs_what_it_does_to_who_comes_from_the_home_page_alone(
    read_on: Callable[[str], Visit], browser: Browser, site: str
) -> None:
    address = KINDS["month"]
    read_on(KINDS["calendar"])
    assert read_on(address) == second_visit(browser, site, address, DESK)


def test_an_association_is_a_few_elements_of_the_directory(example_site: Path) -> None:
    """The town grows, not what one of its associations costs the page."""
    page = (example_site / DIRECTORY[1:] / "index.html").read_text(encoding="utf-8")
    rows = re.findall('<li class="rangee".*?</li>', page, re.DOTALL)
    elements = [
        len(re.findall("<[a-z]", re.sub("<svg.*?</svg>", "<svg>", row, flags=re.DOTALL))) for row in rows
    ]
    assert len(rows) > 30
    assert sum(elements) / len(rows) <= 8


def _without_pictures(visit: Visit) -> int:
    """Those of texts come as one reaches them, in the width of the screen: `test_images.py` weighs them."""
    return sum(size for path, size in visit.sent.items() if not path.startswith("/images/"))
