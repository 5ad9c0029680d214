"""The logo of a town: a drawing (SVG) or a picture (PNG) of `content/images/`, as everything shows it."""

from __future__ import annotations

import base64
import hashlib
import io
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hub.model.hub import Hub
from hub.model.picture import seen
from hub.sources import Attachment

if TYPE_CHECKING:
    from PIL import Image

HEAVIEST = 300_000
"""Bytes of a drawing: it comes with every page."""

WIDEST, TALLEST = 6.0, 2.0
"""Times its height, times its width: beyond, nothing of it would be seen where there is room for a name."""

SQUARE = 1.6
"""Times its height, or its width: beyond, it would be a line in the square of an icon, whose mark is then the
program's."""

HIGH, WIDE = 144, 720
"""Pixels at most of the picture that pages and mails show."""

RECIPE = "1"
"""Raised when other bytes are made of a logo: their names change with them."""


class Logo(NamedTuple):
    """What is shown: a drawing, or the picture `image`; its proportions, width by height; what names its
    files."""

    drawing: bytes | None
    image: Attachment
    ratio: float
    digest: str

    @property
    def picture(self) -> str:
        """Where the site has the picture."""
        return f"images/logo-{self.digest}.png"

    @property
    def path(self) -> str:
        """What pages show."""
        return f"images/logo-{self.digest}.svg" if self.drawing else self.picture

    @property
    def is_square(self) -> bool:
        """Whether it is its own icon."""
        return 1 / SQUARE <= self.ratio <= SQUARE

    def as_drawing(self) -> bytes:
        """It, as a drawing: a picture is held in one. Raises `hub.images.making.ImageError`."""
        return self.drawing or _held(self.image)


def logo_of(hub: Hub) -> Logo | None:
    """The logo of a town whose files are sound; None where it has none, or where they are not."""
    image = hub.logo
    return _logo(image) if image else None


@lru_cache(maxsize=8)
def _logo(image: Attachment) -> Logo | None:
    if image.extension == ".svg":
        from hub.look.svg import Unfit, cleaned  # a library, for a town whose logo is a drawing

        try:
            drawn = cleaned(image.data())
        except (Unfit, OSError):
            return None
        return Logo(drawn.data, image, drawn.width / drawn.height, _digest(drawn.data))
    found = seen(image)
    if found is None or found.too_large or found.too_long:
        return None
    return Logo(None, image, found.width / found.height, _digest(image.data()))


def _digest(data: bytes) -> str:
    return hashlib.sha256(f"{RECIPE} ".encode() + data).hexdigest()[:12]


def shrunk(image: Image.Image, wide: int = WIDE, high: int = HIGH) -> bytes:
    """A picture of at most so many pixels, as PNG."""
    small = image.convert("RGBA")
    small.thumbnail((wide, high))
    written = io.BytesIO()
    small.save(written, "PNG", optimize=True)
    return written.getvalue()


def pixels(image: Attachment) -> Image.Image:
    """A picture, upright, in sRGB, without what its maker added. Raises `hub.images.making.ImageError`."""
    from PIL import Image

    from hub.images.making import fallback

    return Image.open(io.BytesIO(base64.b64decode(fallback(image).partition(",")[2])))


@lru_cache(maxsize=8)
def _held(image: Attachment) -> bytes:
    made = shrunk(pixels(image), 4 * WIDE, 4 * HIGH)
    width, height = (int.from_bytes(made[at : at + 4]) for at in (16, 20))  # PNG, 11.2.2: IHDR
    address = f"data:image/png;base64,{base64.b64encode(made).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" xlink:href="{address}"/></svg>'
    ).encode()
