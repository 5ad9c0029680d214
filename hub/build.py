"""site = build(sources, today): the whole way of the data, in one place."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hub.beside import beside
from hub.checks import Problem, Severity, check
from hub.latch import latch
from hub.making import Made, Making, Note, Plan
from hub.model import Hub, assemble
from hub.model.published import Published
from hub.places import ENGINE_CONFIG, PROGRAM, TEMPLATES, THEME
from hub.publish import Publication, publishing
from hub.sources import Fault, Reading

if TYPE_CHECKING:
    from hub.markup import Renderer
    from hub.media.making import Media

__all__ = [
    "ENGINE_CONFIG",
    "PROGRAM",
    "TEMPLATES",
    "THEME",
    "Built",
    "Found",
    "Inspected",
    "build",
    "found",
    "inspect",
    "inspect_again",
    "inspected",
]

Step = Callable[[str], None]


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


class Built(NamedTuple):
    """What was published."""

    pages: int
    files: int


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


def found(source: Path) -> Found:
    """Read the folder `source`."""
    with _without_collector():
        return _found(Reading.of(source), None)


def _found(reading: Reading, former: Hub | None) -> Found:
    hub, faults = assemble(reading.sources, former)
    return Found(hub, [*reading.sources.faults, *faults], reading)


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


def build(
    hub: Hub,
    today: dt.date,
    out: Path,
    step: Step = lambda _: None,
    *,
    with_media: bool = False,
    meanwhile: Callable[[], None] = lambda: None,
) -> Built:
    """Publish the site of `hub`, as of `today`, in the folder `out`.

    With media: PDFs, posters and cards too, kept from one build to the next in a folder beside `out`; pages
    name none otherwise. `step` is told, in French, what begins. `meanwhile` is called while other processes
    begin; what it raises stops them. Raises `BesideError`, `EngineError`, `ImageError`, `MediaError`,
    `SearchError` or `PublishError`: the folder is then as it was.
    """
    with publishing(out, hub.site.identifiant) as publication, latch() as framed:
        plan = _plan(hub, today, out, step, meanwhile) if with_media else Plan(hub, today, out)
        making = Making(plan, publication.stage, framed)
        with beside(making.tasks(), making.prepare) as results:
            framed.leave()
            if not with_media:
                meanwhile()
            step("Écriture du site")
            pages = _published(making, results, publication)
    return Built(pages, len(publication.placed))


def _published(making: Making, results: Iterator[Made], publication: Publication) -> int:
    """Take in what is made, make what is made of all the pages; how many pages there are."""
    from hub.search import indexing

    notes: list[Note] = []
    with indexing() as index:
        for made in results:
            for placed in made.placed:
                publication.add(placed)
            for note in made.notes:
                index.add(*note)
            notes += made.notes
        index.begin()
        for placed in making.last(notes):
            publication.add(placed)
        for path, data in index.files():
            publication.put(path, data)
    return len(notes)


def _plan(hub: Hub, today: dt.date, out: Path, step: Step, before: Callable[[], None]) -> Plan:
    """What is to be made, with its media, which are made first and take long: what may stop it comes `before`."""
    from hub.markup import Renderer

    before()
    renderer = Renderer(hub)
    return Plan(hub, today, out, renderer, _media(hub, today, renderer, out, step))


def _media(hub: Hub, today: dt.date, renderer: Renderer, out: Path, step: Step) -> Media:
    """The media of the site, those that are the same as before taken from `.<out>.medias`."""
    from hub.media.making import make

    folder = out.with_name(f".{out.name}.medias")
    return make(hub, today, renderer, theme=THEME, folder=folder, step=step)
