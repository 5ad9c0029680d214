"""An edition: the site of a hub at one moment, each of its files made when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from hub.checks.attachments import cited
from hub.engine import Frames
from hub.hosting.manifest import manifest
from hub.hosting.redirection import Moved
from hub.hosting.redirection import page as moved_page
from hub.markup import Renderer
from hub.markup.picture import planned
from hub.model import Hub
from hub.model.attachment import document_address
from hub.pages import PARTS, Page, Pages, sheets
from hub.pages.part import Finder
from hub.places import TEMPLATES
from hub.sources import Sources

Maker = Callable[[], bytes]

INDEX = "index.html"


class Edition:
    """The site of `hub`, made of `sources`, as of `today`, its pages stamped into `frames`.

    One thing is asked of it at a time. `published` is the site as it was published: images are taken there.
    """

    def __init__(
        self, hub: Hub, sources: Sources, today: dt.date, frames: Frames, published: Path
    ) -> None:
        self.hub = hub
        self.sources = sources
        self.today = today
        self.frames = frames
        self._published = published
        self._tools = Pages(hub, today, Renderer(hub), TEMPLATES, {})
        self._finder = Finder(self._tools, PARTS)
        self._made: dict[str, bytes | None] = {}

    def file(self, path: str) -> bytes | None:
        """The file of the site at `path`, `agenda/rss.xml`; None where there is none.

        Raises whatever its maker does.
        """
        if path not in self._made:
            self._made[path] = self._make(path)
        return self._made[path]

    def _make(self, path: str) -> bytes | None:
        if path == INDEX or path.endswith(f"/{INDEX}"):
            return self._page(f"/{path.removesuffix(INDEX)}")
        if path in self._ready:
            return self._ready[path]
        if path.startswith("images/"):
            return self._image(path)
        if path.startswith("documents/"):
            return self._document(path)
        maker = self._makers.get(path)
        return maker() if maker else None

    def _page(self, address: str) -> bytes | None:
        """The HTML of the page at `address`, or of what leads from there to another."""
        sheet = self._finder.sheet(address)
        return self.frames.stamp(sheet.make(self._tools)) if sheet else self._moved.get(address)

    def __iter__(self) -> Iterator[Page]:
        """Every page, without its frame, each made as it is asked for."""
        return (sheet.make(self._tools) for sheet in sheets(self._tools))

    @cached_property
    def _ready(self) -> dict[str, bytes]:
        return dict((*self.frames.files(), manifest(self.hub.site)))

    @cached_property
    def _moved(self) -> dict[str, bytes]:
        """What stands at the addresses that lead to another."""
        moves = [Moved(one.ancienne, one.nouvelle) for one in self.hub.redirections]
        return {one.old: moved_page(one, self.hub.site)[1] for one in moves}

    @cached_property
    def _makers(self) -> dict[str, Maker]:
        """What programs read: feeds, calendars, data. They take half a second to load."""
        from hub import feeds
        from hub.feeds import sitemap

        made = dict(feeds.sheets(self.hub, self.today, self._tools.renderer, TEMPLATES))
        return {**made, **dict(sitemap.sheets(self, self.hub))}

    @cached_property
    def _cited(self) -> frozenset[tuple[str, str]]:
        return cited(self.hub)

    def _document(self, path: str) -> bytes | None:
        for name, document in self.hub.documents.items():
            if document_address(name) == f"/{path}" and ("document", name) in self._cited:
                return document.data()
        return None

    def _image(self, path: str) -> bytes | None:
        """The variant of an image at `path`, which begins with the name of its file."""
        from hub.images.making import variant

        stem = path.removeprefix("images/").rpartition("-")[0].rpartition("-")[0]
        for image in self.hub.images.values():
            if Path(image.name).stem == stem and path in {one.path for one in planned(image).variants}:
                return variant(image, path, self._published)
        return None
