"""The rows of a table that are no association of their own: sums, and those that a second one repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hub.importing.directory.entries import Entry
from hub.model.names import sort_key

_SUMS = frozenset(
    ("total", "totaux", "total general", "sous total", "nombre d associations", "nombre total", "nb total")
)
_SMALL = frozenset("de du des d la le les l et en a au aux pour".split())


def is_sum(entry: Entry) -> bool:
    """Whether a row counts the others: « TOTAL | 121 »."""
    others = (cell.written for cell in entry.cells if cell.field != "nom")
    return sort_key(entry.name) in _SUMS and all(not any(map(str.isalpha, one)) for one in others)


def words_of(entry: Entry) -> str:
    """The cells of a row, told with its line."""
    words = [f"« {one.heading} » : {' '.join(one.written.split())}" for one in entry.cells]
    return f"{entry.where}, {' ; '.join((*words, *entry.unread))}"


def repeated(entries: Sequence[Entry]) -> dict[int, str]:
    """Of entries that say the same words of a name in another order, or without the small ones, each after
    the first (its index): the name of the first. Two that have different numbers are two."""
    found: dict[int, str] = {}
    first: dict[frozenset[str], Entry] = {}
    for at, one in enumerate(entries):
        key = frozenset(sort_key(one.name).split()) - _SMALL
        held = first.setdefault(key, one)
        if key and held is not one and not _apart(held, one):
            found[at] = held.name
    return found


def _apart(one: Entry, other: Entry) -> bool:
    pairs: Iterable[tuple[str, str]] = ((one.value(name), other.value(name)) for name in ("id", "rna"))
    return any(mine and theirs and mine != theirs for mine, theirs in (*pairs, (one.siren, other.siren)))
