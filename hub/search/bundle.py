"""A bundle of an index: its records, and the files that a former build made of the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from itertools import accumulate, pairwise
from typing import NamedTuple, Protocol


class Record(NamedTuple):
    """The address of a page, and what is searched of it."""

    address: str
    searched: str


class Keeping(Protocol):
    """Where builds keep what they made for the next ones: drawers, each with one thing under a key."""

    def read(self, name: str, key: str) -> bytes | None:
        """What is kept in a drawer under a key, whole; None where nothing is."""

    def write(self, name: str, key: str, data: bytes) -> None:
        """Keep that alone in a drawer."""


class Former(NamedTuple):
    """What a former build made: what was searched of each page, by its address, in the order in which
    Pagefind got it, and the files."""

    records: Mapping[str, bytes]
    files: Mapping[str, bytes]

    def dumps(self) -> bytes:
        sizes = [{name: len(data) for name, data in those.items()} for those in self]
        head = json.dumps(dict(zip(_PARTS, sizes, strict=True)))
        return b"".join((head.encode(), b"\n", *self.records.values(), *self.files.values()))

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
    """The records of a bundle, said to be in `language`, as they come.

    They are held as long as they are those of which `former` has the files, and all let go at the first that
    is another. Where Pagefind was `fed` with those of `former` before they came, it gets each one that is
    another as it comes, and puts it in the place of the one with the same address.
    """

    def __init__(self, language: str, former: Former | None = None, *, fed: bool = False) -> None:
        self.language = language
        self._former = former
        self._fed = fed
        self._same = former is not None
        self._records: dict[str, bytes] = {}
        self._held: list[Record] = []

    def add(self, record: Record) -> list[Record]:
        """Those that Pagefind must get now, in the order in which they came."""
        searched = self._records[record.address] = record.searched.encode()
        is_known = self._former is not None and self._former.records.get(record.address) == searched
        self._same = self._same and is_known
        if self._fed:
            return [] if is_known else [record]
        self._held.append(record)
        return [] if self._same else self._let_go()

    def end(self) -> list[Record]:
        """No record comes any more: those that Pagefind must still get."""
        if self._same and self._former and self._former.records.keys() == self._records.keys():
            return []
        self._same = False
        return self._let_go()

    def _let_go(self) -> list[Record]:
        held, self._held = self._held, []
        return held

    @property
    def files(self) -> Mapping[str, bytes] | None:
        """Its files, where a former build made them, once it has all its records."""
        return self._former.files if self._former and self._same else None

    def made(self, files: Mapping[str, bytes]) -> Former:
        """What is to be kept of it for the next build, with its `files`."""
        return Former(self._records, files)
