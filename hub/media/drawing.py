"""Cards drawn by Pillow: 1200 by 630 pixels, the size that social networks and messengers ask for."""

from __future__ import annotations

import functools
import io
import json
from pathlib import Path

from PIL import Image, ImageDraw

from hub.media.lettering import Lettering, fitted
from hub.media.look import PARTS
from hub.media.mark import mark

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
STRIP = 118
"""Height of the band below, where the site is named."""

TITLE_SIZES = (84, 76, 68, 62, 56, 50, 45, 40, 36)
COLOURS = 64
"""Of the picture's palette: flat colours and the smooth edges of their letters, in a third of the weight."""


def card(content: str, fonts: Path) -> bytes:
    """The PNG of a card; `content` is what `hub.media.cards` says, as JSON."""
    told = json.loads(content)
    colours = told["colours"]
    picture = Image.new("RGB", (WIDTH, HEIGHT), colours["marque"])
    _ornament(picture, told["mark"], colours)
    draw = ImageDraw.Draw(picture)
    _words(draw, told, fonts)
    _sign(picture, draw, told, fonts)
    out = io.BytesIO()
    flat = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _ornament(picture: Image.Image, drawn: str, colours: dict[str, str]) -> None:
    """The mark, large, a shade darker than the ground, cut by the edge."""
    shade = _one_colour(drawn, colours["marque-forte"])
    picture.paste(shade, (WIDTH - 470, -150), shade)


@functools.lru_cache(maxsize=4)
def _one_colour(drawn: str, colour: str) -> Image.Image:
    return mark(drawn, 720, dict.fromkeys(PARTS, colour))


def _words(draw: ImageDraw.ImageDraw, told: dict[str, str], fonts: Path) -> None:
    """What it is about, the title as large as it fits, the detail below where there is room."""
    colours: dict[str, str] = told["colours"]  # type: ignore[assignment]
    kind = fitted(told["kind"], fonts / "PublicSans-Bold.ttf", (34, 28), WIDTH - 2 * MARGIN, 46)
    kind.draw(draw, (MARGIN, 62), colours["soleil"])
    room = HEIGHT - STRIP - 124 - 40
    detail = fitted(told["detail"], fonts / "PublicSans-Regular.ttf", (32, 29), WIDTH - 2 * MARGIN, 84)
    below = detail.height + 26 if told["detail"] else 0
    title = fitted(told["title"], fonts / "Literata-Bold.ttf", TITLE_SIZES, WIDTH - 2 * MARGIN, room - below)
    title.draw(draw, (MARGIN, 120), colours["papier"])
    if told["detail"]:
        detail.draw(draw, (MARGIN, 120 + title.height + 26), colours["marque-pale"])


def _sign(picture: Image.Image, draw: ImageDraw.ImageDraw, told: dict[str, str], fonts: Path) -> None:
    """The band of the site: its mark, its name, the council."""
    colours: dict[str, str] = told["colours"]  # type: ignore[assignment]
    draw.rectangle((0, HEIGHT - STRIP, WIDTH, HEIGHT), fill=colours["papier"])
    draw.rectangle((0, HEIGHT - STRIP, WIDTH, HEIGHT - STRIP + 5), fill=colours["soleil"])
    small = _in_colours(told["mark"], tuple(sorted(colours.items())))
    picture.paste(small, (MARGIN, HEIGHT - STRIP + 27), small)
    left, width = MARGIN + 88, WIDTH - 2 * MARGIN - 88
    name = _line(told["site"], fonts / "Literata-Bold.ttf", 32, width)
    name.draw(draw, (left, HEIGHT - STRIP + 24), colours["encre"])
    council = _line(told["council"], fonts / "PublicSans-Regular.ttf", 24, width)
    council.draw(draw, (left, HEIGHT - STRIP + 66), colours["encre-douce"])


def _line(words: str, font: Path, size: int, width: int) -> Lettering:
    return fitted(words, font, (size, size - 4, size - 8), width, round(size * 1.4))


@functools.lru_cache(maxsize=4)
def _in_colours(drawn: str, colours: tuple[tuple[str, str], ...]) -> Image.Image:
    known = dict(colours)
    return mark(drawn, 68, {part: known[token] for part, token in PARTS.items()})
