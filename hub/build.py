"""site = build(sources, today): the whole way of the data, in one place."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hub.checks import Problem, Severity, check
from hub.checks.attachments import cited
from hub.model import Hub, assemble
from hub.model.attachment import document_address
from hub.model.published import Published
from hub.sources import read

if TYPE_CHECKING:
    from hub.markup import Renderer
    from hub.media.making import Media

PROGRAM = Path(__file__).resolve().parent.parent
"""The repository of this program: its theme and its engine's settings."""

THEME = PROGRAM / "theme"
TEMPLATES = THEME / "templates"
ENGINE_CONFIG = PROGRAM / "hub" / "engine" / "engine.yml"

Step = Callable[[str], None]


class Inspected(NamedTuple):
    """Sources read and checked."""

    hub: Hub
    problems: list[Problem]
    documents: int

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
        sources = read(source)
        hub, faults = assemble(sources)
        problems = check(hub, [*sources.faults, *faults], today, before(hub.site.identifiant))
    return Inspected(hub, problems, len(sources.documents))


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
    from hub import feeds
    from hub.beside import beside
    from hub.engine import render
    from hub.feeds import sitemap
    from hub.hosting.manifest import manifest
    from hub.hosting.redirection import Moved
    from hub.hosting.redirection import page as moved_page
    from hub.hosting.servers import files as settings_of_servers
    from hub.markup import Renderer
    from hub.pages import pages
    from hub.publish import publish
    from hub.search import indexing

    def attached() -> Iterator[tuple[str, bytes]]:
        """The documents and images that a text names, and no other."""
        named = cited(hub)
        for name, document in hub.documents.items():
            if ("document", name) in named:
                yield document_address(name).lstrip("/"), document.data()
        if pictures := [image for name, image in hub.images.items() if ("image", name) in named]:
            from hub.images.making import files as variants

            step("Images")
            yield from variants(pictures, out)

    def files() -> Iterator[tuple[str, bytes]]:
        renderer = Renderer(hub)
        media = _media(hub, today, renderer, out, step) if with_media else None
        step("Écriture des pages")
        made = list(pages(hub, today, renderer, TEMPLATES, media.weights if media else {}))
        count.append(len(made))
        step(f"Mise en page de {len(made)} pages")
        with beside(lambda: feeds.files(hub, today, renderer, TEMPLATES)) as fed, indexing(made) as index:
            yield from render(made, hub.site, ENGINE_CONFIG, cards=bool(media))
            step("Flux, agendas et données")
            yield from fed
            yield from sitemap.files(made, hub)
            yield manifest(hub.site)
            moves = [Moved(one.ancienne, one.nouvelle) for one in hub.redirections]
            yield from settings_of_servers(hub.site, moves)
            yield from (moved_page(moved, hub.site) for moved in moves)
            yield from attached()
            yield from media.files() if media else ()
            step("Index de recherche")
            yield from index.files()

    count: list[int] = []
    total = publish(files(), out, hub.site.identifiant)
    return Built(count[0], total)


def _media(hub: Hub, today: dt.date, renderer: Renderer, out: Path, step: Step) -> Media:
    """The media of the site, those that are the same as before taken from `.<out>.medias`."""
    from hub.media.making import make

    folder = out.with_name(f".{out.name}.medias")
    return make(hub, today, renderer, theme=THEME, folder=folder, step=step)
