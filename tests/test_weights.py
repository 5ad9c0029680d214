"""What a visit transfers, in a real browser, from a real server that compresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.weights import HOME, PAGE, SECOND, first_visit, second_visit
from tests.towns import KINDS
from tests.web_servers import nginx

LONGEST = {"/associations/": (78_000, 23_000)}
"""What is known to be above the goal, and may grow no more: the directory holds all that people choose by."""


@pytest.fixture(scope="module")
def site(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(example_site, tmp_path_factory.mktemp("nginx")) as url:
        yield url


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_a_first_visit_is_light(browser: Browser, site: str, address: str) -> None:
    sent = first_visit(browser, site, address)
    assert sent[address] > 1_000
    goal = HOME if address == "/" else PAGE
    assert _without_pictures(sent) <= LONGEST.get(address, (goal, SECOND))[0], sent


@pytest.mark.parametrize("address", list(KINDS.values())[1:], ids=list(KINDS)[1:])
def test_the_page_read_after_it_is_lighter_still(browser: Browser, site: str, address: str) -> None:
    sent = second_visit(browser, site, address)
    assert sent[address] > 1_000
    assert _without_pictures(sent) <= LONGEST.get(address, (PAGE, SECOND))[1], sent


def _without_pictures(sent: dict[str, int]) -> int:
    """Those of texts come as one reaches them, in the width of the screen: `test_images.py` weighs them."""
    return sum(size for path, size in sent.items() if not path.startswith("/images/"))
