"""An image in a page: its widths and formats, and the markup with which a browser chooses among them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hub.model.picture import Seen, seen
from hub.sources import Attachment

if TYPE_CHECKING:
    from hub.model import Hub
    from hub.model.attachment import Picture

AVIF, WEBP, JPEG, PNG = "image/avif", "image/webp", "image/jpeg", "image/png"

WIDTHS = (240, 480, 960, 1440)
"""Pixels: a list; a phone; the column of text, or a phone of fine pixels; the column on a fine screen."""

TALLEST = {AVIF: 8_192, WEBP: 16_383}
"""Pixels: higher, AVIF takes more than 300 MB of memory, and WebP cannot be written at all."""

FALLBACK = 960
"""The width of the one JPEG or PNG: what mails, feeds and browsers of before 2020 show."""

SIZES = "(min-width: 48em) 720px, 94vw"
"""How wide an image is shown (`--mesure` in the style sheets, at Material's 20 pixels a rem)."""

RECIPE = "2"
"""Raised when `hub.images.making` writes other bytes: the names change with them."""


class Variant(NamedTuple):
    """One file of an image: `path` in the site, without its first slash."""

    path: str
    media_type: str
    width: int


class Plan(NamedTuple):
    """What is made of an image: `width` and `height` as shown, the variants, the last of which is for all."""

    width: int
    height: int
    variants: tuple[Variant, ...]

    @property
    def fallback(self) -> Variant:
        return self.variants[-1]

    @property
    def small(self) -> Variant:
        """The narrowest one that anything can show, mail programs too."""
        return next(one for one in self.variants if one.media_type == self.fallback.media_type)


def planned(image: Attachment) -> Plan:
    """The plan of an image. Raises OSError, or ValueError for one that the checks do not find sound."""
    return _planned(image)


def plan_of(hub: Hub, picture: Picture | None) -> Plan | None:
    """The plan of the picture of a thing; None where there is none, or none that can be shown."""
    image = hub.images.get(picture.fichier) if picture else None
    return planned(image) if image and seen(image) else None


@lru_cache(maxsize=4096)
def _planned(image: Attachment) -> Plan:
    found = seen(image)
    if found is None:
        raise ValueError(f"{image.path} is not an image")
    digest = hashlib.sha256(f"{RECIPE} {_pillow()} ".encode() + image.data()).hexdigest()[:12]
    stem = f"images/{Path(image.name).stem}-{digest}"
    return Plan(found.width, found.height, tuple(_variants(stem, found)))


def _pillow() -> str:
    """Another Pillow may write other bytes."""
    import PIL

    return PIL.__version__


def _variants(stem: str, image: Seen) -> Iterator[Variant]:
    widths = sorted({min(width, image.width) for width in WIDTHS})
    for media_type, tallest in TALLEST.items():
        if height_at(widths[-1], image.width, image.height) > tallest:
            continue  # all of a format or nothing: a browser looks no further than the first it reads
        for width in widths:
            yield Variant(f"{stem}-{width}.{media_type.partition('/')[2]}", media_type, width)
    kind, end = (PNG, "png") if image.transparent else (JPEG, "jpg")
    for width in sorted({min(width, image.width) for width in (WIDTHS[0], FALLBACK)}):
        yield Variant(f"{stem}-{width}.{end}", kind, width)


def height_at(width: int, whole_width: int, whole_height: int) -> int:
    """The height of an image made as wide as `width`."""
    return max(1, round(whole_height * width / whole_width))


def markup(
    plan: Plan, alternative: str, *, sizes: str = SIZES, widest: int = WIDTHS[-1], lazy: bool = True
) -> str:
    """The image as HTML, its addresses from the root of the site: a browser takes the lightest that will do.

    `alternative` is HTML already; `sizes` say how wide it is shown, and variants wider than `widest` are left
    out; one that is seen first is not `lazy`. Width and height keep its place before it comes.
    """
    kept = plan._replace(variants=tuple(one for one in plan.variants if one.width <= widest))
    sources = "".join(
        f'<source type="{media_type}" srcset="{_set(kept, media_type)}" sizes="{sizes}">'
        for media_type in TALLEST
        if any(one.media_type == media_type for one in kept.variants)
    )
    loading = ' loading="lazy"' if lazy else ""
    image = (
        f'<img src="/{escape(plan.fallback.path)}" alt="{alternative}" width="{plan.width}" '
        f'height="{plan.height}"{loading} decoding="async">'
    )
    return f"<picture>{sources}{image}</picture>"


def _set(plan: Plan, media_type: str) -> str:
    return ", ".join(
        f"/{escape(one.path)} {one.width}w" for one in plan.variants if one.media_type == media_type
    )
