"""Cards as they are sent: 1200 by 630 pixels, the size that social networks and messengers ask for.

Typst lays a card out as a page of so many points; pdfium turns it into pixels, in half the time that it takes
to write Typst's own PNG and to read it again.
"""

from __future__ import annotations

import io
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

COLOURS = 64
"""Of the picture's palette: flat colours and the smooth edges of their letters, in a third of the weight."""

MOST = 256
"""Of one that shows a photo: as many as such a PNG has (PNG, third edition, 11.2.1: eight bits a point)."""

EFFORT = 5
"""Of compression: the highest takes twelve times as long for a seventh of the weight."""

_alone = threading.Lock()
"""pdfium does one thing at a time."""


def flat(pdf: bytes, *, photo: bool = False) -> bytes:
    """The PNG of a card, a PDF of one page; that of a `photo` has more colours, mixed point by point."""
    from PIL import Image

    out, drawn = io.BytesIO(), _drawn(pdf)
    number = MOST if photo else COLOURS
    few = drawn.quantize(number, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    if photo:
        few = drawn.quantize(palette=few, dither=Image.Dither.FLOYDSTEINBERG)
    few.save(out, format="PNG", compress_level=EFFORT)
    return out.getvalue()


def _drawn(pdf: bytes) -> Image.Image:
    """The pixels of the one page, a pixel a point."""
    from pypdfium2 import PdfDocument

    with _alone:
        document = PdfDocument(pdf)
        page = document[0]
        bitmap = page.render(scale=1)
        drawn: Image.Image = bitmap.to_pil().convert("RGB")
        for one in (bitmap, page, document):
            one.close()
    return drawn
