"""Every file of the site, and how each is made: a build asks for all, `serve` for the one that is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hub import feeds
from hub.atelier.files import files as workshop
from hub.atelier.place import is_made
from hub.checks.attachments import cited
from hub.engine import Frames, frames
from hub.feeds import sitemap
from hub.hosting.manifest import manifest
from hub.hosting.redirection import Moved
from hub.hosting.redirection import page as moved_page
from hub.hosting.servers import files as settings_of_servers
from hub.look.logo import logo_of
from hub.markup import Renderer
from hub.model import Hub
from hub.model.attachment import document_address
from hub.pages import Page, Pages, Sheet, sheets
from hub.pages.directory import files as files_of_directory
from hub.places import ENGINE_CONFIG, TEMPLATES
from hub.search.pagefind import indexing

if TYPE_CHECKING:
    from hub.media.making import Media


class File(NamedTuple):
    """A file of the site: its path, `agenda/rss.xml`, and what makes its bytes."""

    path: str
    make: Callable[[], bytes]


class Site:
    """The site of `hub`, as of `today`: what is asked of it is made, once, and nothing else is.

    `renderer` is that of the hub, which others may use too; `media` are the files that were made to go with
    the pages, if any; `framed` gives the engine's frames, by default it makes them. The images that the
    folder `published` holds already, the site as it was, are read there.
    """

    def __init__(
        self,
        hub: Hub,
        today: dt.date,
        *,
        renderer: Renderer | None = None,
        media: Media | None = None,
        framed: Callable[[], Frames] | None = None,
        published: Path = Path("site"),
    ) -> None:
        self._hub, self._today = hub, today
        self._renderer = renderer or Renderer(hub)
        self._media = media
        self._framed = framed or partial(
            frames, hub.site, ENGINE_CONFIG, hub.sections, cards=bool(media), logo=logo_of(hub)
        )
        self._published = published
        self._pages: dict[str, Page] = {}

    @cached_property
    def frames(self) -> Frames:
        """What pages are stamped into."""
        return self._framed()

    @cached_property
    def tools(self) -> Pages:
        """What the makers of pages are given."""
        weights = self._media.weights if self._media else {}
        return Pages(self._hub, self._today, self._renderer, TEMPLATES, weights)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages, none of them made."""
        return tuple(sheets(self.tools))

    @cached_property
    def _by_address(self) -> dict[str, Sheet]:
        return {sheet.address: sheet for sheet in self.sheets}

    def __iter__(self) -> Iterator[Page]:
        """Every page, without its frame."""
        return map(self._made, self.sheets)

    def page(self, address: str) -> bytes | None:
        """The HTML of the page at `address`, made alone; None where there is none."""
        sheet = self._by_address.get(address)
        return self._html(sheet) if sheet else None

    def _html(self, sheet: Sheet) -> bytes:
        return self.frames.stamp(self._made(sheet))

    def _made(self, sheet: Sheet) -> Page:
        if sheet.address not in self._pages:
            self._pages[sheet.address] = sheet.make(self.tools)
        return self._pages[sheet.address]

    def files(self) -> Iterator[File]:
        """Every file of the site. Those of the search are only known once they are made, and come last."""
        for sheet in self.sheets:
            yield File(f"{sheet.address.lstrip('/')}index.html", partial(self._html, sheet))
        yield from self.feeds
        yield from self.others()
        yield from self.maps(self)
        yield from _known(self._search())

    @property
    def feeds(self) -> tuple[File, ...]:
        """What a program reads rather than a person."""
        return self.feeds_of_texts + self.feeds_of_facts

    @cached_property
    def feeds_of_texts(self) -> tuple[File, ...]:
        """Of these, what gives texts as pages do."""
        return tuple(starmap(File, feeds.of_texts(self._hub, self._today, self._renderer, TEMPLATES)))

    @cached_property
    def feeds_of_facts(self) -> tuple[File, ...]:
        """The others."""
        return tuple(starmap(File, feeds.of_facts(self._hub, self._today, self._renderer)))

    def others(self) -> Iterator[File]:
        """What is neither: the files of the theme, those for servers, those that texts name, media."""
        yield from self.ready()
        yield from self._documents()
        yield from _known(self._images())
        yield from _known(self._media.files() if self._media else ())

    def ready(self) -> Iterator[File]:
        """Those of the others that take no time to list nor to make."""
        yield from _known(self.frames.files())
        yield from _known(self._for_servers())
        yield from _known(files_of_directory(self._hub, self._today))
        yield from _known(self._workshop())

    def maps(self, pages: Iterable[Page]) -> Iterator[File]:
        """What is made of all the pages, whose bodies it needs not."""
        return starmap(File, sitemap.sheets(pages, self._hub))

    def _for_servers(self) -> Iterator[tuple[str, bytes]]:
        """What servers and phones are told of the site, and what stands where pages were."""
        yield manifest(self._hub.site)
        moves = list(self._moves())
        workshop = self._hub.site.depot if is_made(self._hub.site) else None
        yield from settings_of_servers(self._hub.site, moves, workshop)
        yield from (moved_page(moved, self._hub.site) for moved in moves)

    def _moves(self) -> Iterator[Moved]:
        """The pages that moved; with its calendar each that has one now."""
        if not self._hub.moves:
            return
        known = {file.path for file in self.feeds_of_facts}
        for old, new in self._hub.moves:
            yield Moved(old, new, dated=f"{new.strip('/')}.ics" in known)

    def _workshop(self) -> Iterator[tuple[str, bytes]]:
        """The forms by which the town's files are changed, where they are set up."""
        return workshop(self._hub) if is_made(self._hub.site) else iter(())

    @cached_property
    def _cited(self) -> frozenset[tuple[str, str]]:
        return cited(self._hub)

    def _documents(self) -> Iterator[File]:
        """The documents that a text names, and no other."""
        for name, document in self._hub.documents.items():
            if ("document", name) in self._cited:
                yield File(document_address(name).lstrip("/"), document.data)

    def _images(self) -> Iterator[tuple[str, bytes]]:
        """The images that a text names, in their widths and formats."""
        pictures = [one for name, one in self._hub.images.items() if ("image", name) in self._cited]
        if pictures:
            from hub.images.making import files as variants  # Pillow, which a site without images needs not

            yield from variants(pictures, self._published)

    def _search(self) -> Iterator[tuple[str, bytes]]:
        with indexing(words=self._hub.site.mots) as index:
            for page in self:
                index.add(page)
            yield from index.files()


def _known(files: Iterable[tuple[str, bytes]]) -> Iterator[File]:
    """Files that are made as they are listed."""
    for path, data in files:
        yield File(path, partial(bytes, data))
