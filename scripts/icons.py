"""`python -m scripts.icons`: the program's own mark, `favicon.svg`, as icons for browsers and phones.

Those of a town with a colour or a logo are made by each build (`hub.look.icons`). Run it again when the mark
changes. Chromium draws; what it draws is committed.
"""

from __future__ import annotations

import io
import sys

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from hub.hosting.manifest import LIGHT
from tests import towns
from tests.conftest import chromium_path

THEME = towns.ROOT / "theme" / "overrides"
MARK = THEME / "assets" / "favicon.svg"

PLAIN, PAPER = 0.94, 0.62
"""The width of the mark in its square: alone, or on paper, of which a phone may cut the corners."""


def main() -> int:
    """Write `favicon.ico` and `assets/icone-*.png`."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        small = [_drawn(chromium, size, PLAIN) for size in (16, 32, 48)]
        small[-1].save(
            THEME / "favicon.ico", sizes=[one.size for one in small], append_images=small, bitmap_format="png"
        )
        for size in (192, 512):
            _save(_drawn(chromium, size, PLAIN), f"icone-{size}")
        _save(_drawn(chromium, 512, PAPER, LIGHT), "icone-512-masque")
        _save(_drawn(chromium, 180, PAPER, LIGHT), "icone-180")
        chromium.close()
    return 0


def _drawn(chromium: Browser, size: int, part: float, paper: str = "transparent") -> Image.Image:
    page = chromium.new_page(viewport={"width": size, "height": size})
    style = f"margin:0;height:100vh;display:grid;place-items:center;background:{paper}"
    mark = MARK.read_text(encoding="utf-8").replace("<svg", f'<svg width="{size * part}"', 1)
    page.set_content(f'<body style="{style}">{mark}</body>')
    drawn = page.screenshot(omit_background=True)
    page.close()
    return Image.open(io.BytesIO(drawn))


def _save(image: Image.Image, name: str) -> None:
    """As few bytes as a drawing of five colours needs."""
    image.quantize(64).save(THEME / "assets" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
