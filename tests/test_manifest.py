"""The web manifest and the icons."""

from __future__ import annotations

import json
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser


def test_the_manifest_bears_the_towns_name_and_icons_that_are_there(example_site: Path) -> None:
    manifest = json.loads((example_site / "site.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["short_name"]) == ("Vie associative de Ville-Exemple", "Ville-Exemple")
    assert manifest["lang"] == "fr"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(example_site / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]


def test_a_browser_finds_nothing_to_say_against_the_manifest(browser: Browser, example_url: str) -> None:
    page = browser.new_page()
    page.goto(example_url + "/agenda/")
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    page.close()
    assert found["errors"] == []
    assert found["url"] == f"{example_url}/site.webmanifest"


def test_every_page_names_the_icons_and_the_manifest(example_site: Path) -> None:
    for path in ("index.html", "404.html", "guides/demander-une-subvention/index.html"):
        html = (example_site / path).read_text(encoding="utf-8")
        for name in ("favicon.ico", "favicon.svg", "icone-180.png", "site.webmanifest"):
            link = re.search(rf'<link [^>]*href="([^"]*{re.escape(name)})"', html)
            assert link, (path, name)
        assert html.count('name="theme-color"') == 2
