"""Several entries of one association -> one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from hub.importing.directory.entries import Entry
from hub.model.names import fold, sort_key

ALIKE = 85.0
"""Percent of likeness over which two names that bear one number are of one association."""


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of one association as one, where the first of them stands.

    They bear one name, or the name of one is another name of the other; or one number, and names that are
    alike.
    """
    groups = _Groups(list(entries))
    return [_joined(group) for group in groups.found()]


def _joined(group: list[Entry]) -> Entry:
    first, *others = group
    for other in others:
        first = first.joined(other)
    return first


class _Groups:
    """Entries by what tells that they are of one association."""

    def __init__(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._leads = list(range(len(entries)))
        self._named: dict[str, int] = {}

    def found(self) -> Iterator[list[Entry]]:
        numbered: dict[str, int] = {}
        for at, entry in enumerate(self._entries):
            if entry.name:
                self._join(self._named.setdefault(fold(entry.name), at), at)
            for number in filter(None, (entry.value("id"), entry.value("rna"), entry.siren)):
                other = numbered.setdefault(number, at)
                if alike(self._entries[other].name, entry.name):
                    self._join(other, at)
        for at, entry in enumerate(self._entries):
            for name in other_names(entry):
                self._join(self._named.get(fold(name), at), at)
        groups: dict[int, list[Entry]] = {}
        for at, entry in enumerate(self._entries):
            groups.setdefault(self._lead(at), []).append(entry)
        yield from groups.values()

    def _lead(self, at: int) -> int:
        while self._leads[at] != at:
            at = self._leads[at]
        return at

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._lead(one), self._lead(other)))
        if not _differ(self._entries[one], self._entries[other]):
            self._leads[second] = first


def other_names(entry: Entry) -> Iterator[str]:
    """The names of an entry beside its own."""
    for cell in (*entry.of("alias"), *entry.of("graphies")):
        yield from filter(fold, re.split(r"\s*[|;\n]\s*", cell.written))


def _differ(one: Entry, other: Entry) -> bool:
    """Whether two entries of one name say by their numbers that they are two."""
    pairs = ((one.value(field), other.value(field)) for field in ("id", "rna", "siret"))
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def alike(name: str, other: str) -> bool:
    """Whether two names may be of one association whose number is the same."""
    if not name or not other:
        return True
    one, two = sort_key(name), sort_key(other)
    return one == two or fuzz.token_sort_ratio(one, two) >= ALIKE
