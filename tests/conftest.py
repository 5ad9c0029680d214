"""Sites built once, and a browser."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from hub.atelier import place
from hub.build import build, inspect
from tests import towns
from tests.made_once import Shared
from tests.of_malakoff import MARK, WATCH
from tests.serving import served

settings.register_profile("hub", deadline=None)  # of the clock, which other workers keep busy
settings.load_profile("hub")

gc.set_threshold(*gc.get_threshold()[:2], 100)
"""All that a worker holds is gone through ten times less often: nearly ten thousand tests, and what they
left. It took half of each build."""

Tab = Callable[..., AbstractContextManager[Page]]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    WATCH.opened.clear()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that opened a file of Malakoff and does not say so is a failure."""
    report = yield
    if WATCH.opened and report.passed and not item.get_closest_marker(MARK):
        report.outcome = "failed"
        report.longrepr = f"{WATCH.opened[0]}: a file of Malakoff, and the test is not marked « {MARK} »"
    return report


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Where this run keeps the sites that its tests read: one folder for all its workers."""
    folder = tmp_path_factory.getbasetemp()
    of_a_worker = hasattr(request.config, "workerinput")  # as pytest-xdist says it; by hand there is one
    return Shared(folder.parent if of_a_worker else folder)


@pytest.fixture(scope="module", autouse=True)
def _shared_sites_stay_as_they_are(shared: Shared) -> Iterator[None]:
    yield
    changed = shared.changed()
    assert changed == [], "a test changed a site that others read: it must build its own, or copy it"


def _build(source: Path, out: Path, *, with_media: bool = False) -> None:
    found = inspect(source, towns.TODAY)
    assert found.sound, "\n".join(map(str, found.problems))
    # without the workshop, a program of others that some machines have: `tests.test_atelier` is about it
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place, "PACKAGE", out / "nulle-part")
        build(found.hub, towns.TODAY, out, with_media=with_media)


@pytest.fixture(scope="session")
def malakoff_site(shared: Shared) -> Path:
    return shared.once("malakoff", lambda folder: _build(towns.ROOT, folder / "site")) / "site"


@pytest.fixture(scope="session")
def example_site(shared: Shared) -> Path:
    return shared.once("exemple", lambda folder: _build(towns.EXAMPLE, folder / "site")) / "site"


@pytest.fixture(scope="session")
def miniature_site(shared: Shared) -> Path:
    return shared.once("mini", lambda folder: _build(towns.write(folder / "town"), folder / "site")) / "site"


@pytest.fixture(scope="session")
def media_site(shared: Shared) -> Path:
    """The miniature with its PDFs, its posters and its cards."""

    def make(folder: Path) -> None:
        _build(towns.write(folder / "town"), folder / "site", with_media=True)

    return shared.once("medias", make) / "site"


@pytest.fixture(scope="session")
def example_url(example_site: Path) -> Iterator[str]:
    """The example town served on this machine, at a free port."""
    with served(example_site) as url:
        yield url


def chromium_path() -> str:
    """Where Chromium is; its absence is a failure, `make test` says how to install it."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    assert path, "Chromium manque : sudo apt-get install chromium, ou CHROMIUM=chemin"
    return path


PATIENCE = 20_000
"""Milliseconds that a page has to show what it must: the other workers keep the machine busy."""


LEFT_OUT = "--disable-features=" + ",".join((
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",  # pages of its own for each window: half of what one costs
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay",
    "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
))  # fmt: skip
"""What Chromium does without here; the last one of these lists counts, so Playwright's is in it."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, one for each worker."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=chromium_path(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", LEFT_OUT],
        )
        yield chromium
        chromium.close()


def choose(page: Page, name: str) -> None:
    """Follow a link of the menu, in whose entry it may be folded."""
    menu = page.get_by_role("navigation", name="Menu principal")
    link = page.get_by_role("link", name=name, exact=True, include_hidden=True)
    entry = menu.locator("details", has=link).locator("summary")
    if entry.count():
        entry.click()
    menu.get_by_role("link", name=name, exact=True).click()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Tab:
    """A tab of a reader, by the options of `new_context`; nothing is left of it after the block."""

    @contextmanager
    def opened(**options: Any) -> Iterator[Page]:
        context = browser.new_context(**options)
        try:
            yield context.new_page()
        finally:
            context.close()

    return opened
