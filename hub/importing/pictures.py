"""The pictures of a document -> files of `content/images/`, without what a camera says of places."""

from __future__ import annotations

import io
from typing import NamedTuple

from hub.importing.blocks import Picture
from hub.model.picture import MOST_PIXELS, MOST_SIDE, orientation

_KEPT = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_TURNED = {"BMP": "png", "TIFF": "png", "GIF": "png"}
"""The kinds that are kept as they are, and those that are made another."""

SMALLEST = 24
"""Pixels of a side: smaller, it is a bullet or a line."""

LARGEST = 15_000_000
"""Bytes (rule D004 of the catalogue allows no more)."""


class Taken(NamedTuple):
    """An image of the hub: the end of its name, and its bytes."""

    ending: str
    data: bytes


def taken(picture: Picture) -> Taken | None:
    """The image; None where it cannot be shown (a drawing of Windows, a damaged file)."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(picture.data), formats=[*_KEPT, *_TURNED]) as image:
            kind = image.format or ""
            if image.width * image.height > MOST_PIXELS["WEBP"] or max(image.size) > MOST_SIDE:
                return None
            image.load()
            if kind in _KEPT and not image.getexif() and len(picture.data) <= LARGEST:
                return Taken(_KEPT[kind], picture.data)
            upright = ImageOps.exif_transpose(image) if orientation(image) > 1 else image
            return _saved(upright, "JPEG" if kind == "JPEG" else "PNG")
    except Exception:  # Pillow raises anything of a damaged file
        return None


def _saved(image: object, kind: str) -> Taken:
    """The pixels alone: what a camera wrote beside them says where somebody was."""
    from PIL import Image

    assert isinstance(image, Image.Image)
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    if image.mode == "P" and image.palette:
        bare.putpalette(image.palette)
    if kind == "JPEG" and bare.mode not in ("RGB", "L"):
        bare = bare.convert("RGB")
    held = io.BytesIO()
    bare.save(held, kind, **({"quality": 90} if kind == "JPEG" else {}))
    return Taken("jpg" if kind == "JPEG" else "png", held.getvalue())
