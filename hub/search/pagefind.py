"""Pagefind, as a black box: records in as pages are made, the files of an index out."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from typing import IO

from pagefind_bin import get_executable

from hub.pages.page import Page
from hub.scratch import scratch
from hub.search.kinds import KINDS, SEARCHING, kind_of
from hub.search.record import record
from hub.search.service import Service, ServiceError, running
from hub.search.words import vocabulary

FOLDER = "pagefind"
"""Where the index stands in the site; the theme's scripts look for it there."""

_SHIPPED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.fr.pagefind", "index/*")
"""What our own interface asks for: not Pagefind's interfaces, nor its worker, nor other languages."""

_FRAGMENT = "fragment/*.pf_fragment"

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
    """

    def __init__(self, service: Service, order: Iterable[str] | None, log: IO[bytes]) -> None:
        self._service, self._log = service, log
        self._order = None if order is None else deque(order)
        self._waiting: dict[str, Page] = {}
        self._pages: dict[str, Page] = {}
        self._failure: ServiceError | TimeoutError | None = None
        self._made: int | None = None
        self._ask(type="NewIndex", config={"force_language": "fr"})

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
            self._ask(type="AddFile", index_id=0, url=page.address, file_contents=record(page))

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
        self._made = self._ask(type="GetFiles", index_id=0)
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
            made = self._service.answer(self._made or 0, PATIENCE)["files"]
            return {file["path"]: b64decode(file["content"]) for file in made}
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
        return _json({"genres": [kind.name for kind in KINDS], "pages": filters})


def _said(found: dict[str, bytes]) -> int:
    """How many pages Pagefind says that it kept: one without a word is left out."""
    try:
        entry = json.loads(found["pagefind-entry.json"])
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
def indexing(order: Iterable[str] | None = None) -> Iterator[Index]:
    """Begin an index of the pages that are then added; leaving the block ends it, whatever happened.

    Pagefind is a program of its own: it works while we do something else. Its Python interface waits a
    tenth of a second a record.
    """
    with (
        scratch() as folder,  # where no configuration of somebody else's stands
        (folder / "log").open("w+b") as log,
        running([f"{get_executable()}", "--service"], folder, log) as service,
    ):
        yield Index(service, order, log)
