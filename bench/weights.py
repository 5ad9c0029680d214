"""What a visit transfers: the bytes that Chromium receives from nginx, headers included.

nginx compresses with the settings that the site carries for it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from bench import report
from bench.ecoindex import Asked
from hub.build import build, inspect
from tests.conftest import chromium_path
from tests.towns import EXAMPLE, KINDS
from tests.web_servers import nginx

HOME, PAGE, SECOND = 90_000, 70_000, 15_000
"""Bytes: the targets of a first visit to the home page, to another page, and of the page read after it."""

DIRECTORY = "/associations/"
LARGE = f"{DIRECTORY}, bench's town"

PHONE = 360
"""Pixels."""

Sent = dict[str, int]
"""The bytes received, by address."""

_SORTS = {"": "the page itself", ".css": "our style sheets", ".js": "scripts", ".woff2": "letters"}
"""Sorts of files, by extension; any other is an image."""


class Visit(NamedTuple):
    """What somebody is sent for a page; the elements that it has then, those inside a drawing aside; its
    height in pixels; how far what stood in it has moved (Cumulative Layout Shift)."""

    sent: Sent
    elements: int
    height: int
    shift: float

    @property
    def asked(self) -> Asked:
        """What this page asks of machines."""
        return Asked(self.elements, len(self.sent), sum(self.sent.values()))


def first_visit(browser: Browser, site: str, address: str) -> Visit:
    """That of somebody who comes to this page, and to the site, for the first time."""
    with _phone(browser) as tab:
        return _visit(tab, site + address)


def second_visit(browser: Browser, site: str, address: str, width: int = PHONE) -> Visit:
    """That of somebody who comes from the home page, on a screen of so many pixels."""
    with _phone(browser, width) as tab:
        _visit(tab, site)
        return _visit(tab, site + address)


@contextmanager
def from_home(browser: Browser, site: str, width: int = PHONE) -> Iterator[Callable[[str], Visit]]:
    """What gives the visit of an address to somebody who comes from the home page, as `second_visit`, without
    going back there: pages are read one after the other, and what one of them brought counts for the next."""
    with _phone(browser, width) as tab:
        kept = _visit(tab, site).sent
        brought: Sent = {}

        def visit(address: str) -> Visit:
            visit = _visit(tab, site + address)
            others = {path: size for path, size in visit.sent.items() if path not in kept}
            brought.update({path: max(size, brought.get(path, 0)) for path, size in others.items()})
            return visit._replace(sent=visit.sent | {path: brought[path] for path in others})

        yield visit


def figures(folder: Path, large: Path, today: dt.date) -> Iterator[str]:
    """The lines of the report: each kind of page of the example town, and the directory of the site `large`.

    The site of the example is built in `folder`, where nginx keeps its files too.
    """
    example = folder / "example"
    build(inspect(EXAMPLE, today).hub, today, example)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        yield report.weights_head()
        with _served(example, folder / "nginx-example") as site:
            for address in KINDS.values():
                yield _row(chromium, site, address, address)
            home = _shares(chromium, site, "/", "/")
        with _served(large, folder / "nginx-large") as site:
            yield _row(chromium, site, DIRECTORY, LARGE)
            yield home
            yield _shares(chromium, site, DIRECTORY, LARGE)
        chromium.close()


def parts(sent: Mapping[str, int]) -> Counter[str]:
    """These bytes, by sort of file."""
    found: Counter[str] = Counter()
    for address, size in sent.items():
        material = address.startswith("/assets/stylesheets/")
        found["Material's style sheet" if material else _SORTS.get(Path(address).suffix, "images")] += size
    return found


@contextmanager
def _phone(browser: Browser, width: int = PHONE) -> Iterator[Tab]:
    """A tab of a browser that has kept nothing."""
    context = browser.new_context(viewport={"width": width, "height": 740}, device_scale_factor=2)
    yield context.new_page()
    context.close()


def _visit(tab: Tab, url: str) -> Visit:
    """What the network brings for this page: a file that the browser kept weighs its 304, or nothing."""
    paths: dict[str, str] = {}
    sent: Counter[str] = Counter()
    coming: set[str] = set()

    def asked(event: dict[str, Any]) -> None:
        url = urlsplit(event["request"]["url"])
        if url.scheme != "data":  # a drawing of the sheet: nothing is asked
            paths[event["requestId"]] = url.path
            sent[url.path] += 0  # what was kept is there too
            coming.add(event["requestId"])

    def received(event: dict[str, Any]) -> None:
        if event["requestId"] in paths:
            sent[paths[event["requestId"]]] += int(event["encodedDataLength"])
            coming.discard(event["requestId"])

    network = tab.context.new_cdp_session(tab)
    network.on("Network.requestWillBeSent", asked)
    network.on("Network.loadingFinished", received)
    network.on("Network.loadingFailed", lambda event: coming.discard(event["requestId"]))
    network.send("Network.enable")
    tab.goto(url)
    tab.evaluate(_AT_REST)
    while coming:
        tab.evaluate(_AT_REST)
    network.detach()
    return Visit(dict(sent), *(tab.evaluate(one) for one in (_ELEMENTS, _HEIGHT, _SHIFT)))


_ELEMENTS = "document.querySelectorAll('*').length - document.querySelectorAll('svg *').length"

_HEIGHT = "document.documentElement.scrollHeight"

_SHIFT = """() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    return observer.takeRecords().reduce((sum, { value }) => sum + value, 0);
}"""

_AT_REST = "() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))"
"""Once its scripts have nothing to do: what they ask for has been asked. Playwright's « networkidle » waits
half a second, at each of a hundred visits."""


@contextmanager
def _served(site: Path, folder: Path) -> Iterator[str]:
    folder.mkdir()
    with nginx(site, folder) as url:
        yield url


def _row(browser: Browser, site: str, address: str, name: str) -> str:
    page = first_visit(browser, site, address).asked
    if address == "/":
        return report.weight(name, (page.size, HOME), None, page)
    second = second_visit(browser, site, address).asked
    return report.weight(name, (page.size, PAGE), (second.size, SECOND), page)


def _shares(browser: Browser, site: str, address: str, name: str) -> str:
    return report.shares(f"{name}, first visit", parts(first_visit(browser, site, address).sent))
