"""How printed things look: the site's colours and mark, the fonts, and the templates of `impression/`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from hub.look import palette_of
from hub.look.logo import logo_of
from hub.look.mark import PARTS, painted
from hub.look.palette import Ground
from hub.media.fonts import INVENTORY, Signs
from hub.media.nodes import line
from hub.media.work import Work
from hub.model import Hub
from hub.model.site import Site

_CONTROL = "\\u00"
"""How JSON begins a control character."""

SHARED = ("commun", "texte")
"""The templates that others import."""


class Look:
    """The folder of the theme, read for what is printed: paper is the light theme, in the colours of a
    `town`, with its logo. Raises `hub.images.making.ImageError` for one that cannot be read."""

    def __init__(self, theme: Path, town: Hub | None = None) -> None:
        self.fonts = theme / "fonts"
        self.signs = Signs(self.fonts)
        palette = palette_of(town.site if town else Site.unknown(), theme)
        self.colours = {**palette.light, **_named(palette.ground)}
        logo = logo_of(town) if town else None
        self.mark = logo.as_drawing() if logo else painted(theme, palette.light)
        self.ratio = logo.ratio if logo else 1.0
        self._shadow = painted(theme, self.colours, dict.fromkeys(PARTS, "fond-ombre"))
        self._templates = theme / "templates" / "impression"

    def work(self, address: str, template: str, told: Mapping[str, Any], **more: Any) -> Work:
        """The work of what `told` says, none of whose signs is one that no font has."""
        content = _written(told)
        if _CONTROL not in content and self.signs.have_all(content):
            return Work(address, template, content, **more)
        shown = _written(_each(told, self.signs.shown))
        return Work(address, template, shown, lost=self.signs.others(_words(told)), **more)

    def files(self, template: str) -> dict[str, bytes]:
        """What Typst reads besides the content of a work, by the names that the templates have for it."""
        return {
            "main.typ": self._source(template),
            **{f"{name}.typ": self._source(name) for name in SHARED},
            "couleurs.json": json.dumps(self.colours).encode(),
            "marque.svg": self.mark,
            "marque.json": json.dumps(self.ratio).encode(),
            "ombre.svg": self._shadow,
        }

    @cached_property
    def digest(self) -> bytes:
        """Of all that is in the look, the fonts by their own digests."""
        sources = [source.read_bytes() for source in sorted(self._templates.glob("*.typ"))]
        inventory = (self.fonts / INVENTORY).read_bytes()
        parts = (*sources, inventory, self.mark, json.dumps(self.colours).encode())
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()

    def _source(self, name: str) -> bytes:
        return (self._templates / f"{name}.typ").read_bytes()


def _named(ground: Ground) -> dict[str, str]:
    """A broad ground, by the names that templates have for its colours."""
    names = ("fond", "fond-ombre", "fond-mots", "fond-detail", "fond-eclat", "bande")
    return dict(zip(names, ground, strict=True))


def page(site: Site, address: str) -> dict[str, Any]:
    """What every printed thing says of the page it is about, and of the site."""
    whole = site.absolute(address)
    return {
        "site": line(site.site_name),
        "council": line(site.conseil),
        "author": f"{site.conseil}, {site.commune}",
        "address": whole,
        "shown": whole.partition("://")[2].rstrip("/"),
    }


def numbers(day: dt.date) -> tuple[int, int, int]:
    """A day as JSON has it: year, month, day."""
    return day.year, day.month, day.day


def _written(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _each(told: Any, change: Any) -> Any:
    """The same, each of its words changed."""
    if isinstance(told, str):
        return change(told)
    if isinstance(told, Mapping):
        return {name: _each(value, change) for name, value in told.items()}
    return [_each(value, change) for value in told] if isinstance(told, (list, tuple)) else told


def _words(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        yield from _words(list(told.values()))
    elif isinstance(told, (list, tuple)):
        for one in told:
            yield from _words(one)
