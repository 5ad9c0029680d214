"""Cards as they are sent: 1200 by 630 pixels, the size that social networks and messengers ask for."""

from __future__ import annotations

import io

COLOURS = 64
"""Of the picture's palette: flat colours and the smooth edges of their letters, in a third of the weight."""

EFFORT = 6
"""Of compression: the highest takes nine times as long for a tenth of the weight."""


def flat(png: bytes) -> bytes:
    """A picture with a palette of its own colours."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        solid = picture.convert("RGB")
    few = solid.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, format="PNG", compress_level=EFFORT)
    return out.getvalue()
