"""Several entries of one association -> one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from hub.importing.directory.entries import Entry
from hub.model.names import fold, sort_key

ALIKE = 85.0
"""Percent of likeness over which two names that bear one number are of one association."""


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of one association as one: of one name, or of one number and of names that are alike."""
    found: list[Entry] = []
    by_name: dict[str, int] = {}
    by_number: dict[str, int] = {}
    for entry in entries:
        keys = [key for key in (entry.value("id"), entry.value("rna"), entry.siren) if key]
        at = by_name.get(fold(entry.name)) if entry.name else None
        if at is not None and _differ(found[at], entry):
            at = None
        if at is None:
            near = [by_number[key] for key in keys if key in by_number]
            at = next((one for one in near if alike(found[one].name, entry.name)), None)
        if at is None:
            at = len(found)
            found.append(entry)
        else:
            found[at] = found[at].joined(entry)
        by_name.setdefault(fold(entry.name), at)
        for key in keys:
            by_number.setdefault(key, at)
    return found


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
