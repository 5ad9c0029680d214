"""A bundle of an index: its records, and the files that a former build made of the same."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from itertools import accumulate, pairwise
from typing import NamedTuple, Protocol

from hub.aside import Aside, Placed


class Record(NamedTuple):
    """The address of a page, and what is searched of it."""

    address: str
    searched: str


class Keeping(Protocol):
    """Where builds keep what they made for the next ones: drawers, each with one thing under a key."""

    def read(self, name: str, key: str) -> bytes | None:
        """What is kept in a drawer under a key, whole; None where nothing is."""

    def write(self, name: str, key: str, data: Iterable[bytes]) -> None:
        """Keep that alone in a drawer, all pieces as one."""


class Former(NamedTuple):
    """What a former build made: what was searched of each page, by its address, in the order in which
    Pagefind got it, and the files."""

    records: Mapping[str, bytes]
    files: Mapping[str, bytes]

    def dumps(self) -> bytes:
        sizes = ({name: len(data) for name, data in those.items()} for those in self)
        return b"".join((_head(*sizes), *self.records.values(), *self.files.values()))

    @classmethod
    def loads(cls, data: bytes) -> Former | None:
        """What `dumps` gave; None of anything else."""
        head, _, rest = data.partition(b"\n")
        try:
            known = json.loads(head)
            parts: list[dict[str, int]] = [known[name] for name in _PARTS]
            sizes = [size for part in parts for size in part.values()]
            ends = list(accumulate(sizes, initial=0))
            if ends[-1] != len(rest) or not all(type(size) is int and size >= 0 for size in sizes):
                return None
            pieces = (rest[a:b] for a, b in pairwise(ends))
            return cls(*({name: next(pieces) for name in part} for part in parts))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


_PARTS = "fiches", "fichiers"


def _head(*sizes: Mapping[str, int]) -> bytes:
    """The line before the records and the files: the size of each, by its name."""
    return f"{json.dumps(dict(zip(_PARTS, sizes, strict=True)))}\n".encode()


def drawer_of(language: str) -> str:
    """Where a bundle is kept."""
    return f"recherche-{language}"


def key_of_pagefind() -> str:
    """What another version of Pagefind made is not kept."""
    return sha256(f"pagefind {version('pagefind')}".encode()).hexdigest()


def kept_in(keeping: Keeping, language: str) -> Former | None:
    """What is kept of the bundle that is said to be in `language`."""
    known = keeping.read(drawer_of(language), key_of_pagefind())
    return Former.loads(known) if known else None


class Bundle:
    """The records of a bundle, said to be in `language`, as they come; they stand `aside`.

    They are held as long as they are those of which `former` has the files, and all let go at the first that
    is another. Where Pagefind was `fed` with those of `former` before they came, it gets each one that is
    another as it comes, and puts it in the place of the one with the same address.
    """

    def __init__(
        self, language: str, aside: Aside, former: Former | None = None, *, fed: bool = False
    ) -> None:
        self.language = language
        self._aside = aside
        self._former = former
        self._fed = fed
        self._same = former is not None
        self._records: dict[str, Placed] = {}
        self._held: list[str] = []
        self._due: deque[str] = deque()

    def add(self, record: Record) -> None:
        """One more."""
        searched = record.searched.encode()
        self._records[record.address] = self._aside.put(searched)
        is_known = self._former is not None and self._former.records.get(record.address) == searched
        self._same = self._same and is_known
        if self._fed:
            self._due.extend([] if is_known else [record.address])
        else:
            self._held.append(record.address)
            self._let_go()

    def end(self) -> None:
        """No record comes any more."""
        if self._former and self._former.records.keys() != self._records.keys():
            self._same = False
        self._let_go()

    def _let_go(self) -> None:
        if not self._same:
            self._due.extend(self._held)
            self._held.clear()

    def due(self) -> Iterator[Record]:
        """Those that Pagefind must get, as far as is known, in the order in which they came; each once."""
        while self._due:
            address = self._due.popleft()
            yield Record(address, self._aside.get(self._records[address]).decode())

    @property
    def files(self) -> Mapping[str, bytes] | None:
        """Its files, where a former build made them, once it has all its records."""
        return self._former.files if self._former and self._same else None

    def made(self, files: Mapping[str, bytes]) -> Iterator[bytes]:
        """What is to be kept of it for the next build, with its `files`."""
        sizes = {address: placed.size for address, placed in self._records.items()}
        yield _head(sizes, {path: len(data) for path, data in files.items()})
        yield from map(self._aside.get, self._records.values())
        yield from files.values()
