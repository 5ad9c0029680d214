"""An edition: the site of some sources at one moment, each of its files made when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path

from hub.engine import Frames
from hub.markup.picture import planned
from hub.model import Hub
from hub.model.attachment import IMAGES
from hub.model.media import CARD
from hub.pages import PARTS, Page, Pages
from hub.pages.part import Finder
from hub.places import TEMPLATES
from hub.serving.paper import Papers, Printer
from hub.site import Site
from hub.sources import Sources

INDEX = "index.html"

PAPERS = (".pdf", CARD)
"""How the names of PDFs, posters and cards end."""


class Edition(Site):
    """The site of `hub`, made of `sources`, as of `today`: its pages are stamped into `frames`.

    One thing is asked of it at a time. `published` is the site as it was published: images are taken there.
    Without a `printer` pages offer no PDF, no poster and no card.
    """

    def __init__(
        self,
        hub: Hub,
        sources: Sources,
        today: dt.date,
        frames: Frames,
        *,
        published: Path,
        printer: Printer | None = None,
    ) -> None:
        super().__init__(hub, today, framed=lambda: frames, published=published)
        self.hub, self.sources, self.today = hub, sources, today
        self._papers = Papers(hub, today, self._renderer, printer) if printer else None
        self._files: dict[str, bytes | None] = {}
        self._finder = Finder(self.tools, PARTS)

    @cached_property
    def tools(self) -> Pages:
        """What the makers of pages are given."""
        return Pages(self.hub, self.today, self._renderer, TEMPLATES, self._papers or {})

    def __iter__(self) -> Iterator[Page]:
        """Every page, without its frame, kept by nobody: only some are read again."""
        return (sheet.make(self.tools) for sheet in self.sheets)

    def page(self, address: str) -> bytes | None:
        """The HTML of the page at `address`; None where there is none."""
        sheet = self._finder.sheet(address)
        return self.frames.stamp(sheet.make(self.tools)) if sheet else None

    def file(self, path: str) -> bytes | None:
        """The file of the site at `path`, `agenda/rss.xml`; None where there is none.

        Raises whatever its maker does.
        """
        if path not in self._files:
            self._files[path] = self._make(path)
        return self._files[path]

    def _make(self, path: str) -> bytes | None:
        if path == INDEX or path.endswith(f"/{INDEX}"):
            made = self.page(f"/{path.removesuffix(INDEX)}")
            return made if made is not None or path not in self._ready else self._ready[path]()
        if path in self._ready:
            return self._ready[path]()
        if self._papers and path.endswith(PAPERS) and (made := self._papers.file(f"/{path}")) is not None:
            return made
        maker = self._image(path) if path.startswith("images/") else self._makers.get(path)
        return maker() if maker else None

    @cached_property
    def _ready(self) -> dict[str, Callable[[], bytes]]:
        return dict(self.ready())

    @cached_property
    def _makers(self) -> dict[str, Callable[[], bytes]]:
        """What programs read, feeds, calendars, data, and the documents to download."""
        return dict((*self.feeds, *self.maps(self), *self._documents()))

    def _image(self, path: str) -> Callable[[], bytes] | None:
        """What makes the variant of an image at `path`, which begins with the name of its file."""
        from hub.images.making import variant

        stem = path.removeprefix("images/").rpartition("-")[0].rpartition("-")[0]
        for name, image in self.hub.images.items():
            if Path(name).stem == stem and image.extension in IMAGES and ("image", name) in self._cited:
                for one in planned(image).variants:
                    if one.path == path:
                        return partial(variant, image, one, self._published)
        return None
