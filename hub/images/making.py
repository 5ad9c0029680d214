"""Decoding an image once, and writing it in each width and format of its plan.

Nothing of what a camera adds is kept (place, date, maker): the pixels alone are written, in sRGB. A variant
is named by what it holds, so one that is published already is not made again.
"""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hub.markup.picture import AVIF, JPEG, PNG, WEBP, Plan, Variant, planned
from hub.model.attachment import IMAGES
from hub.model.picture import UNREADABLE, opened, orientation
from hub.sources import Attachment

if TYPE_CHECKING:
    from PIL import Image

_OPTIONS: dict[str, dict[str, Any]] = {
    AVIF: {"quality": 55, "speed": 8, "max_threads": 1},
    WEBP: {"quality": 75, "method": 4},
    JPEG: {"quality": 80, "optimize": True, "progressive": True},
    PNG: {"optimize": True},
}
"""As good as the eye asks for; AVIF's slower ways gain a few hundredths for ten times the time."""


_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What puts upright an image of each orientation."""


class ImageError(Exception):
    """An image that looked sound cannot be decoded; the message is a French sentence."""


def files(images: Iterable[Attachment], published: Path) -> Iterator[tuple[str, bytes]]:
    """Every variant of these images, as (path, bytes); those that stand in `published` are read there.

    Raises `ImageError`.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Pillow lets go of Python's lock while it works
        for made in pool.map(lambda image: _variants(image, published), images):
            yield from made


def fallback(image: Attachment) -> str:
    """The one file of an image that anything can show, as an address that holds it (RFC 2397).

    Raises `ImageError`.
    """
    variant = planned(image).fallback
    data = base64.b64encode(_encoded(_resized(_decoded(image), variant.width), variant))
    return f"data:{variant.media_type};base64,{data.decode()}"


def _variants(image: Attachment, published: Path) -> list[tuple[str, bytes]]:
    plan = planned(image)
    known = {variant: _published(published / variant.path) for variant in plan.variants}
    if all(known.values()):
        return [(variant.path, data or b"") for variant, data in known.items()]
    return list(_made(image, plan))


def _published(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _made(image: Attachment, plan: Plan) -> Iterator[tuple[str, bytes]]:
    whole = _decoded(image)
    sized: dict[int, Image.Image] = {}
    for variant in plan.variants:
        if variant.width not in sized:
            sized[variant.width] = _resized(whole, variant.width)
        yield variant.path, _encoded(sized[variant.width], variant)


def _resized(image: Image.Image, width: int) -> Image.Image:
    return image.resize((width, max(1, round(image.height * width / image.width))))


def _decoded(image: Attachment) -> Image.Image:
    """The pixels alone, upright, in sRGB, with their transparency if there is some."""
    from PIL import Image

    try:
        with opened(io.BytesIO(image.data()), IMAGES[image.extension]) as source:
            turn = _TURNS.get(orientation(source))
            profile = source.info.get("icc_profile")
            seen = source.convert("RGBA" if source.has_transparency_data else "RGB")
            seen = seen.transpose(Image.Transpose[turn]) if turn else seen
    except UNREADABLE as error:
        raise ImageError(
            f"L'image « {image.path} » ne peut pas être lue : ouvrez-la, puis enregistrez-la de nouveau."
        ) from error
    pixels = Image.frombytes(seen.mode, seen.size, seen.tobytes())
    return _in_srgb(pixels, profile) if profile else pixels


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The same colours for a browser that knows no profile; as they are, where the profile is broken."""
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    if turned is not None:
        turned.info = {}
    return turned or image


def _encoded(image: Image.Image, variant: Variant) -> bytes:
    written = io.BytesIO()
    image.save(written, variant.media_type.partition("/")[2], **_OPTIONS[variant.media_type])
    return written.getvalue()
