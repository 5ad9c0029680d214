"""Links in a text: by key, inside the site, to the outside; and what no text may hold."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hub.model.hub import Hub
from hub.model.kinds import BY_LINK
from hub.model.web import web_address
from hub.sources import line_and_column

SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel"))

LONGEST_TAG = 1_000
"""Characters of a piece of HTML, after which its end is no longer looked for."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_DESTINATION = re.compile(
    r"\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)|<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>",
    re.IGNORECASE | re.MULTILINE,
)
_IMAGE = re.compile(r"!\[[^\]]{0,1000}\]\(\s*<?([^)\s>]*)")
_SPACED = re.compile(r"\]\(([^)\s<]{1,300}[ \t]{1,3}(?![\"'\s])[^)\"'\n]{0,300})\)")
_RAW_HTML = re.compile(r"<(/?[a-z][^\s<>:@/]*(?=[\s>/])|!--|!\[CDATA|\?|!doctype)", re.IGNORECASE)


class Destination(NamedTuple):
    """Where a link goes, as written: `scheme` is '' for an address inside the site."""

    scheme: str
    rest: str

    @classmethod
    def of(cls, written: str) -> Destination:
        """Of what stands in a source: entities decoded, then read as a browser would."""
        return cls.read(html.unescape(written))

    @classmethod
    def read(cls, address: str) -> Destination:
        """Of what a parser read: blanks and control characters dropped, as a browser would."""
        clean = re.sub(r"[\x00-\x20\x7f]+", "", address)
        found = _SCHEME.match(clean)
        if not found:
            return cls("", clean)
        return cls(found[1].lower(), clean[found.end() :])

    @property
    def by_key(self) -> bool:
        return self.scheme in BY_LINK

    @property
    def on_the_web(self) -> str | None:
        """The address, as it is published (`hub.model.web`), of a link to the web; None for others."""
        return web_address(f"{self.scheme}:{self.rest}") if self.scheme in ("http", "https") else None

    @property
    def safe(self) -> bool:
        """Whether a page may carry it. `//host` would leave the site without saying so, `good@evil` lies."""
        if self.scheme in ("http", "https"):
            return self.on_the_web is not None
        if self.scheme:
            return self.scheme in SAFE_SCHEMES
        return not self.rest.startswith(("//", "\\", "/\\"))


def address_of(destination: Destination, hub: Hub) -> str | None:
    """The address in the site of a link by key; None for an unknown key."""
    key, hash_sign, anchor = destination.rest.partition("#")
    thing = hub.keys[destination.scheme].get(key)
    return f"{thing.address}{hash_sign}{anchor}" if thing else None


class Kind(StrEnum):
    """What a scan finds in a text."""

    LINK = "link"
    IMAGE = "image"
    RAW_HTML = "raw HTML"
    BROKEN = "address with a space"


class Found(NamedTuple):
    """A link, an image or a piece of raw HTML in a Markdown text; line and column from 1."""

    line: int
    column: int
    written: str
    kind: Kind = Kind.LINK


def scan(text: str) -> Iterator[Found]:
    """The links, images and raw HTML of a Markdown text, code spans left out."""
    if "<" not in text and "](" not in text and "]:" not in text:
        return
    masked = _CODE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    images = {found.start(1) for found in _IMAGE.finditer(masked)}
    spaced = {found.start(1): found[1] for found in _SPACED.finditer(masked)}
    for found in _DESTINATION.finditer(masked):
        group = next(number for number in (1, 2, 3) if found[number] is not None)
        start = found.start(group)
        kind = Kind.BROKEN if start in spaced else Kind.IMAGE if start in images else Kind.LINK
        yield _found(masked, start, spaced.get(start, found[group]), kind)
    opened: set[str] = set()
    for found in _RAW_HTML.finditer(masked):
        name = found[1].lower()
        if not (name.startswith("/") and name[1:] in opened):  # the end of one already found
            opened.add(name)
            end = masked.find(">", found.start(), found.start() + LONGEST_TAG) + 1 or found.end()
            yield _found(masked, found.start(), masked[found.start() : end], Kind.RAW_HTML)


def _found(text: str, index: int, written: str, kind: Kind) -> Found:
    return Found(*line_and_column(text, index), written, kind)
