"""An image as it is seen before it is decoded: its kind, its size, and whether it moves."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from hub.model.attachment import IMAGES
from hub.sources.attachment import Attachment

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = {
    "JPEG": 60_000_000,
    "PNG": 60_000_000,
    "GIF": 60_000_000,
    "WEBP": 24_000_000,
    "AVIF": 24_000_000,
}
"""What is made of an image within 600 MB of memory; the decoders of WebP and AVIF hold it several times."""

MOST_SIDE = 20_000
"""Pixels of a side: a page that was scrolled, a panorama."""

UNREADABLE = (Exception,)
"""What Pillow raises of damaged files: OSError, SyntaxError, ValueError, OverflowError, struct.error ..., by
kind and version; a list of them would be too short."""

_ORIENTATION = 0x0112
_LYING = (5, 6, 7, 8)
"""Values of the EXIF orientation under which width and height are exchanged."""


class Seen(NamedTuple):
    """An image as shown, turned as its camera said: its size in pixels, its kind by Pillow's name."""

    width: int
    height: int
    kind: str
    animated: bool = False
    transparent: bool = False

    @property
    def most_pixels(self) -> int:
        """How many points an image of its kind may have."""
        return MOST_PIXELS[self.kind]

    @property
    def too_large(self) -> bool:
        return self.width * self.height > self.most_pixels

    @property
    def too_long(self) -> bool:
        return max(self.width, self.height) > MOST_SIDE


def seen(image: Attachment) -> Seen | None:
    """What is seen of an image; None where it is damaged, or not of the kind that it says."""
    if image.extension not in IMAGES or not _whole(image):
        return None
    return _opened(image)


def opened(file: BinaryIO, kind: str) -> Image.Image:
    """An image of that kind and no other, whose pixels are decoded when asked for.

    Raises one of `UNREADABLE`. Pillow's own limit is off: `too_large` says so in words, before.
    """
    from PIL import Image  # loaded where there is an image

    Image.MAX_IMAGE_PIXELS = None
    warnings.filterwarnings("ignore", module="PIL")  # in English, of what is either refused or harmless
    return Image.open(file, formats=[kind])


@lru_cache(maxsize=4096)
def _opened(attached: Attachment) -> Seen | None:
    kind = IMAGES[attached.extension]
    try:
        with attached.opened() as file, opened(file, kind) as image:
            found = Seen(*image.size, kind)
            if found.too_large or found.too_long:
                return found
            width, height = image.size[::-1] if is_lying(image) else image.size
            # What follows the first picture of a JPEG is a map of its light, or a film: never shown.
            animated = kind != "JPEG" and bool(getattr(image, "is_animated", False))
            return Seen(width, height, kind, animated, image.has_transparency_data)
    except UNREADABLE:
        return None


def orientation(image: Image.Image) -> int:
    """How the camera was held (EXIF 2.32, 4.6.4): 1 for upright, 8 for turned to the right.

    Of what stands before the pixels: to look for more, Pillow would decode them.
    """

    from PIL.Image import Image

    written = Image.getexif(image).get(_ORIENTATION, 1)
    return written if isinstance(written, int) else 1  # of another type in files made by hand: no number


def is_lying(image: Image.Image) -> bool:
    """Whether width and height are exchanged when it is shown."""
    return orientation(image) in _LYING


def _whole(image: Attachment) -> bool:
    """Whether the file has its end: a copy that was interrupted has not."""
    try:
        head, tail = image.ends(12, 65_536)
    except OSError:
        return False
    match IMAGES[image.extension]:
        case "JPEG":
            return b"\xff\xd9" in tail or _has_first_picture(image)
        case "PNG":
            return b"IEND" in tail
        case "GIF":
            return tail.rstrip(b"\0").endswith(b";")
        case "WEBP":
            return int.from_bytes(head[4:8], "little") + 8 <= image.size
    return image.size > len(head)


_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker of a JPEG file among its compressed data (ITU-T T.81, B.1.1.2): neither stuffing nor a restart."""


def _has_first_picture(image: Attachment) -> bool:
    """Whether a JPEG's own picture has its end, whatever stands behind it: telephones add films there."""
    try:
        data = image.data()
    except OSError:
        return False
    at = 2
    while found := _MARK.search(data, at):
        at = found.end()
        if found[0] == b"\xff\xd9":
            return True
        at += int.from_bytes(data[at : at + 2])  # the length of a segment counts itself
    return False
