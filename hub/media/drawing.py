"""Cards as they are sent: 1200 by 630 pixels, the size that social networks and messengers ask for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

COLOURS = 64
"""Of the picture's palette: flat colours and the smooth edges of their letters, in a third of the weight."""

EFFORT = 5
"""Of compression: the highest takes twelve times as long for a seventh of the weight."""


def palette(png: bytes) -> Image.Image:
    """The colours of a card that has words of each kind: those of all cards, which are drawn alike."""
    from PIL import Image

    return _solid(png).quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def flat(png: bytes, colours: Image.Image) -> bytes:
    """A picture with the colours of a palette."""
    from PIL import Image

    out = io.BytesIO()
    few = _solid(png).quantize(palette=colours, dither=Image.Dither.NONE)
    few.save(out, format="PNG", compress_level=EFFORT)
    return out.getvalue()


def _solid(png: bytes) -> Image.Image:
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        return picture.convert("RGB")
