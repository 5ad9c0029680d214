"""Decoding an image once, and writing it in each width and format of its plan.

Nothing of what a camera adds is kept (place, date, maker): the pixels alone are written, in sRGB. A variant
is named by what it holds, so one that is published already is not made again.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hub.marker import marker_of
from hub.markup.picture import AVIF, JPEG, PNG, WEBP, Plan, Variant, height_at, planned
from hub.model.attachment import IMAGES
from hub.model.picture import UNREADABLE, opened, orientation
from hub.sources import Attachment
from hub.sources.opening import open_plain

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


LARGE = 16_000_000
"""Points beyond which an image is made smaller as it is decoded, and alone: the usual photo has less."""

_BAND = 256
"""Rows of a large image that are held in a second form at a time."""

_alone = threading.Lock()


class ImageError(Exception):
    """An image that looked sound cannot be decoded; the message is a French sentence."""


def files(images: Iterable[Attachment], published: Path) -> Iterator[tuple[str, bytes]]:
    """Every variant of these images, as (path, bytes); those that `published` holds, whole, are read there.

    Raises `ImageError`.
    """
    digests = marker_of(published).digests
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Pillow lets go of Python's lock while it works
        for made in pool.map(lambda image: _variants(image, published, digests), images):
            yield from made


def variant(image: Attachment, wanted: Variant, published: Path) -> bytes:
    """One variant of an image, taken from `published` where it holds it, whole. Raises `ImageError`."""
    known = _published(published, wanted.path, marker_of(published).digests)
    if known is not None:
        return known
    plan = planned(image)
    with _one_at_a_time(plan):
        ((_, encoded),) = _made(image, plan, (wanted,))
    return encoded


@lru_cache(maxsize=32)
def fallback(image: Attachment) -> str:
    """The one file of an image that anything can show, as an address that holds it (RFC 2397).

    Raises `ImageError`.
    """
    plan = planned(image)
    with _one_at_a_time(plan):
        ((_, encoded),) = _made(image, plan._replace(variants=(plan.fallback,)))
    return f"data:{plan.fallback.media_type};base64,{base64.b64encode(encoded).decode()}"


def _variants(image: Attachment, published: Path, digests: Mapping[str, str]) -> list[tuple[str, bytes]]:
    plan = planned(image)
    known = {one.path: _published(published, one.path, digests) for one in plan.variants}
    if all(data is not None for data in known.values()):
        return [(path, data or b"") for path, data in known.items()]
    with _one_at_a_time(plan):
        return list(_made(image, plan))


def _published(site: Path, path: str, digests: Mapping[str, str]) -> bytes | None:
    """A published file that is as it was written, else None."""
    try:
        with open_plain(site, path) as file:
            data = file.read()
    except OSError:
        return None
    return data if digests.get(path) == hashlib.sha256(data).hexdigest() else None


def _one_at_a_time(plan: Plan) -> AbstractContextManager[object]:
    return _alone if plan.width * plan.height > LARGE else nullcontext()


def _made(
    image: Attachment, plan: Plan, wanted: Iterable[Variant] | None = None
) -> Iterator[tuple[str, bytes]]:
    """The variants of a plan, as (path, bytes), or those that are wanted: with the same bytes."""
    try:
        whole = _decoded(image, plan)
        sized: dict[int, Image.Image] = {}
        for variant in plan.variants if wanted is None else wanted:
            if variant.width not in sized:
                height = height_at(variant.width, plan.width, plan.height)
                sized[variant.width] = whole.resize((variant.width, height))
            yield variant.path, _encoded(sized[variant.width], variant)
    except UNREADABLE as error:
        raise ImageError(
            f"L'image « {image.path} » ne peut pas être lue : ouvrez-la, puis enregistrez-la de nouveau."
        ) from error


def _decoded(image: Attachment, plan: Plan) -> Image.Image:
    """The pixels alone, upright, in sRGB, with their transparency if there is some."""
    from PIL import Image

    with image.opened() as file, opened(file, IMAGES[image.extension]) as source:
        turn = _TURNS.get(orientation(source))
        profile = source.info.get("icc_profile")
        widest = max(variant.width for variant in plan.variants)
        pixels = _pixels(source, min(1.0, widest / plan.width))
    pixels = pixels.transpose(Image.Transpose[turn]) if turn else pixels
    pixels.info = {}
    return _in_srgb(pixels, profile) if profile else pixels


def _pixels(source: Image.Image, scale: float) -> Image.Image:
    """The pixels of an image; of a large one, as wide as `scale` makes it, no second whole one meanwhile."""
    mode = "RGBA" if source.has_transparency_data else "RGB"
    if source.width * source.height <= LARGE:
        return _eight_bits(source).convert(mode)
    width, height = (max(1, round(scale * side)) for side in source.size)
    source.draft(None, (2 * width, 2 * height))  # a JPEG is decoded at a half or a quarter, others are not
    return _by_bands(source, mode, width)


def _by_bands(source: Image.Image, mode: str, width: int) -> Image.Image:
    from PIL import Image

    narrow = Image.new(mode, (width, source.height))
    for top in range(0, source.height, _BAND):
        rows = source.crop((0, top, source.width, min(top + _BAND, source.height)))
        rows = _eight_bits(rows).convert(mode)
        narrow.paste(rows.resize((width, rows.height)), (0, top))
    return narrow


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits a point in 8: Pillow's own way takes every grey for white."""
    if not image.mode.startswith("I"):
        return image
    return image.point(lambda grey: grey / 256).convert("L")


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
