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
    """What a former build made: the digest of each record, by the address of its page, and the files."""

    records: Mapping[str, str]
    files: Mapping[str, bytes]

    def dumps(self) -> bytes:
        sizes = {path: len(data) for path, data in self.files.items()}
        head = json.dumps({"fiches": dict(self.records), "fichiers": sizes})
        return b"".join((head.encode(), b"\n", *self.files.values()))

    @classmethod
    def loads(cls, data: bytes) -> Former | None:
        """What `dumps` gave; None of anything else."""
        head, _, rest = data.partition(b"\n")
        try:
            known = json.loads(head)
            sizes: dict[str, int] = known["fichiers"]
            ends = list(accumulate(sizes.values(), initial=0))
            files = {path: rest[a:b] for path, (a, b) in zip(sizes, pairwise(ends), strict=True)}
            return cls(dict(known["fiches"]), files) if ends[-1] == len(rest) else None
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


class Bundle:
    """The records of a bundle, said to be in `language`, as they come.

    They are held as long as they are those of which `keeping` has the files, and all let go at the first that
    is another.
    """

    def __init__(self, language: str, keeping: Keeping | None = None) -> None:
        self.language = language
        self._keeping = keeping
        self._drawer = f"recherche-{language}"
        self._key = sha256(f"pagefind {version('pagefind')}".encode()).hexdigest()
        known = keeping.read(self._drawer, self._key) if keeping is not None else None
        self._former = Former.loads(known) if known else None
        self._records: dict[str, str] = {}
        self._held: list[Record] = []

    def add(self, record: Record) -> list[Record]:
        """Those that Pagefind must get now, in the order in which they came."""
        digest = sha256(record.searched.encode()).hexdigest()
        self._records[record.address] = digest
        self._held.append(record)
        if self._former and self._former.records.get(record.address) == digest:
            return []
        self._former = None
        return self._let_go()

    def end(self) -> list[Record]:
        """No record comes any more: those that Pagefind must still get."""
        if self._former and self._former.records.keys() == self._records.keys():
            return []
        self._former = None
        return self._let_go()

    def _let_go(self) -> list[Record]:
        held, self._held = self._held, []
        return held

    @property
    def files(self) -> Mapping[str, bytes] | None:
        """Its files, where a former build made them, once it has all its records."""
        return self._former and self._former.files

    def keep(self, files: Mapping[str, bytes]) -> None:
        """Keep its files for the next build."""
        if self._keeping is not None:
            self._keeping.write(self._drawer, self._key, Former(self._records, files).dumps())
