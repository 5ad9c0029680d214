"""Kept: what was made, by what it was made of, from one build to the next (docs/architecture.md)."""

from __future__ import annotations

import hashlib
from functools import cached_property

from hub.kept.book import Book, DamagedError, Writing
from hub.kept.cupboard import BOOK, Cupboard
from hub.kept.trace import AS_BEFORE, Trace

__all__ = ["AS_BEFORE", "NOTHING", "Book", "Cupboard", "Kept", "Trace", "Writing"]


NOTHING = b""
"""What is said of a file that is no page."""


class Kept:
    """What former builds made, by the same program, of a town that says the same of itself.

    `frames_key` is that of the engine's frames, which tells them and the settings of the town; `program`
    tells the rest of what makes a site.
    """

    def __init__(self, cupboard: Cupboard, frames_key: str, program: str) -> None:
        self.cupboard = cupboard
        self.frames_key = frames_key
        self._key = hashlib.sha256(f"{frames_key} {program}".encode()).hexdigest()

    @cached_property
    def book(self) -> Book:
        """That of the build before; an empty one where there is none."""
        data = self.cupboard.read(BOOK, self._key)
        try:
            return Book.loads(data) if data else Book()
        except DamagedError:  # by somebody who gave it the digest of a sound file
            return Book()

    def said(self, path: str) -> bytes:
        """What was said of the file `path`."""
        entry = self.book.entries.get(path)
        return entry.said if entry else NOTHING

    def write(self, writing: Writing) -> None:
        """Keep the book of this build."""
        self.cupboard.write(BOOK, self._key, writing.pieces())
