"""What a visit transfers, compressed as servers do it, in a real browser."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.test_policy import KINDS

HOME, PAGE, SECOND = 150_000, 120_000, 25_000
"""Bytes: the targets of a first visit to the home page, to another page, and of the page read after it."""

HEADERS = 600
"""Bytes of the headers of an answer, the security policy being most of them."""

PACKED = (".avif", ".webp", ".jpg", ".png", ".ico", ".pdf")
"""Kinds that are compressed already."""


class Traffic:
    """What a context of a browser asks for, and how many bytes it would be sent; a file is sent once."""

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.site = site
        self.sent: dict[str, int] = {}
        self.total = 0
        context.on("response", self._add)

    def _add(self, response: Any) -> None:
        path = urlsplit(response.url).path
        if path not in self.sent:
            self.sent[path] = _transferred(self.site, path) + HEADERS
            self.total += self.sent[path]


def _transferred(site: Path, path: str) -> int:
    file = site / (path + "index.html" if path.endswith("/") else path).lstrip("/")
    data = file.read_bytes()
    return len(data) if file.suffix in PACKED else len(gzip.compress(data, 6, mtime=0))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    yield context
    context.close()


@pytest.mark.parametrize("address", [*KINDS, "/actualites/forum-2026-bilan/"])
def test_a_first_visit_is_light(
    context: BrowserContext, example_site: Path, example_url: str, address: str
) -> None:
    traffic = Traffic(context, example_site)
    context.new_page().goto(example_url + address, wait_until="networkidle")
    assert address in traffic.sent
    assert traffic.total <= (HOME if address == "/" else PAGE), traffic.sent


def test_the_page_read_after_it_is_lighter_still(
    context: BrowserContext, example_site: Path, example_url: str
) -> None:
    traffic = Traffic(context, example_site)
    page = context.new_page()
    page.goto(example_url, wait_until="networkidle")
    for address in KINDS[1:]:
        known = set(traffic.sent)
        page.goto(example_url + address, wait_until="networkidle")
        fresh = {path: size for path, size in traffic.sent.items() if path not in known}
        assert address in fresh
        assert sum(fresh.values()) <= SECOND, fresh
