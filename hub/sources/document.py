"""The nouns of this step: a document, a position in it, and a fault met while reading it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

Key = str | int
"""A step into a document: a mapping's key or a list's index."""


class Position(NamedTuple):
    """A place in a source file. Line and column count from 1, the column in characters."""

    path: str
    line: int
    column: int


@lru_cache(maxsize=2)
def _line_starts(text: str) -> list[int]:
    """Where each line of a text begins, for those who ask many times."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


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


class Mark(NamedTuple):
    """Where a value stands, where its key stands, and the marks of what it holds."""

    line: int
    column: int
    key_line: int
    key_column: int
    children: dict[Key, Mark] | None = None

    @property
    def last_line(self) -> int:
        """The last line on which something of it begins."""
        mark = self
        while mark.children:
            mark = next(reversed(mark.children.values()))
        return mark.line


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read or typed, as a fact: the words for it belong to `hub.checks`."""

    code: str
    position: Position
    values: Mapping[str, str] = field(default_factory=dict)


SPARE = 200
"""Characters: the room that the margins of a text may take in its file."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source file, read.

    `path` is relative to the source folder, with forward slashes. `data` holds dicts, lists and
    text: every scalar is text, its meaning is given by the model. `body` is the Markdown under a
    front matter, starting at line `body_line` of the file. `text` is the whole file. `marking` are the marks
    of the values, or makes them.
    """

    path: str
    data: dict[str, Any]
    marking: Mark | Callable[[], Mark]
    body: str = ""
    body_line: int = 1
    text: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def marks(self) -> Mark:
        """Where each of its values stands."""
        return self.marking if isinstance(self.marking, Mark) else self.marking()

    @property
    def stem(self) -> str:
        """The file's name without folder and extension: the key of the thing it describes."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def position(self, *loc: Key, key: bool = False) -> Position:
        """Where the value at `loc` stands; with `key`, where its key stands.

        A `loc` that leads nowhere (a missing field) gives the nearest thing that exists.
        """
        mark = self._mark(loc)
        if key:
            return Position(self.path, mark.key_line, mark.key_column)
        return Position(self.path, mark.line, mark.column)

    def _mark(self, loc: tuple[Key, ...]) -> Mark:
        mark = self.marks
        for step in loc:
            child = (mark.children or {}).get(step)
            if child is None:
                break
            mark = child
        return mark

    def missing(self, field: str, *loc: Key) -> Position:
        """Where `field`, which the thing at `loc` has not, stands empty or in a remark; else the thing."""
        mark = self._mark(loc)
        if field in (mark.children or {}):
            return self.position(*loc, field, key=True)
        end = mark.last_line + 1 if loc else len(self.text)
        if loc and isinstance(loc[-1], int) and (above := self._mark(loc[:-1]).children):
            end = above[loc[-1] + 1].line - 1 if loc[-1] + 1 in above else end
        start = bisect_left(self.remarks, (mark.line if loc else 0,))
        for remark in islice(self.remarks, start, None):
            if remark.line > end:
                break
            if remark.key == field:
                return Position(self.path, remark.line, remark.column)
        return self.position(*loc)

    def inside(self, value: str, index: int, *loc: Key) -> Position:
        """Where the word at `index` of `value`, the text at `loc`, stands: YAML joins lines."""
        mark = self._mark(loc)
        word = value[index:].split(maxsplit=1)[0] if value[index:].strip() else ""
        starts = _line_starts(self.text)
        at = starts[mark.line - 1] + mark.column - 1
        end = at + 2 * len(value) + SPARE
        for _ in range(value.count(word, 0, index) + 1 if word else 0):
            at = self.text.find(word, at, end) + 1
            if not at:
                return self.position(*loc)
        line = bisect_right(starts, max(at - 1, 0))
        return Position(self.path, line, at - starts[line - 1]) if word else self.position(*loc)

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

    def inside(self, *loc: Key) -> Origin:
        """The origin of a part of the thing."""
        return Origin(self.document, (*self.loc, *loc))
