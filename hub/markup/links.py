"""Links in a text: by key, inside the site, to the outside."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hub import prose
from hub.model.hub import Hub
from hub.model.kinds import BY_LINK
from hub.model.web import web_address
from hub.prose import Event, Text

SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel"))

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BLANKS = re.compile(r"[\x00-\x20\x7f]+")

SPACED = re.compile(r"(?<!\\)\]\((?P<address>[^)\s<]{1,300}[ \t]{1,3}(?![\"'\s])[^)\"'\n]{0,300})\)")
"""An address with a blank in it, which makes words of the whole."""


_DEFINITION = re.compile(r"^[ \t>]{0,20}\[(?P<label>[^\[\]\n]{1,300})\]:[ \t]{0,20}<?", re.MULTILINE)


class Destination(NamedTuple):
    """Where a link goes, as written: `scheme` is '' for an address inside the site."""

    scheme: str
    rest: str

    @classmethod
    def of(cls, written: str) -> Destination:
        """Of what stands in a source: entities decoded, then read as a browser would."""
        return cls.read(html.unescape(written) if "&" in written else written)

    @classmethod
    def read(cls, address: str) -> Destination:
        """Of what a parser read: blanks and control characters dropped, as a browser would."""
        clean = _BLANKS.sub("", address)
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
    """What a link is."""

    LINK = "link"
    IMAGE = "image"
    BROKEN = "address with a space"


class Found(NamedTuple):
    """A link or an image of a text: its address, what it is, the index of its event.

    Of one whose address has a space, which is no link, `event` is that of its words, and `start` where the
    address begins in them, in bytes.
    """

    written: str
    kind: Kind
    event: int
    start: int = 0

    def at(self, text: Text) -> int:
        """The place, in bytes, of its address; of one by reference, in the line that defines it."""
        event = text.events[self.event]
        return event.at + self.start if self.kind is Kind.BROKEN else _place(text, self.event, event)


def links(text: Text) -> Iterator[Found]:
    """The links and images of a text, in order; an e-mail address between angle brackets is left out."""
    kinds = (*_KINDS, prose.Kind.WORDS, prose.Kind.CODE_BLOCK) if "](" in text.written else (*_KINDS,)
    end = -1
    for index, event in text.of(*kinds):
        kind = event.kind
        if kind in _KINDS:
            if event.value.form != "email":
                yield Found(event.value.destination, _KINDS[kind], index)
        elif kind is prose.Kind.WORDS and index > end and "](" in event.text:
            yield from _spaced(text, index, event)
        end = max(end, event.other)


_KINDS = {prose.Kind.LINK: Kind.LINK, prose.Kind.IMAGE: Kind.IMAGE}


def _place(text: Text, index: int, event: Event) -> int:
    """Where the address stands; by reference, where the link does."""
    if event.value.form == "autolink":
        return event.at + 1
    if event.value.form == "reference":
        return _definition(text, text.source(event), event.value.destination) or event.at
    before = text.events[event.other - 1].end if event.other > index + 1 else event.at
    return text.after(before, b"](", b" \t\n<")


def _definition(text: Text, source: str, destination: str) -> int | None:
    """Where the line that defines a reference says the address; None where it says it otherwise."""
    label = " ".join(source.removesuffix("[]").rpartition("[")[2].rstrip("]").split()).casefold()
    for found in _DEFINITION.finditer(text.written):
        same = " ".join(found["label"].split()).casefold() == label
        if same and text.written.startswith(destination, found.end()):
            return len(text.written[: found.end()].encode())
    return None


def _spaced(text: Text, index: int, event: Event) -> Iterator[Found]:
    source = text.source(event)
    done = start = 0
    for found in SPACED.finditer(source):  # in order: each sign is counted once
        start += len(source[done : found.start("address")].encode())
        done = found.start("address")
        yield Found(found["address"], Kind.BROKEN, index, start)
