"""A syntax error as the parser felt it, for the rules that tell what the writer did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from hub.sources.document import Fault, Position

NEARBY = 3
"""Lines looked at above an error: YAML reads on before it complains."""

SILENT = re.compile(r"^\s*(?:#|$)")
"""A line that says nothing: blank, or a remark."""


class Before(NamedTuple):
    """What was read before an error: the last value between quotes, and where a bracket is still open."""

    quoted: yaml.ScalarEvent | None = None
    bracket: tuple[int, int] | None = None


class Mistake(NamedTuple):
    """A syntax error: the lines of the text, the row (from 0) where it was felt, the parser's words."""

    lines: list[str]
    row: int
    path: str
    first_line: int
    raised: yaml.MarkedYAMLError
    before: Before

    def fault(self, code: str, row: int, column: int, **values: str) -> Fault:
        """A fault at `row` and `column`, both from 0."""
        return Fault(code, Position(self.path, self.first_line + row, column + 1), values)

    @property
    def line(self) -> str:
        return self.lines[self.row]

    def nearby(self) -> Iterator[int]:
        """The line of the error, then those just above."""
        return iter(range(self.row, max(self.row - NEARBY, -1), -1))

    def above(self, row: int) -> Iterator[int]:
        """The lines above `row` that say something, from the nearest."""
        return (near for near in range(row - 1, -1, -1) if not SILENT.match(self.lines[near]))
