"""The folder of a town -> what is in it, and everything that is wrong there."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from hub.checks import Problem, Severity, check
from hub.model import Hub, assemble
from hub.model.published import Published
from hub.model.without import registers
from hub.sources import Fault, Reading
from hub.sources.heads import Heads
from hub.sources.tree import SETTINGS


class Inspected(NamedTuple):
    """Sources read and checked."""

    hub: Hub
    problems: list[Problem]
    documents: int
    reading: Reading

    @property
    def sound(self) -> bool:
        """Whether a site may be built: warnings do not count."""
        return not any(p.severity is Severity.ERROR for p in self.problems)


Before = Callable[[str], Published]
"""A town's `identifiant` -> what it published before."""


class Found(NamedTuple):
    """Sources read, and what is wrong in them before any rule is asked."""

    hub: Hub
    faults: list[Fault]
    reading: Reading


def inspect(source: Path, today: dt.date, before: Before = lambda _: Published()) -> Inspected:
    """Read the folder `source` and find everything that is wrong in it, or lost since `before`."""
    return inspected(found(source), today, before)


def inspect_once(source: Path, today: dt.date, before: Before = lambda _: Published()) -> Inspected:
    """The same, where nothing is read again from what it gives, nor made of it (`found_once`)."""
    return inspected(_without_values(found(source)), today, before)


def inspect_again(
    former: Inspected,
    source: Path,
    today: dt.date,
    before: Before = lambda _: Published(),
    changed: Iterable[str] | None = None,
) -> Inspected:
    """Exactly what `inspect` finds now, at the cost of what changed since `former` was found.

    `changed` is what `Reading.again` takes: the paths that may have, None where nobody knows.
    """
    with _without_collector():
        return inspected(_found(former.reading.again(source, changed), former.hub), today, before)


def found(source: Path, heads: Heads | None = None) -> Found:
    """Read the folder `source`; what is in `heads` was read before."""
    with _without_collector():
        return _found(Reading.of(source, heads), None)


def found_once(source: Path, heads: Heads | None = None) -> Found:
    """The same, where it is not read again: all that was typed of the documents is in the hub, and the values
    that they held are let go, once what they say is « à confirmer » is found: they weigh more than texts."""
    with _without_collector():
        read = found(source, heads)
        assert read.hub.unknown is not None  # found, and held
        _without_values(read)
        gc.freeze()  # it stays: nobody need look through it for garbage
    return read


def _without_values(read: Found) -> Found:
    """The same, whose documents hold the values that they had no more."""
    for path, document in read.reading.sources.documents.items():
        if path != SETTINGS:  # which a rule looks at as they are written
            document.let_go()
    return read


def found_beside(former: Found | Inspected, source: Path) -> Found:
    """Exactly what `found` finds in the folder `source`, at the cost of reading it and of what it has that
    the folder of `former` has not: a text that stands in both gives the same things, the same objects."""
    with _without_collector():
        moved = replace(former.reading, root=source.resolve())
        return _found(moved.again(source, moved.files), former.hub)


def _found(reading: Reading, former: Hub | None) -> Found:
    hub, faults = assemble(reading.sources, former)
    lacking = [fault for fault in reading.sources.faults if not _is_unneeded(fault, hub)]
    return Found(hub, [*lacking, *faults], reading)


def _is_unneeded(fault: Fault, hub: Hub) -> bool:
    """Whether a file that lacks is none of this town's."""
    return fault.code == "T001" and fault.position.path in registers(hub.site.mots)


def inspected(read: Found, today: dt.date, before: Before = lambda _: Published()) -> Inspected:
    """Find everything that is wrong in what was read, or lost since `before`."""
    with _without_collector():
        problems = check(read.hub, read.faults, today, before(read.hub.site.identifiant))
    return Inspected(read.hub, problems, len(read.reading.sources.documents), read.reading)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing read is garbage before the end: Python need not look through all of it, again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
