"""Frames: what the engine renders of a town, once; each page is stamped into one of them.

Nothing in a frame comes from a text: frames may be kept for as long as their key (`recipe.py`) is the same.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hub.engine.sheet import (
    ADDRESS,
    CARD,
    FRAMES,
    HOME,
    SEVERAL,
    SLOTS,
    TITLE,
    Marks,
    address_of,
    frame_of,
    values,
)
from hub.pages import Page

Cut = tuple[str, ...]
"""A frame cut at its sentinels: a text, the slot that follows it, a text, a slot... and a last text."""

_FORMAT = b"hub-frames 1 "
NOT_FOUND = "404.html"


class DamagedError(ValueError):
    """Bytes that are no frames, or not all of them."""


@dataclass(frozen=True)
class Frames:
    """The frames of a town, the page « introuvable », and the files of the theme."""

    cuts: Mapping[str, Cut]
    not_found: bytes
    assets: tuple[tuple[str, bytes], ...]
    _texts: Mapping[str, list[bytes]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        texts = {name: [text.encode() for text in cut[::2]] for name, cut in self.cuts.items()}
        object.__setattr__(self, "_texts", texts)

    def stamp(self, page: Page) -> bytes:
        """The HTML of a page, as the engine would have rendered it."""
        name = frame_of(page)
        given = {slot: value.encode() for slot, value in values(page).items()}
        parts: list[bytes] = []
        for text, slot in zip(self._texts[name], self.cuts[name][1::2], strict=False):
            parts += text, given[slot]
        return b"".join((*parts, self._texts[name][-1]))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What is published besides the pages, as (path, bytes)."""
        yield NOT_FOUND, self.not_found
        yield from self.assets

    def dumps(self) -> bytes:
        """Themselves as bytes: a line with their format and their digest, a line of JSON, the files."""
        listed = [(path, len(data)) for path, data in self.files()]
        head = json.dumps({"cuts": dict(self.cuts), "files": listed}, ensure_ascii=False)
        rest = b"\n".join((head.encode(), b"".join(data for _, data in self.files())))
        return _FORMAT + _digest(rest) + b"\n" + rest

    @classmethod
    def loads(cls, data: bytes) -> Frames:
        """Frames from what `dumps` gave. Raises `DamagedError` for any other bytes."""
        first, _, rest = data.partition(b"\n")
        if first != _FORMAT + _digest(rest):
            raise DamagedError("not what dumps gave")
        head, _, files = rest.partition(b"\n")
        try:
            return _read(json.loads(head), files)
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise DamagedError(str(error)) from error


def _read(head: Any, data: bytes) -> Frames:
    """Frames from their line of JSON and their files. Raises for anything that is not as it must be."""
    cuts = {name: _cut(head["cuts"][name]) for name in FRAMES}
    files = []
    for path, size in head["files"]:
        if not _inside(path) or type(size) is not int or not 0 <= size <= len(data):
            raise ValueError(f"no file of a site: {path!r}")
        files.append((path, data[:size]))
        data = data[size:]
    if data or files[0][0] != NOT_FOUND:
        raise ValueError("files are missing")
    return Frames(cuts, files[0][1], tuple(files[1:]))


def _cut(parts: Any) -> Cut:
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise TypeError("a frame is no list of texts")
    if len(parts) % 2 == 0 or not set(SLOTS).issuperset(parts[1::2]):
        raise ValueError("a frame is not cut at its slots")
    return tuple(parts)


def _inside(path: Any) -> bool:
    """Whether a path is one inside the site."""
    return isinstance(path, str) and not {"", ".", ".."}.intersection(path.split("/"))


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def cut(name: str, rendered: str, marks: Marks) -> Cut:
    """A rendered frame, cut at its sentinels. Raises `ValueError` where the theme lost one.

    The home page is called like the site, a page has a card only where cards are made, and a menu names what
    the town shows.
    """
    slots = {marks.of(slot): slot for slot in SLOTS}
    slots[address_of(name, marks)] = slots.pop(marks.of(ADDRESS))
    parts = re.split(f"({'|'.join(map(re.escape, slots))})", rendered)
    parts[1::2] = [slots[sentinel] for sentinel in parts[1::2]]
    optional = {CARD, TITLE, *SEVERAL} if name == HOME else {CARD, *SEVERAL}
    if lost := set(SLOTS).difference(optional, parts[1::2]):
        raise ValueError(f"the frame « {name} » does not print: {', '.join(sorted(lost))}")
    if any(marks.sign in text for text in parts[::2]):
        raise ValueError(f"the frame « {name} » changes a value that it prints")
    return tuple(parts)
