"""`make screenshots`: the fictional town in Chromium, for the README and for whoever judges by eye.

A sheet a page: three widths side by side, the light theme above the dark one. A sheet more shows what is
printed.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from hub.build import build
from tests import towns
from tests.conftest import chromium_path
from tests.serving import served

OUT = towns.ROOT / "docs" / "captures"
PAGES = {
    "accueil": "/",
    "annuaire": "/associations/",
    "association": "/associations/yoga-pour-dragons/",
    "bureau": "/bureau/",
    "mandat": "/bureau/2025-2027/",
    "compte-rendu": "/comptes-rendus/2026-03-10-bureau/",
    "suivi": "/suivi/",
    "chiffres": "/chiffres/",
    "agenda": "/agenda/",
    "mois": "/agenda/2026/12/",
    "evenement": "/agenda/repetition-coeur-de-choeur/",
    "appel": "/appels/subventions-de-fonctionnement-2027/",
    "guide": "/guides/organiser-une-fete/",
    "abonnements": "/abonnements/",
    "recherche": "/recherche/?q=parapluie",
    "introuvable": "/une-adresse-qui-n-existe-pas/",
}
PRINTED = ("compte-rendu", "mois", "association", "evenement")
MADE = (
    "comptes-rendus/2026-03-10-bureau/compte-rendu-2026-03-10-bureau.pdf",
    "agenda/voeux-aux-associations/affiche.pdf",
)
"""PDFs of the site itself, beside what a browser prints."""

WIDTHS = (360, 768, 1280)
HEIGHT = 1400
SCHEMES = ("light", "dark")
GAP = 24
SHRUNK = 2
"""How many times smaller a sheet is kept: they are renewed often, and a repository forgets nothing."""

BEHIND = "#8a8f93"
PAPER = 620
"""Width of a printed page in its sheet, in pixels."""


def main() -> int:
    """Write `docs/captures/<page>.webp`, and `imprime.webp`."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        found = towns.inspect(towns.EXAMPLE, towns.TODAY)
        build(found.hub, towns.TODAY, site, with_media=True)
        with served(site) as url, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
            for name, address in PAGES.items():
                _save(name, [list(_shots(chromium, url + address, scheme)) for scheme in SCHEMES])
            printed = [_printed(chromium, url + PAGES[name]) for name in PRINTED]
            chromium.close()
        _save("imprime", [[*printed, *(_first_page((site / path).read_bytes()) for path in MADE)]])
    return 0


def _shots(chromium: Browser, url: str, scheme: str) -> Iterator[Image.Image]:
    """The first screens of a page, from the narrowest to the widest."""
    for width in WIDTHS:
        page = chromium.new_page(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        _open(page, url)
        yield Image.open(io.BytesIO(page.screenshot()))
        page.close()


def _printed(chromium: Browser, url: str) -> Image.Image:
    page = chromium.new_page()
    _open(page, url)
    data = page.pdf(prefer_css_page_size=True)
    page.close()
    return _first_page(data)


def _open(page: Page, url: str) -> None:
    page.goto(url, wait_until="networkidle")


def _first_page(data: bytes) -> Image.Image:
    page = pypdfium2.PdfDocument(data)[0]
    return page.render(scale=PAPER / page.get_width()).to_pil()


def _save(name: str, rows: Sequence[Sequence[Image.Image]]) -> None:
    """Put images side by side, row under row, and write them as one."""
    size = (
        max(sum(image.width + GAP for image in row) for row in rows) + GAP,
        sum(max(image.height for image in row) + GAP for row in rows) + GAP,
    )
    sheet = Image.new("RGB", size, BEHIND)
    top = GAP
    for row in rows:
        left = GAP
        for image in row:
            sheet.paste(image, (left, top))
            left += image.width + GAP
        top += max(image.height for image in row) + GAP
    small = sheet.resize((sheet.width // SHRUNK, sheet.height // SHRUNK), Image.Resampling.LANCZOS)
    small.save(OUT / f"{name}.webp", quality=60, method=6)


if __name__ == "__main__":
    sys.exit(main())
