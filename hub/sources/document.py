"""The nouns of this step: a document, a position in it, and a fault met while reading it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from hub.sources.places import Key, Mark, Places

__all__ = ["Document", "Fault", "Key", "Mark", "Origin", "Position", "Remark", "line_and_column"]


class Position(NamedTuple):
    """A place in a source file. Line and column count from 1, the column in characters."""

    path: str
    line: int
    column: int


@lru_cache(maxsize=2)
def _line_starts(text: str) -> array[int]:
    """Where each line of a text begins, for those who ask many times."""
    return array("Q", (0, *(found.end() for found in re.finditer("\n", text))))


@lru_cache(maxsize=2)
def _line_starts_in(written: bytes) -> array[int]:
    """The same, in bytes."""
    return array("Q", (0, *(found.end() for found in re.finditer(b"\n", written))))


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Where the character at `index` stands in `text`, both from 1."""
    starts = _line_starts(text)
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1


class Remark(NamedTuple):
    """A key that stands in a remark (`# statut: active`), which nobody reads."""

    line: int
    column: int
    key: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read or typed, as a fact: the words for it belong to `hub.checks`."""

    code: str
    position: Position
    values: Mapping[str, str] = field(default_factory=dict)


SPARE = 200
"""Characters: the room that the margins of a text may take in its file."""

LONGEST_SIGN = 4
"""Bytes of a character in UTF-8, at most (RFC 3629)."""

NO_END = 1 << 32
"""The line after the last one of any file."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source file, read.

    `path` is relative to the source folder, with forward slashes. `data` holds dicts, lists and
    text: every scalar is text, its meaning is given by the model. `places` says where each stands; what
    stands at `inner` is placed as if it stood at the top. `body` is the Markdown under a front matter,
    starting at line `body_line` of the file, and `head` all that comes before it: of a register, the whole
    file, in UTF-8.
    """

    path: str
    data: dict[str, Any]
    places: Places = field(default_factory=Places.nowhere)
    body: str = ""
    body_line: int = 1
    head: bytes = b""
    remarks: tuple[Remark, ...] = ()
    inner: tuple[Key, ...] = ()

    @property
    def stem(self) -> str:
        """The file's name without folder and extension: the key of the thing it describes."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def text(self) -> str:
        """The whole file."""
        return self.head.decode() + self.body

    def said(self, *loc: Key) -> bytes:
        """What is written from the value at `loc` to the next one, remarks included."""
        row = self._row(loc)
        mark, after = self.places.mark(row), self.places.after(row)
        start = self._index(mark.line, mark.column)
        end = self._index(after.key_line, after.key_column) if after else len(self.head)
        return self.head[start:end]

    def _index(self, line: int, column: int) -> int:
        """Where that place is in `head`, in bytes."""
        start = _line_starts_in(self.head)[line - 1]
        before = self.head[start : start + LONGEST_SIGN * (column - 1)].decode(errors="ignore")
        return start + len(before[: column - 1].encode())

    def let_go(self) -> None:
        """Forget `data`, of which all is made that will be: it weighs more than the file."""
        self.data.clear()

    def position(self, *loc: Key, key: bool = False) -> Position:
        """Where the value at `loc` stands; with `key`, where its key stands.

        A `loc` that leads nowhere (a missing field) gives the nearest thing that exists.
        """
        mark = self.places.mark(self._row(loc))
        if key:
            return Position(self.path, mark.key_line, mark.key_column)
        return Position(self.path, mark.line, mark.column)

    def _row(self, loc: tuple[Key, ...]) -> int:
        """The row of the value at `loc`, or of the nearest thing that exists."""
        return self.places.find(0, loc) or self.places.find(self._inner_row(), loc)

    def _inner_row(self) -> int:
        row = 0
        for step in self.inner:
            child = self.places.child(row, step)
            if child is None:
                return 0
            row = child
        return row

    def missing(self, field: str, *loc: Key) -> Position:
        """Where `field`, which the thing at `loc` has not, stands empty or in a remark; else the thing."""
        row = self._row(loc)
        if self._row((*loc, field)) != row:
            return self.position(*loc, field, key=True)
        end = self.places.last_line(row) + 1 if loc else NO_END
        if loc and isinstance(loc[-1], int):
            below = self.places.child(self._row(loc[:-1]), loc[-1] + 1)
            end = end if below is None else self.places.mark(below).line - 1
        start = bisect_left(self.remarks, (self.places.mark(row).line if loc else 0,))
        for remark in islice(self.remarks, start, None):
            if remark.line > end:
                break
            if remark.key == field:
                return Position(self.path, remark.line, remark.column)
        return self.position(*loc)

    def inside(self, value: str, index: int, *loc: Key) -> Position:
        """Where the word at `index` of `value`, the text at `loc`, stands: YAML joins lines."""
        line, column = self.position(*loc)[1:]
        word = value[index:].split(maxsplit=1)[0] if value[index:].strip() else ""
        at, end = column - 1, column - 1 + 2 * len(value) + SPARE
        start = _line_starts_in(self.head)[line - 1]
        written = self.head[start : start + LONGEST_SIGN * end].decode(errors="ignore")
        for _ in range(value.count(word, 0, index) + 1 if word else 0):
            at = written.find(word, at, end) + 1
            if not at:
                return self.position(*loc)
        before = written[: max(at - 1, 0)]
        place = Position(self.path, line + before.count("\n"), len(before) - before.rfind("\n"))
        return place if word else self.position(*loc)

    def body_position(self, line: int, column: int = 1) -> Position:
        """Where line `line` of the body (from 1) stands in the file."""
        return Position(self.path, self.body_line + line - 1, column)


class Origin(NamedTuple):
    """The place of one thing in its document, kept by the model so that a check can point at it."""

    document: Document
    loc: tuple[Key, ...] = ()

    def at(self, *loc: Key, key: bool = False) -> Position:
        """The position of a field of the thing."""
        return self.document.position(*self.loc, *loc, key=key)

    def missing(self, field: str, *loc: Key) -> Position:
        """Where a field of the thing that is not given stands empty or in a remark; else the thing."""
        return self.document.missing(field, *self.loc, *loc)

    def silenced(self, field: str, *loc: Key) -> Position | None:
        """Where a `#` makes a remark of a line of the list at `loc`, whose first key is `field`."""
        place = self.missing(field, *loc)
        return None if place == self.at(*loc) else place

    def inside(self, *loc: Key) -> Origin:
        """The origin of a part of the thing."""
        return Origin(self.document, (*self.loc, *loc))
