"""Sites built once, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from hub.build import build, inspect
from tests import towns
from tests.serving import served


def _built(source: Path, out: Path) -> Path:
    found = inspect(source, towns.TODAY)
    assert found.sound, "\n".join(map(str, found.problems))
    build(found.hub, towns.TODAY, out)
    return out


@pytest.fixture(scope="session")
def malakoff_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(towns.ROOT, tmp_path_factory.mktemp("malakoff") / "site")


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(towns.EXAMPLE, tmp_path_factory.mktemp("exemple") / "site")


@pytest.fixture(scope="session")
def miniature_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mini")
    return _built(towns.write(folder / "sources"), folder / "site")


@pytest.fixture(scope="session")
def media_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature with its PDFs, its posters and its cards."""
    folder = tmp_path_factory.mktemp("medias")
    found = inspect(towns.write(folder / "sources"), towns.TODAY)
    build(found.hub, towns.TODAY, folder / "site", with_media=True)
    return folder / "site"


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=chromium_path(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()
