"""An image as it is seen before it is decoded: its kind, its size, and whether it moves."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from hub.model.attachment import IMAGES
from hub.sources.attachment import Attachment

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 60_000_000
"""What decodes within some 250 MB of memory: twice the photos of today's telephones."""

UNREADABLE = (OSError, SyntaxError, ValueError)
"""What Pillow raises of damaged files."""

_ORIENTATION = 0x0112
_LYING = (5, 6, 7, 8)
"""Values of the EXIF orientation under which width and height are exchanged."""


class Seen(NamedTuple):
    """An image as shown, turned as its camera said: `width` and `height` in pixels."""

    width: int
    height: int
    animated: bool = False
    transparent: bool = False

    @property
    def too_large(self) -> bool:
        return self.width * self.height > MOST_PIXELS


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
    return Image.open(file, formats=[kind])


@lru_cache(maxsize=4096)
def _opened(attached: Attachment) -> Seen | None:
    try:
        with attached.opened() as file, opened(file, IMAGES[attached.extension]) as image:
            found = Seen(*image.size)
            if found.too_large:
                return found
            width, height = image.size[::-1] if orientation(image) in _LYING else image.size
            animated = bool(getattr(image, "is_animated", False))
            return Seen(width, height, animated, image.has_transparency_data)
    except UNREADABLE:
        return None


def orientation(image: Image.Image) -> int:
    """How the camera was held (EXIF 2.32, 4.6.4): 1 for upright, 8 for turned to the right.

    Of what stands before the pixels: to look for more, Pillow would decode them.
    """

    from PIL.Image import Image

    return int(Image.getexif(image).get(_ORIENTATION, 1))


def _whole(image: Attachment) -> bool:
    """Whether the file has its end: a copy that was interrupted has not."""
    try:
        head, tail = image.ends(12, 65_536)
    except OSError:
        return False
    match IMAGES[image.extension]:
        case "JPEG":
            return b"\xff\xd9" in tail
        case "PNG":
            return b"IEND" in tail
        case "GIF":
            return tail.rstrip(b"\0").endswith(b";")
        case "WEBP":
            return int.from_bytes(head[4:8], "little") + 8 <= image.size
    return image.size > len(head)
