"""Logos, as towns have them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

TRIANGLE = '<path fill="#1f6f5c" d="M1 11 6 1l5 10z"/>'


def drawing(inside: str = TRIANGLE, head: str = 'viewBox="0 0 12 12"', before: str = "") -> bytes:
    """A drawing (SVG) that holds `inside`."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {head}>\n{inside}\n</svg>\n'.encode()


def picture(width: int, height: int) -> bytes:
    """A picture (PNG) on nothing: a red bar as wide as it."""
    image = Image.new("RGBA", (width, height))
    ImageDraw.Draw(image).rectangle((0, height // 4, width, 3 * height // 4), fill="#c00000")
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
