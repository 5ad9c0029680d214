"""`make screenshots`: the fictional town in Chromium, for the README and for whoever judges by eye."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from hub.build import build
from tests import towns
from tests.conftest import chromium_path
from tests.serving import served

OUT = towns.ROOT / "docs" / "captures"
PAGES = {"accueil": "/"}
WIDTHS = (360, 1280)


def main() -> int:
    """Write `docs/captures/<page>-<width>-<theme>.png`, the first screen of each page."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        found = towns.inspect(towns.EXAMPLE, towns.TODAY)
        build(found.hub, towns.TODAY, site)
        with served(site) as url:
            _take(url)
    return 0


def _take(url: str) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for theme, scheme in (("clair", "light"), ("sombre", "dark")):
            for width in WIDTHS:
                page = chromium.new_page(
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,  # type: ignore[arg-type]
                )
                for name, address in PAGES.items():
                    page.goto(url + address)
                    page.screenshot(path=OUT / f"{name}-{width}-{theme}.png")
                page.close()
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())
