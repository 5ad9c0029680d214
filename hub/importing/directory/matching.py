"""Which association of the directory an entry is of: by its id, its RNA, its SIREN, then its name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz, process

from hub.importing.directory.entries import Entry
from hub.importing.directory.merging import alike
from hub.importing.directory.rows import repeated
from hub.model.association import Association
from hub.model.hub import Hub
from hub.model.names import fold, sort_key

DOUBTFUL = 90.0
"""Percent of likeness, on names without articles, from which two may be one: asked, never decided."""


class Match(NamedTuple):
    """The association that an entry is of, None for a new one; one that it may be, where nothing tells.

    `twin` is one that bears the same number under a name so different that it is another; it is `known`
    itself where its name and its numbers are of two. `like` is the name of an entry before it that may be of
    the same association.
    """

    entry: Entry
    known: Association | None = None
    maybe: Association | None = None
    twin: Association | None = None
    like: str = ""


class Directory:
    """The associations of a town by what they may be known by."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    @cached_property
    def _by_rna(self) -> dict[str, Association]:
        return {one.rna: one for one in self._hub.associations if one.rna}

    @cached_property
    def _by_siren(self) -> dict[str, Association]:
        pairs = ((one.siren or (one.siret or "")[:9], one) for one in self._hub.associations)
        return {number: one for number, one in pairs if number}

    @cached_property
    def _by_sort_key(self) -> dict[str, list[Association]]:
        found: dict[str, list[Association]] = {}
        for one in self._hub.associations:
            for name in dict.fromkeys(map(sort_key, (one.nom, *one.alias, *one.graphies))):
                found.setdefault(name, []).append(one)
        return found

    def match(self, entry: Entry) -> Match:
        """The association that the entry is of."""
        if known := self._hub.by_id.get(entry.value("id")):
            return Match(entry, known)
        named = self._named(entry)
        numbered = self._by_rna.get(entry.value("rna")) or self._by_siren.get(entry.siren)
        if named and numbered and named is not numbered:
            return Match(entry, named, twin=numbered)
        if numbered:
            alone = any(alike(name, entry.name) for name in numbered.names)
            return Match(entry, numbered, twin=None if alone else numbered)
        if named:
            return Match(entry, named, twin=named if _numbers_differ(named, entry) else None)
        return Match(entry, maybe=self._near(entry))

    def _named(self, entry: Entry) -> Association | None:
        """The one of that name, or the only one of that name without its article."""
        if known := self._hub.by_name.get(fold(entry.name)):
            return known
        near = self._by_sort_key.get(sort_key(entry.name), ())
        return near[0] if len(near) == 1 and not _numbers_differ(near[0], entry) else None

    def _near(self, entry: Entry) -> Association | None:
        found = process.extractOne(
            sort_key(entry.name), list(self._by_sort_key), scorer=fuzz.token_sort_ratio, score_cutoff=DOUBTFUL
        )
        near = self._by_sort_key[found[0]][0] if found else None
        return near if near and not _numbers_differ(near, entry) else None


def _numbers_differ(known: Association, entry: Entry) -> bool:
    pairs = ((known.rna, entry.value("rna")), (known.siren or (known.siret or "")[:9], entry.siren))
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def matched(entries: Iterable[Entry], hub: Hub) -> list[Match]:
    """Each entry and what it is of. Of several for one association the likest is it; others bear its number
    under another name, or are more of it."""
    directory = Directory(hub)
    found = [directory.match(entry) for entry in entries]
    first: dict[str, int] = {}
    for at, one in enumerate(found):
        if one.known and one.twin is not one.known:
            first.setdefault(one.known.id, at)
    kept: dict[int, Match] = {}
    for at, one in enumerate(found):
        held = first.get(one.known.id, at) if one.known else at
        if held == at:
            kept[at] = one
        elif one.twin is one.known:
            kept[at] = one._replace(known=None)
        else:
            kept[held] = kept[held]._replace(entry=kept[held].entry.joined(one.entry))
    new = [one for one in kept.values() if one.known is None and one.maybe is None]
    like = {id(new[at].entry): name for at, name in repeated([one.entry for one in new]).items()}
    return [one._replace(like=like.get(id(one.entry), "")) for one in kept.values()]
