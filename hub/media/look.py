"""How printed things look: the site's colours and mark, the fonts, and the templates of `impression/`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from hub.media.fonts import INVENTORY, Signs
from hub.media.tree import line
from hub.media.work import Work
from hub.model.site import Site

_TOKENS = re.compile(r":root \{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"(?<![\w-])--([a-z-]++): (#[0-9a-f]{6});")

_PART = re.compile(r'class="marque-([a-d])"')

PARTS = {"a": "marque", "b": "accent", "c": "soleil", "d": "encre"}
"""The parts of the mark, by the letter of their class, and the token of each one's colour."""


TOKENS = "overrides/assets/hub/style/10-jetons.css"
"""The style sheet that names the colours."""

_CONTROL = "\\u00"
"""How JSON begins a control character."""

SHARED = ("commun", "texte")
"""The templates that others import."""


class Look:
    """The folder of the theme, read for what is printed: paper is the light theme."""

    def __init__(self, theme: Path) -> None:
        self.fonts = theme / "fonts"
        self.signs = Signs(self.fonts)
        self.mark = (theme / "overrides" / ".icons" / "hub" / "marque.svg").read_text(encoding="utf-8")
        self.colours = colours((theme / TOKENS).read_text(encoding="utf-8"))
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
            "marque.svg": self._painted(PARTS),
            "ombre.svg": self._painted(dict.fromkeys(PARTS, "marque-forte")),
        }

    @cached_property
    def digest(self) -> bytes:
        """Of all that is in the look, the fonts by their own digests."""
        sources = [source.read_bytes() for source in sorted(self._templates.glob("*.typ"))]
        inventory = (self.fonts / INVENTORY).read_bytes()
        parts = (*sources, inventory, self.mark.encode(), json.dumps(self.colours).encode())
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()

    def _source(self, name: str) -> bytes:
        return (self._templates / f"{name}.typ").read_bytes()

    def _painted(self, tokens: Mapping[str, str]) -> bytes:
        """The mark with its colours in it, a picture by itself."""
        painted = _PART.sub(lambda part: f'fill="{self.colours[tokens[part[1]]]}"', self.mark)
        if "xmlns=" not in painted:
            painted = painted.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        return painted.encode()


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


def colours(sheet: str) -> dict[str, str]:
    """The colours of the site's style sheet: name of the token -> `#rrggbb`, of its first `:root`."""
    found = _TOKENS.search(sheet)
    return dict(_COLOUR.findall(found[1])) if found else {}


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
