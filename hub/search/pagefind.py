"""Pagefind, as a black box: records in as pages are made, the files of an index out."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from math import ceil
from typing import IO
from zlib import crc32

from pagefind_bin import get_executable

from hub.pages.page import Page
from hub.scratch import scratch
from hub.search.kinds import KINDS, SEARCHING, kind_of
from hub.search.record import record
from hub.search.service import Service, ServiceError, running
from hub.search.words import vocabulary

FOLDER = "pagefind"
"""Where the index stands in the site; the theme's scripts look for it there."""

LANGUAGE = "fr"
_ENTRY = "pagefind-entry.json"
_SHIPPED = ("pagefind.js", _ENTRY, "pagefind.*.pf_meta", f"wasm.{LANGUAGE}.pagefind", "index/*")
"""What our own interface asks for: not Pagefind's interfaces, nor its worker, nor other languages."""

_FRAGMENT = "fragment/*.pf_fragment"

LARGEST = 3_500
"""Pages of a bundle, from which Pagefind takes some 450 MB to make it. A word that is looked for asks each
bundle for some 25 kB: there are no more of them than that needs."""

PATIENCE = 600.0
"""Seconds after which Pagefind is taken to hang: ten thousand pages take it one minute."""

_HEAD = '{"url":'
"""With which what a fragment holds begins, after the signature of Pagefind."""


class SearchError(Exception):
    """Pagefind failed: a fault of this program or of its installation, not of a source."""


class Index:
    """An index that is being made: pages are added as soon as they are there, then its files are asked for.

    Its bytes depend on the order in which Pagefind gets the records. Where `order` gives the addresses of all
    the pages, they may come as they will: each is passed on after those before it.

    Of a large town it is made in bundles, which the browser searches together. A page goes by its address,
    so that all bundles are alike and a word weighs as much in each; and each is said to be in a French of its
    own, `fr-2`: by that their files have other names, and stand in the same folders.
    """

    def __init__(self, service: Service, order: Iterable[str] | None, bundles: int, log: IO[bytes]) -> None:
        self._service, self._log = service, log
        self._languages = tuple(LANGUAGE if not n else f"{LANGUAGE}-{n + 1}" for n in range(bundles))
        self._order = None if order is None else deque(order)
        self._waiting: dict[str, Page] = {}
        self._pages: dict[str, Page] = {}
        self._failure: ServiceError | TimeoutError | None = None
        self._made: list[int] | None = None
        for language in self._languages:
            self._ask(type="NewIndex", config={"force_language": language})

    def add(self, page: Page) -> None:
        """Have a page indexed; what fails is told by `files`."""
        if self._order is None:
            self._pass_on(page)
            return
        self._waiting[page.address] = page
        while self._order and (following := self._waiting.pop(self._order[0], None)):
            self._order.popleft()
            self._pass_on(following)

    def _pass_on(self, page: Page) -> None:
        self._pages[page.address] = page
        if page.address != SEARCHING:
            bundle = crc32(page.address.encode()) % len(self._languages)
            self._ask(type="AddFile", index_id=bundle, url=page.address, file_contents=record(page))

    def _ask(self, **request: object) -> int:
        try:
            return 0 if self._failure else self._service.ask(**request)
        except ServiceError as error:
            self._failure = error
            return 0

    def complete(self) -> None:
        """No page comes any more: the index is made while we do something else. What fails is told by
        `files`."""
        assert not self._order, "pages of the order that were never added"
        self._made = []
        for bundle in range(len(self._languages)):
            self._made.append(self._ask(type="GetFiles", index_id=bundle))
            self._ask(type="DeleteIndex", index_id=bundle)  # its memory is the next one's
        try:
            if not self._failure:
                self._service.flush(PATIENCE)
        except (ServiceError, TimeoutError) as error:
            self._failure = error

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files as (path, bytes), once it is made. Raises `SearchError`."""
        if self._made is None:
            self.complete()
        found = self._found()
        fragments = sorted(path for path in found if fnmatchcase(path, _FRAGMENT))
        self._verify(found, len(fragments))
        for pattern in _SHIPPED:
            for path in sorted(found):
                if fnmatchcase(path, pattern):
                    yield f"{FOLDER}/{path}", found[path]
        for path in fragments:
            yield f"{FOLDER}/{path}", found[path]
        yield f"{FOLDER}/pages.json", self._filters({path: found[path] for path in fragments})
        yield f"{FOLDER}/mots.json", _json(vocabulary(self._pages.values()))

    def _found(self) -> dict[str, bytes]:
        """All that Pagefind makes, by path."""
        try:
            if self._failure:
                raise self._failure
            answers = [self._service.answer(number, PATIENCE)["files"] for number in self._made or ()]
            bundles = [{one["path"]: b64decode(one["content"]) for one in files} for files in answers]
            return _together(bundles)
        except TimeoutError:
            raise SearchError(
                f"L’index de recherche n’est pas fini après {PATIENCE:.0f} secondes : recommencez."
            ) from None
        except ServiceError as error:
            said = f"{error}. {self._complaint()}".strip()
            raise SearchError(f"L’index de recherche n’a pas pu être fait par Pagefind : {said}") from None
        except (ValueError, KeyError, TypeError):
            raise SearchError("L’index de recherche n’est pas entier : sa réponse est illisible.") from None

    def _complaint(self) -> str:
        self._log.seek(0)
        return self._log.read().decode("utf-8", errors="replace").strip()

    def _verify(self, found: dict[str, bytes], fragments: int) -> None:
        """Pagefind may end well and have made nothing, or a part: a broken install."""
        missing = [one for one in _SHIPPED if not any(fnmatchcase(path, one) for path in found)]
        if missing or fragments != _said(found):
            raise SearchError(
                f"L’index de recherche n’est pas entier ({fragments} pages). Lancez « make site », qui "
                f"réinstalle ce qu’il faut. {self._complaint()}".rstrip()
            )

    def _filters(self, fragments: dict[str, bytes]) -> bytes:
        """`pages.json`: by the key of what results show of each page, how to filter it.

        Pagefind 1.5.2 could filter by itself, but names and orders its filters as its hash tables are, never
        twice the same (its issue 638).
        """
        filters = {}
        for path, data in fragments.items():
            page = self._pages[_address(data)]
            key = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            filters[key] = [KINDS.index(kind_of(page)), int(page.clues.over), *page.clues.years]
        others = self._languages[1:]
        known = {"genres": [kind.name for kind in KINDS], "pages": filters}
        return _json({**known, "lots": others} if others else known)


def bundles_of(pages: int) -> int:
    """In how many bundles an index of some `pages` is made."""
    return max(1, ceil(pages / LARGEST))


def _together(bundles: list[dict[str, bytes]]) -> dict[str, bytes]:
    """The files of all bundles, under the entry of the first, which names them all."""
    first, *others = bundles
    if not others:
        return first
    entry = json.loads(first[_ENTRY])
    for other in others:
        entry["languages"] |= json.loads(other[_ENTRY])["languages"]
    return {path: data for one in reversed(bundles) for path, data in one.items()} | {_ENTRY: _json(entry)}


def _said(found: dict[str, bytes]) -> int:
    """How many pages Pagefind says that it kept: one without a word is left out."""
    try:
        entry = json.loads(found[_ENTRY])
        return sum(language["page_count"] for language in entry["languages"].values())
    except (ValueError, KeyError, TypeError, AttributeError):
        return -1


def _address(fragment: bytes) -> str:
    """The address of the page that a fragment shows, which stands at its head: the rest is left packed."""
    head = zlib.decompressobj(wbits=31).decompress(fragment, 4096).decode(errors="ignore")
    address, _ = json.JSONDecoder().raw_decode(head[head.index(_HEAD) + len(_HEAD) :])
    return str(address)


def _json(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


@contextmanager
def indexing(order: Iterable[str] | None = None, bundles: int = 1) -> Iterator[Index]:
    """Begin an index of the pages that are then added; leaving the block ends it, whatever happened.

    Pagefind is a program of its own: it works while we do something else. Its Python interface waits a
    tenth of a second a record.
    """
    with (
        scratch() as folder,  # where no configuration of somebody else's stands
        (folder / "log").open("w+b") as log,
        running([f"{get_executable()}", "--service"], folder, log) as service,
    ):
        yield Index(service, order, bundles, log)
