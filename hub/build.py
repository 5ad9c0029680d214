"""site = build(sources, today): the whole way of the data, in one place."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hub.checks import Problem, Severity, check
from hub.model import Hub, assemble
from hub.model.published import Published
from hub.places import ENGINE_CONFIG, PROGRAM, TEMPLATES, THEME
from hub.sources import Reading

if TYPE_CHECKING:
    from hub.markup import Renderer
    from hub.media.making import Media

__all__ = ["ENGINE_CONFIG", "PROGRAM", "TEMPLATES", "THEME", "Built", "Inspected", "build", "inspect"]

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


def inspect(source: Path, today: dt.date, before: Before = lambda _: Published()) -> Inspected:
    """Read the folder `source` and find everything that is wrong in it, or lost since `before`."""
    with _without_collector():
        return _inspected(Reading.of(source), None, today, before)


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
    return _inspected(former.reading.again(source, changed), former.hub, today, before)


def _inspected(reading: Reading, former: Hub | None, today: dt.date, before: Before) -> Inspected:
    sources = reading.sources
    hub, faults = assemble(sources, former)
    problems = check(hub, [*sources.faults, *faults], today, before(hub.site.identifiant))
    return Inspected(hub, problems, len(sources.documents), reading)


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
    hub: Hub, today: dt.date, out: Path, step: Step = lambda _: None, *, with_media: bool = False
) -> Built:
    """Publish the site of `hub`, as of `today`, in the folder `out`.

    With media: PDFs, posters and cards too, kept from one build to the next in a folder beside `out`; pages
    name none otherwise. `step` is told, in French, what begins. Raises `BesideError`, `EngineError`,
    `ImageError`, `MediaError`, `SearchError` or `PublishError`: the folder is then as it was.
    """
    # The engine and the feeds take half a second to load, which `check` need not wait for.
    from hub.markup import Renderer
    from hub.publish import publish
    from hub.site import Site

    renderer = Renderer(hub)

    def files() -> Iterator[tuple[str, bytes]]:
        media = _media(hub, today, renderer, out, step) if with_media else None
        site = Site(hub, today, renderer=renderer, media=media, published=out)
        count.append(len(site.sheets))
        step(f"Écriture de {len(site.sheets)} pages")
        for file in site.files():
            yield file.path, file.make()

    count: list[int] = []
    total = publish(files(), out, hub.site.identifiant)
    return Built(count[0], total)


def _media(hub: Hub, today: dt.date, renderer: Renderer, out: Path, step: Step) -> Media:
    """The media of the site, those that are the same as before taken from `.<out>.medias`."""
    from hub.media.making import make

    folder = out.with_name(f".{out.name}.medias")
    return make(hub, today, renderer, theme=THEME, folder=folder, step=step)
