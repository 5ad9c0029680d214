"""Pagefind, as a black box: records in as pages are made, the files of an index out."""

from __future__ import annotations

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
from hub.search.made import ENTRY, address, as_json, said, together
from hub.search.record import record
from hub.search.service import Service, ServiceError, running
from hub.search.words import vocabulary

FOLDER = "pagefind"
"""Where the index stands in the site; the theme's scripts look for it there."""

LANGUAGE = "fr"
_SHIPPED = ("pagefind.js", ENTRY, "pagefind.*.pf_meta", f"wasm.{LANGUAGE}.pagefind", "index/*")
"""What our own interface asks for: not Pagefind's interfaces, nor its worker, nor other languages."""

_FRAGMENT = "fragment/*.pf_fragment"

LARGEST = 3_500
"""Pages of a bundle, from which Pagefind takes some 450 MB to make it. A word that is looked for asks each
bundle for some 25 kB: there are no more of them than that needs."""

PATIENCE = 600.0
"""Seconds after which Pagefind is taken to hang: ten thousand pages take it one minute."""


class SearchError(Exception):
    """Pagefind failed: a fault of this program or of its installation, not of a source."""


class Index:
    """An index that is being made: pages are added as soon as they are there, then its files are asked for.

    Its bytes depend on the order in which Pagefind gets the records, which is that of their addresses: a page
    is passed on after those before it. Where it is not known which there are, all wait until they are.

    Of a large town it is made in bundles, which the browser searches together. A page goes by its address,
    so that all bundles are alike and a word weighs as much in each; and each is said to be in a French of its
    own, `fr-2`: by that their files have other names, and stand in the same folders.
    """

    def __init__(self, service: Service, addresses: Iterable[str] | None, log: IO[bytes]) -> None:
        self._service, self._log = service, log
        self._languages: tuple[str, ...] = ()
        self._coming: deque[str] = deque()
        self._waiting: dict[str, tuple[Page, str | None]] = {}
        self._pages: dict[str, Page] = {}
        self._failure: ServiceError | TimeoutError | None = None
        self._made: list[int] | None = None
        if addresses is not None:
            self._expect(addresses)

    def _expect(self, addresses: Iterable[str]) -> None:
        self._coming.extend(sorted(addresses))
        bundles = range(bundles_of(len(self._coming)))
        self._languages = tuple(LANGUAGE if not n else f"{LANGUAGE}-{n + 1}" for n in bundles)
        for language in self._languages:
            self._ask(type="NewIndex", config={"force_language": language})

    def add(self, page: Page, searched: str | None = None) -> None:
        """Have a page indexed; what fails is told by `files`.

        `searched` is its record, where somebody made it before: its body is then of no use.
        """
        self._waiting[page.address] = page, searched
        self._pass_on()

    def _pass_on(self) -> None:
        while self._coming and (one := self._waiting.pop(self._coming[0], None)):
            self._coming.popleft()
            page, searched = one
            self._pages[page.address] = page
            if page.address != SEARCHING:
                self._ask(
                    type="AddFile",
                    index_id=crc32(page.address.encode()) % len(self._languages),
                    url=page.address,
                    file_contents=record(page) if searched is None else searched,
                )

    def _ask(self, **request: object) -> int:
        try:
            return 0 if self._failure else self._service.ask(**request)
        except ServiceError as error:
            self._failure = error
            return 0

    def begin(self) -> None:
        """Every page was added: the index is made while we do something else; `files` tells what fails."""
        if not self._languages:
            self._expect(list(self._waiting))
            self._pass_on()
        assert not (self._coming or self._waiting), "the pages that were said to come, and no other"
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
            self.begin()
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
        yield f"{FOLDER}/mots.json", as_json(vocabulary(self._pages.values()))

    def _found(self) -> dict[str, bytes]:
        """All that Pagefind makes, by path."""
        try:
            if self._failure:
                raise self._failure
            answers = [self._service.answer(number, PATIENCE)["files"] for number in self._made or ()]
            bundles = [{one["path"]: b64decode(one["content"]) for one in files} for files in answers]
            return together(bundles)
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
        if missing or fragments != said(found):
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
            page = self._pages[address(data)]
            key = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            filters[key] = [KINDS.index(kind_of(page)), int(page.clues.over), *page.clues.years]
        others = self._languages[1:]
        known = {"genres": [kind.name for kind in KINDS], "pages": filters}
        return as_json({**known, "lots": others} if others else known)


def bundles_of(pages: int) -> int:
    """In how many bundles an index of some `pages` is made."""
    return max(1, ceil(pages / LARGEST))


@contextmanager
def indexing(addresses: Iterable[str] | None = None) -> Iterator[Index]:
    """Begin an index of the pages that are then added; leaving the block ends it, whatever happened.

    `addresses` are those of all the pages, where that is known: Pagefind, a program of its own, then works
    while pages are made. Its Python interface waits a tenth of a second a record.
    """
    with (
        scratch() as folder,  # where no configuration of somebody else's stands
        (folder / "log").open("w+b") as log,
        running([f"{get_executable()}", "--service"], folder, log) as service,
    ):
        yield Index(service, addresses, log)
