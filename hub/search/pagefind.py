"""Pagefind, as a black box: records in as pages are made, the files of an index out."""

from __future__ import annotations

from base64 import b64decode
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from typing import Any

from hub.pages.page import Page
from hub.search.ahead import Ahead
from hub.search.bundle import Bundle, Keeping, Record, drawer_of, kept_in, key_of_pagefind
from hub.search.kinds import KINDS, SEARCHING, kind_of
from hub.search.languages import LANGUAGE, languages_of, number_of
from hub.search.made import ENTRY, address, as_json, said, together
from hub.search.program import Program, pagefind
from hub.search.record import record
from hub.search.service import ServiceError
from hub.search.words import vocabulary

FOLDER = "pagefind"
"""Where the index stands in the site; the theme's scripts look for it there."""

_SHIPPED = ("pagefind.js", ENTRY, "pagefind.*.pf_meta", f"wasm.{LANGUAGE}.pagefind", "index/*")
"""What our own interface asks for: not Pagefind's interfaces, nor its worker, nor other languages."""

_FRAGMENT = "fragment/*.pf_fragment"

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
    own, `fr-2`: by that their files have other names, and stand in the same folders. One whose records are
    those of a former build, which `keeping` has, is taken as it was made; to one that was fed `ahead`, only
    what is new is passed on.
    """

    def __init__(
        self,
        program: Program,
        addresses: Iterable[str] | None,
        keeping: Keeping | None = None,
        ahead: Ahead | None = None,
    ) -> None:
        self._program, self._keeping, self._ahead = program, keeping, ahead
        self._bundles: tuple[Bundle, ...] = ()
        self._numbers: list[int] = []
        self._coming: deque[str] = deque()
        self._waiting: dict[str, tuple[Page, str | None]] = {}
        self._pages: dict[str, Page] = {}
        self._unsaid: deque[dict[str, Any]] = deque()
        self._failure: ServiceError | TimeoutError | None = None
        self._made: list[int | None] | None = None
        if addresses is not None:
            self._expect(addresses)

    def _expect(self, addresses: Iterable[str]) -> None:
        self._coming.extend(sorted(addresses))
        languages = languages_of(len(self._coming))
        self._numbers = list(range(len(languages)))
        if not self._ahead:
            self._begin_indexes(languages)
        self._bundles = tuple(self._bundle(number, language) for number, language in enumerate(languages))

    def _begin_indexes(self, languages: Iterable[str]) -> None:
        for language in languages:
            self._ask(type="NewIndex", config={"force_language": language})

    def _bundle(self, number: int, language: str) -> Bundle:
        if self._ahead is None or self._ahead.number != number:
            return Bundle(language, kept_in(self._keeping, language) if self._keeping else None)
        former, count = self._ahead.former, len(self._numbers)
        own = {one for one in self._coming if one != SEARCHING and number_of(one, count) == number}
        if own == former.records.keys():
            return Bundle(language, former, fed=True)
        self._numbers[number] = (
            count  # the index that is begun next: what the other was fed stands in the way
        )
        self._begin_indexes([language])
        return Bundle(language, former)

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
                number = number_of(page.address, len(self._bundles))
                whole = record(page) if searched is None else searched
                self._send(number, self._bundles[number].add(Record(page.address, whole)))

    def _send(self, number: int, records: Iterable[Record]) -> None:
        for one in records:
            index = self._numbers[number]
            self._ask(type="AddFile", index_id=index, url=one.address, file_contents=one.searched)

    def _ask(self, **request: object) -> None:
        """Ask for something as soon as nobody else is talking to Pagefind."""
        self._unsaid.append(request)
        self._say(wait=False)

    def _say(self, *, wait: bool) -> int:
        """Ask for all that was to be; the number of the last request, 0 where it failed or has to wait."""
        number = 0
        try:
            if self._failure or (self._ahead and not self._ahead.is_fed(wait=wait)):
                return 0
            while self._unsaid:
                number = self._program.service.ask(**self._unsaid.popleft())
        except ServiceError as error:
            self._failure = error
        return number

    def begin(self) -> None:
        """Every page was added: the index is made while we do something else; `files` tells what fails."""
        if not self._bundles:
            self._expect(list(self._waiting))
            self._pass_on()
        assert not (self._coming or self._waiting), "the pages that were said to come, and no other"
        self._made = []
        for number, bundle in enumerate(self._bundles):
            self._send(number, bundle.end())
            self._made.append(None if bundle.files else self._ask_for_files(self._numbers[number]))
            self._ask(type="DeleteIndex", index_id=self._numbers[number])  # its memory is the next one's
        self._say(wait=True)
        try:
            if not self._failure:
                self._program.service.flush(PATIENCE)
        except (ServiceError, TimeoutError) as error:
            self._failure = error

    def _ask_for_files(self, index: int) -> int:
        self._unsaid.append({"type": "GetFiles", "index_id": index})
        return self._say(wait=True)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files as (path, bytes), once it is made. Raises `SearchError`."""
        if self._made is None:
            self.begin()
        bundles = self._found()
        found = together(bundles)
        fragments = sorted(path for path in found if fnmatchcase(path, _FRAGMENT))
        self._verify(found, len(fragments))
        self._keep(bundles)
        for pattern in _SHIPPED:
            for path in sorted(found):
                if fnmatchcase(path, pattern):
                    yield f"{FOLDER}/{path}", found[path]
        for path in fragments:
            yield f"{FOLDER}/{path}", found[path]
        yield f"{FOLDER}/pages.json", self._filters({path: found[path] for path in fragments})
        yield f"{FOLDER}/mots.json", as_json(vocabulary(self._pages.values()))

    def _found(self) -> list[Mapping[str, bytes]]:
        """What Pagefind makes of each bundle, or made of it before, by path."""
        try:
            if self._failure:
                raise self._failure
            made = zip(self._bundles, self._made or (), strict=True)
            return [bundle.files or self._answered(number or 0) for bundle, number in made]
        except TimeoutError:
            raise SearchError(
                f"L’index de recherche n’est pas fini après {PATIENCE:.0f} secondes : recommencez."
            ) from None
        except ServiceError as error:
            said = f"{error}. {self._program.complaint()}".strip()
            raise SearchError(f"L’index de recherche n’a pas pu être fait par Pagefind : {said}") from None
        except (ValueError, KeyError, TypeError):
            raise SearchError("L’index de recherche n’est pas entier : sa réponse est illisible.") from None

    def _answered(self, number: int) -> Mapping[str, bytes]:
        files = {
            one["path"]: one["content"] for one in self._program.service.answer(number, PATIENCE)["files"]
        }
        return {path: b64decode(content) for path, content in files.items() if _needed(path)}

    def _keep(self, bundles: Iterable[Mapping[str, bytes]]) -> None:
        for bundle, number, files in zip(self._bundles, self._made or (), bundles, strict=True):
            if self._keeping is not None and number is not None:
                made = bundle.made(files).dumps()
                self._keeping.write(drawer_of(bundle.language), key_of_pagefind(), made)

    def _verify(self, found: Mapping[str, bytes], fragments: int) -> None:
        """Pagefind may end well and have made nothing, or a part: a broken install."""
        missing = [one for one in _SHIPPED if not any(fnmatchcase(path, one) for path in found)]
        if missing or fragments != said(found):
            raise SearchError(
                f"L’index de recherche n’est pas entier ({fragments} pages). Lancez « make site », qui "
                f"réinstalle ce qu’il faut. {self._program.complaint()}".rstrip()
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
        others = [bundle.language for bundle in self._bundles[1:]]
        known = {"genres": [kind.name for kind in KINDS], "pages": filters}
        return as_json({**known, "lots": others} if others else known)


def _needed(path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in (*_SHIPPED, _FRAGMENT))


@contextmanager
def indexing(
    addresses: Iterable[str] | None = None, keeping: Keeping | None = None, ahead: Ahead | None = None
) -> Iterator[Index]:
    """Begin an index of the pages that are then added; leaving the block ends it, whatever happened.

    `addresses` are those of all the pages, where that is known: Pagefind, a program of its own, then works
    while pages are made. `keeping` is where builds keep its bundles; what was begun `ahead` is gone on with,
    where the site has as many. Its Python interface waits a tenth of a second a record.
    """
    addresses = None if addresses is None else tuple(addresses)
    if ahead and addresses is not None and languages_of(len(addresses)) == ahead.languages:
        yield Index(ahead.program, addresses, keeping, ahead)
        return
    with pagefind() as program:
        yield Index(program, addresses, keeping)
