"""The icons that browsers and phones ask for, drawn of a town's logo or of the mark in its colours.

A town that has neither keeps those that the program carries. Typst draws, Pillow makes them small.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hub.look.logo import Logo, logo_of, pixels, shrunk
from hub.look.mark import painted
from hub.look.palette import Palette, palette_of
from hub.model.hub import Hub

if TYPE_CHECKING:
    from PIL import Image

DRAWING, PICTURE = "assets/favicon.svg", "assets/icone-192.png"

PLAIN, PAPER = 0.94, 0.62
"""The width of the mark in its square: alone, or on paper, of which a phone may cut the corners."""

_SIDE = 1024
"""Pixels of what is drawn, of which every icon is made."""

_COLOURS = 128


def is_dressed(palette: Palette, logo: Logo | None) -> bool:
    """Whether a town has icons of its own."""
    return palette.is_own or bool(logo and logo.is_square)


def picture_of(hub: Hub) -> str | None:
    """The address of the icon that feeds show, for a town that has its own."""
    if not (hub.site.couleur or hub.site.logo) or not is_dressed(palette_of(hub.site), logo_of(hub)):
        return None
    return hub.site.absolute(PICTURE)


def drawing(theme: Path, palette: Palette, logo: Logo | None) -> bytes:
    """The icon as a drawing. Raises `hub.images.making.ImageError`."""
    return logo.as_drawing() if logo and logo.is_square else painted(theme, palette.light)


def icons(theme: Path, palette: Palette, logo: Logo | None) -> Iterator[tuple[str, bytes]]:
    """Every icon that is the town's own, and its logo, as (path, bytes).

    Raises `hub.images.making.ImageError`.
    """
    if logo:
        yield from _logo(theme, logo)
    if is_dressed(palette, logo):
        drawn = drawing(theme, palette, logo)
        yield DRAWING, drawn
        yield from _icons(raster(theme, drawn, _SIDE, _SIDE), palette.light["papier"])


def _logo(theme: Path, logo: Logo) -> Iterator[tuple[str, bytes]]:
    if not logo.drawing:
        yield logo.picture, shrunk(pixels(logo.image))
        return
    yield logo.path, logo.drawing
    high = round(min(_SIDE / 2, 2 * _SIDE / logo.ratio))
    yield logo.picture, shrunk(raster(theme, logo.drawing, round(high * logo.ratio), high))


def _icons(mark: Image.Image, paper: str) -> Iterator[tuple[str, bytes]]:
    square = partial(_square, mark)
    small = [square(side, PLAIN) for side in (16, 32, 48)]
    written = io.BytesIO()
    sizes = [one.size for one in small]
    small[-1].save(written, "ICO", sizes=sizes, append_images=small, bitmap_format="png")
    yield "favicon.ico", written.getvalue()
    for side in (192, 512):
        yield f"assets/icone-{side}.png", _written(square(side, PLAIN))
    yield "assets/icone-512-masque.png", _written(square(512, PAPER, paper))
    yield "assets/icone-180.png", _written(square(180, PAPER, paper))


def _square(mark: Image.Image, side: int, part: float, paper: str = "#00000000") -> Image.Image:
    from PIL import Image

    made = Image.new("RGBA", (side, side), paper)
    inner = round(side * part)
    at = (side - inner) // 2
    made.alpha_composite(mark.resize((inner, inner), Image.Resampling.LANCZOS), (at, at))
    return made


def _written(image: Image.Image) -> bytes:
    from PIL import Image

    written = io.BytesIO()
    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


def raster(theme: Path, svg: bytes, width: int, height: int) -> Image.Image:
    """A drawing in so many pixels, whole, on nothing."""
    from PIL import Image

    size = f"width: {width}pt, height: {height}pt"
    source = f'#set page({size}, margin: 0pt, fill: none)\n#image("dessin.svg", {size}, fit: "contain")'
    made = _compiler(theme, b"<text" in svg).compile(
        {"main.typ": source.encode(), "dessin.svg": svg}, format="png", ppi=72.0
    )
    return Image.open(io.BytesIO(made)).convert("RGBA")


def _compiler(theme: Path, has_words: bool) -> Any:
    """Typst, which reads no file but those that it is given; fonts where words are to be set."""
    import typst

    return typst.Compiler(
        root="/dev/null",
        font_paths=[str(theme / "fonts")] if has_words else [],
        ignore_system_fonts=True,
        package_path="/dev/null",
        package_cache_path="/dev/null",
    )
