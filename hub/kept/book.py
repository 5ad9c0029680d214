"""The book of what was made: of each file, what it was made of, and where it stands in the published site.

It is read from a folder that anybody may have written to, a CI's cache: text alone, each part of the type
that it must have, or none of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from hub.aside import Aside
from hub.kept.trace import AS_BEFORE, Trace
from hub.remembered import Fact
from hub.stage import Placed

_NO_FACT: tuple[Fact, str] = ((), "")
"""What stands in the list in the place of a fact that nothing reads."""


class DamagedError(ValueError):
    """Bytes that are no book."""


class Entry(NamedTuple):
    """A file: `made_by` tells its maker and what that was given, `facts` are the numbers of what it read in
    the list of its book, `said` is a line of JSON, which the end of a build may need; `head` is the line of
    all but this, where it was read."""

    made_by: str
    facts: tuple[int, ...]
    placed: Placed
    said: bytes
    head: bytes = b""


@dataclass
class Book:
    """Facts with the digests of their answers, each once, and the entries of files by path."""

    facts: list[tuple[Fact, str]] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)

    def dumps(self) -> bytes:
        """Itself as lines: the facts, then two for each entry."""
        return b"\n".join((_line_of(self.facts), *map(_lines, self.entries.values())))

    @classmethod
    def loads(cls, data: bytes) -> Book:
        """A book from what `dumps` gave, but that what is `said` is not read. Raises `DamagedError`."""
        first, *lines = data.split(b"\n")
        try:
            book = cls([_fact(one) for one in json.loads(first)])
            for head, said in zip(lines[::2], lines[1::2], strict=True):
                entry = _entry(head, len(book.facts), said)
                book.entries[entry.placed.path] = entry
        except (ValueError, TypeError, RecursionError) as error:
            raise DamagedError(str(error)) from error
        return book


def _json(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _line_of(facts: Iterable[tuple[Fact, str]]) -> bytes:
    return _json([[digest, *fact] for fact, digest in facts])


def _lines(one: Entry) -> bytes:
    return (one.head or _json([one.made_by, one.facts, one.placed])) + b"\n" + one.said


def _fact(said: Any) -> tuple[Fact, str]:
    digest, *fact = _texts(said)
    return tuple(fact), digest


def _entry(head: bytes, known: int, said: bytes) -> Entry:
    made_by, facts, placed = json.loads(head)
    path, size, digest, changed, inode = placed
    _texts([made_by, path, digest])
    numbers = (*facts, size, changed, inode)
    if {*map(type, numbers)} != {int} or min(numbers) < 0:
        raise ValueError("a number is none")
    if facts and max(facts) >= known:
        raise ValueError("a fact is missing")
    return Entry(made_by, tuple(facts), Placed(path, size, digest, changed, inode), said, head)


def _texts(said: Any) -> list[str]:
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        raise TypeError("no list of texts")
    return said


class Writing:
    """A book that is being written, of entries of a former one, as they stand there, and of new ones.

    Facts keep the numbers that they had; one that nothing reads any more leaves its own to the next book.
    Entries stand aside as soon as they are written: the book of a large town is larger than what makes it.
    """

    def __init__(self, former: Book) -> None:
        self._former = former
        self._facts = [*former.facts]
        self._free = [number for number, one in enumerate(former.facts) if one == _NO_FACT]
        self._read: set[int] = set()
        self._aside = Aside()

    def pieces(self) -> Iterator[bytes]:
        """The book, as `Book.dumps` has it."""
        read = self._read
        yield _line_of(one if number in read else _NO_FACT for number, one in enumerate(self._facts))
        yield from self._aside.whole()

    def write(self, placed: Placed, trace: Trace | None, said: bytes) -> None:
        """A file that stands in the stage, what it was made of, and what is `said` of it."""
        if trace is None:
            return
        if trace == AS_BEFORE:
            former = self._former.entries[placed.path]
            entry = former if placed == former.placed else former._replace(placed=placed, head=b"")
        else:
            entry = Entry(trace.made_by, tuple(map(self._number, trace.facts)), placed, said)
        self._read.update(entry.facts)
        self._aside.put(b"\n" + _lines(entry))

    @cached_property
    def _numbers(self) -> dict[tuple[Fact, str], int]:
        return {one: number for number, one in enumerate(self._facts)}

    def _number(self, fact: tuple[Fact, str]) -> int:
        number = self._numbers.get(fact)
        if number is None:
            number = self._numbers[fact] = self._free.pop() if self._free else len(self._facts)
            self._facts[number : number + 1] = [fact]
        return number
