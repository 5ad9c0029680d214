"""The nouns of this step: a document, a position in it, and a fault met while reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Key = str | int
"""A step into a document: a mapping's key or a list's index."""


class Position(NamedTuple):
    """A place in a source file. Line and column count from 1, the column in characters."""

    path: str
    line: int
    column: int


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Where the character at `index` stands in `text`, both from 1."""
    line_start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - line_start + 1


class Mark(NamedTuple):
    """Where a value stands, where its key stands, and the marks of what it holds."""

    line: int
    column: int
    key_line: int
    key_column: int
    children: dict[Key, Mark] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read or typed, as a fact: the words for it belong to `hub.checks`."""

    code: str
    position: Position
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One source file, read.

    `path` is relative to the source folder, with forward slashes. `data` holds dicts, lists and
    text: every scalar is text, its meaning is given by the model. `body` is the Markdown under a
    front matter, starting at line `body_line` of the file.
    """

    path: str
    data: dict[str, Any]
    marks: Mark
    body: str = ""
    body_line: int = 1

    @property
    def stem(self) -> str:
        """The file's name without folder and extension: the key of the thing it describes."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def position(self, *loc: Key, key: bool = False) -> Position:
        """Where the value at `loc` stands; with `key`, where its key stands.

        A `loc` that leads nowhere (a missing field) gives the nearest thing that exists.
        """
        mark = self.marks
        for step in loc:
            child = (mark.children or {}).get(step)
            if child is None:
                break
            mark = child
        if key:
            return Position(self.path, mark.key_line, mark.key_column)
        return Position(self.path, mark.line, mark.column)

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

    def inside(self, *loc: Key) -> Origin:
        """The origin of a part of the thing."""
        return Origin(self.document, (*self.loc, *loc))
