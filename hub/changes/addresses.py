"""The addresses that are lost, each with the row of `redirections.yaml` that leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hub.atelier.words import REGISTERS
from hub.changes.nouns import Lost
from hub.changes.pairs import Pairs, title_of
from hub.checks.attachments import cited
from hub.checks.permanence import gone, row_of
from hub.model import Hub
from hub.model.attachment import document_address
from hub.model.kinds import KINDS
from hub.model.redirection import REDIRECTION

LABEL = REGISTERS[REDIRECTION.register].label
"""What the workshop calls the file of the rows that lead elsewhere."""


def titles(hub: Hub, but: frozenset[str] = frozenset()) -> dict[str, str]:
    """The titles of the pages of things, by address; those at the addresses `but` left aside."""
    return {
        thing.address: title_of(kind, thing)
        for kind in KINDS
        if kind.paged
        for thing in hub.of(kind)
        if thing.address not in but
    }


def lost(before: Hub, after: Hub, pairs: Iterable[Pairs]) -> Iterator[Lost]:
    """The addresses where something was and nothing is: pages, rows that led elsewhere, documents."""
    moved = {old.address: new.address for one in pairs if one.kind.paged for old, new in one.moved}
    for one in gone(after, titles(before, after.addresses)):
        yield Lost(one.address, one.title, row_of(one.address, moved.get(one.address, one.kind.base)))
    yield from _no_longer_led(before, after)
    yield from _documents(before, after)


def _no_longer_led(before: Hub, after: Hub) -> Iterator[Lost]:
    if "redirections" in after.spoiled.unknown:
        return
    led: Mapping[str, Any] = {one.ancienne: one.nouvelle for one in before.redirections}
    for address in sorted(led.keys() - after.moved - after.addresses):
        yield Lost(address, f"l’adresse qui menait à {led[address]}", row_of(address, led[address]))


def _documents(before: Hub, after: Hub) -> Iterator[Lost]:
    """A document that texts offered has an address that people keep; no row can lead from it (R005)."""
    missing = before.documents.keys() - after.documents.keys()
    offered = {name for scheme, name in cited(before) if scheme == "document"} if missing else set()
    for name in sorted(missing & offered):
        if not after.spoiled.has("documents", name):
            yield Lost(document_address(name), name, "")
