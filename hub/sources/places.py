"""Where the values of a document stand: numbers in one array, a row a value, in the order of the file.

A register of Paris holds more than a million of them. As objects they took four times as much as the texts,
and twice in a build: a copy of a process (`fork`) shares an array, and no object that it looks at.
"""

from __future__ import annotations

import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

Key = str | int
"""A step into a document: a mapping's key or a list's index."""

_ROW = 6
_NAME, _END = 4, 5
"""Of a row: the number of its key, and the row after the last of what it holds."""


class Mark(NamedTuple):
    """Where a value stands, and where its key stands, from 1; a line of a list has no key but itself."""

    line: int
    column: int
    key_line: int
    key_column: int


@lru_cache(maxsize=4096)
def known(key: str) -> tuple[str, int]:
    """A key, the same object for all that are equal, and the number that stands for it."""
    return key, crc32(key.encode("utf-8", "surrogatepass"))


def _is_whole(rows: array[int]) -> bool:
    """Whether the first row holds all, and each ends after itself, within the one that holds it."""
    if not rows or len(rows) % _ROW or rows[_END] != len(rows) // _ROW:
        return False
    ends = [len(rows) // _ROW]
    for row, end in enumerate(rows[_END::_ROW]):
        while ends[-1] == row:
            ends.pop()
        if not row < end <= ends[-1]:
            return False
        ends.append(end)
    return True


class Places:
    """The marks of a document, whose root is the row 0; as it is written, values are added to it."""

    def __init__(self) -> None:
        self._made = array("I")
        self._lists: dict[int, array[int]] = {}

    @property
    def _rows(self) -> array[int]:
        return self._made

    def dumps(self) -> str:
        """Itself in ASCII; what it says is the same on every machine."""
        rows = array("I", self._rows)
        if sys.byteorder == "big":
            rows.byteswap()
        return b64encode(rows.tobytes()).decode()

    @classmethod
    def loads(cls, said: str) -> Places:
        """Those that `dumps` gave. Raises ValueError for anything else."""
        places = cls()
        places._made.frombytes(b64decode(said, validate=True))
        if sys.byteorder == "big":
            places._made.byteswap()
        if not _is_whole(places._made):
            raise ValueError("no places")
        return places

    @classmethod
    def nowhere(cls) -> Places:
        """Those of a document that is in no file: all stands at its beginning."""
        places = cls()
        places.add(Mark(1, 1, 1, 1))
        return places

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self._rows) // _ROW

    def add(self, mark: tuple[int, int, int, int], name: int = 0) -> int:
        """A value, after all that were added before; returns its row.

        `mark` is as `Mark` has it, `name` is the number of its key.
        """
        row = len(self._rows) // _ROW
        self._rows.extend((*mark, name, row + 1))
        return row

    def close(self, row: int) -> None:
        """The mapping or the list at `row` holds all that was added since."""
        self._rows[row * _ROW + _END] = len(self._rows) // _ROW

    def mark(self, row: int) -> Mark:
        """What is known of the value at `row`."""
        return Mark(*self._rows[row * _ROW : row * _ROW + _NAME])

    def find(self, row: int, loc: Iterable[Key]) -> int:
        """The row of what the value at `row` holds at `loc`, or of the nearest thing that exists."""
        for step in loc:
            child = self.child(row, step)
            if child is None:
                break
            row = child
        return row

    def child(self, row: int, step: Key) -> int | None:
        """The row of what a mapping or a list holds at `step`: the last one, of a key written twice."""
        if isinstance(step, int):
            lines = self._lines(row)
            return lines[step] if 0 <= step < len(lines) else None
        number = known(step)[1]
        named = (one for one in self._children(row) if self._rows[one * _ROW + _NAME] == number)
        return max(named, default=None)

    def after(self, row: int) -> Mark | None:
        """The mark of what comes after the value at `row` and all that it holds; None at the end."""
        end = self._rows[row * _ROW + _END]
        return self.mark(end) if end < len(self) else None

    def last_line(self, row: int) -> int:
        """The last line on which something of the value at `row` begins."""
        end = self._rows[row * _ROW + _END]
        return self._rows[(end - 1) * _ROW]

    def _children(self, row: int) -> Iterator[int]:
        end = self._rows[row * _ROW + _END]
        child = row + 1
        while child < end:
            yield child
            child = self._rows[child * _ROW + _END]

    def items(self, row: int) -> Sequence[int]:
        """The rows of the lines of the list at `row`, in order."""
        return self._lines(row)

    def _lines(self, row: int) -> array[int]:
        """The rows of the lines of a list, found once: a register has thousands."""
        if row not in self._lists:
            self._lists[row] = array("I", self._children(row))
        return self._lists[row]
