"""Pagefind, as a black box: records in as pages are made, the files of an index out."""

from __future__ import annotations

from base64 import b64decode
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from typing import Any

from hub.aside import Aside
from hub.called import called
from hub.model.wording import DEFAULT, Wording
from hub.pages.page import Page
from hub.search.ahead import Ahead
from hub.search.bundle import Bundle, Keeping, Record, drawer_of, kept_in, key_of_pagefind
from hub.search.kinds import KINDS, SEARCHING, is_lesser, kind_of
from hub.search.languages import LANGUAGE, languages_of, number_of
from hub.search.made import ENTRY, address, as_json, said, together
from hub.search.program import Program, pagefind
from hub.search.record import record
from hub.search.service import ServiceError
from hub.search.words import Vocabulary

FOLDER = "pagefind"
"""Where the index stands in the site; the theme's scripts look for it there."""

_SHIPPED = ("pagefind.js", ENTRY, "pagefind.*.pf_meta", f"wasm.{LANGUAGE}.pagefind", "index/*")
"""What our own interface asks for: not Pagefind's interfaces, nor its worker, nor other languages."""

_FRAGMENT = "fragment/*.pf_fragment"

PATIENCE = 600.0
"""Seconds after which Pagefind is taken to hang: ten thousand pages take it one minute."""


AT_ONCE = 2
"""Bundles that Pagefind fills while pages are made. The records of the others wait on the disk, and it gets
them one bundle after the other: it holds some 25 kB a page of each that it fills."""


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
    what is new is passed on. What is made of each bundle is given as soon as it is there, and let go.
    """

    def __init__(
        self,
        program: Program,
        addresses: Iterable[str] | None,
        keeping: Keeping | None = None,
        ahead: Ahead | None = None,
        words: Wording = DEFAULT,
    ) -> None:
        self._words = words
        self._program, self._keeping, self._ahead = program, keeping, ahead
        self._bundles: tuple[Bundle, ...] = ()
        self._numbers: list[int] = []
        self._coming: deque[str] = deque()
        self._waiting: dict[str, tuple[Page, str | None]] = {}
        self._filters: dict[str, list[int]] = {}
        self._vocabulary = Vocabulary()
        self._aside = Aside()
        self._unsaid: deque[dict[str, Any]] = deque()
        self._failure: ServiceError | TimeoutError | None = None
        self._begun = False
        self._turn = 0
        self._asked: dict[int, int] = {}
        self._given = 0
        self._entries: list[bytes] = []
        self._shipped: set[str] = set()
        self._pages: dict[str, list[int]] = {}
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
            return Bundle(language, self._aside, kept_in(self._keeping, language) if self._keeping else None)
        former, count = self._ahead.former, len(self._numbers)
        own = {one for one in self._coming if one != SEARCHING and number_of(one, count) == number}
        if own == former.records.keys():
            return Bundle(language, self._aside, former, fed=True)
        self._numbers[number] = (
            count  # the index that is begun next: what the other was fed stands in the way
        )
        self._begin_indexes([language])
        return Bundle(language, self._aside, former)

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
            self._vocabulary.add(page)
            self._filters[page.address] = [
                KINDS.index(kind_of(page)),
                int(is_lesser(page)),
                *page.clues.years,
            ]
            if page.address != SEARCHING:
                number = number_of(page.address, len(self._bundles))
                whole = record(page) if searched is None else searched
                self._bundles[number].add(Record(page.address, whole))
                if self._is_at_once(number):
                    self._send(number)

    def _is_at_once(self, number: int) -> bool:
        """Whether Pagefind fills the bundle while pages are made."""
        return number < AT_ONCE or (self._ahead is not None and self._ahead.number == number)

    def _send(self, number: int, *, patient: bool = True) -> bool:
        """Pass on what is due of a bundle; False where the rest has to wait."""
        index = self._numbers[number]
        for one in self._bundles[number].due():
            self._ask(type="AddFile", index_id=index, url=one.address, file_contents=one.searched)
            if not patient and self._program.service.full:
                return False
        return True

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
        for bundle in self._bundles:
            bundle.end()
        self._begun = True
        while self._turn < len(self._bundles) and self._is_at_once(self._turn):
            self._go_on(patient=True)
        self._say(wait=True)
        with self._watched():
            if not self._failure:
                self._program.service.flush(PATIENCE)

    def _go_on(self, *, patient: bool) -> bool:
        """Have the bundle made whose turn it is; False where that has to wait."""
        number = self._turn
        bundle = self._bundles[number]
        if bundle.files is None:
            if not self._send(number, patient=patient):
                return False
            self._asked[number] = self._ask_for_files(self._numbers[number])
        self._ask(type="DeleteIndex", index_id=self._numbers[number])  # its memory is the next one's
        self._turn += 1
        return True

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """What fails in the block is told at the end."""
        try:
            yield
        except (ServiceError, TimeoutError) as error:
            self._failure = error

    def _ask_for_files(self, index: int) -> int:
        self._unsaid.append({"type": "GetFiles", "index_id": index})
        return self._say(wait=True)

    def ready(self) -> Iterator[tuple[str, bytes]]:
        """The files that are there already, once it was begun. Raises `SearchError`."""
        with self._told():
            while not self._failure and self._turn < len(self._bundles) and self._go_on(patient=False):
                pass
            while not self._failure and self._given < self._turn:
                asked = self._asked.get(self._given)
                if asked is not None and not self._program.service.has_answered(asked):
                    break
                yield from self._next()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files that were not `ready` before, as (path, bytes), once it is made. Raises `SearchError`."""
        if not self._begun:
            self.begin()
        with self._told():
            while self._given < len(self._bundles):
                if self._failure:
                    raise self._failure
                if self._given == self._turn:
                    self._go_on(patient=True)
                else:
                    yield from self._next()
            entry = together(self._entries)
        if missing := [one for one in _SHIPPED if one != ENTRY and one not in self._shipped]:
            raise self._torn(f"{', '.join(missing)}")
        yield f"{FOLDER}/{ENTRY}", entry
        yield f"{FOLDER}/pages.json", self._shown()
        yield f"{FOLDER}/mots.json", as_json(self._vocabulary.words())

    def _next(self) -> Iterator[tuple[str, bytes]]:
        """The files of the next bundle that no other has."""
        number = self._given
        bundle, asked = self._bundles[number], self._asked.get(number)
        found = bundle.files if asked is None else self._answered(asked)
        assert found is not None, "a bundle that is not asked for has its files"
        fragments = [path for path in found if fnmatchcase(path, _FRAGMENT)]
        if len(fragments) != said(found):
            raise self._torn(f"{len(fragments)} pages")
        if self._keeping is not None and asked is not None:
            self._keeping.write(drawer_of(bundle.language), key_of_pagefind(), bundle.made(found))
        self._given += 1
        self._entries.append(found[ENTRY])
        for path in fragments:
            self._pages[path] = self._filters.pop(address(found[path]))
        for path in sorted(found):
            patterns = [one for one in _SHIPPED if fnmatchcase(path, one)]
            if path != ENTRY and not (path in patterns and path in self._shipped):
                self._shipped.update(patterns)
                yield f"{FOLDER}/{path}", found[path]

    def _answered(self, number: int) -> Mapping[str, bytes]:
        files = {
            one["path"]: one["content"] for one in self._program.service.answer(number, PATIENCE)["files"]
        }
        return {path: b64decode(files[path]) for path in sorted(files) if _needed(path)}

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What Pagefind does wrong, in words."""
        try:
            yield
        except TimeoutError:
            raise SearchError(
                f"L’index de recherche n’est pas fini après {PATIENCE:.0f} secondes : recommencez."
            ) from None
        except ServiceError as error:
            said = f"{error}. {self._program.complaint()}".strip()
            raise SearchError(f"L’index de recherche n’a pas pu être fait par Pagefind : {said}") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise SearchError("L’index de recherche n’est pas entier : sa réponse est illisible.") from None

    def _torn(self, why: str) -> SearchError:
        """Pagefind may end well and have made nothing, or a part: a broken install."""
        return SearchError(
            f"L’index de recherche n’est pas entier ({why}). {called().mended} "
            f"{self._program.complaint()}".rstrip()
        )

    def _shown(self) -> bytes:
        """`pages.json`: by the key of what results show of each page, how to filter it.

        Pagefind 1.5.2 could filter by itself, but names and orders its filters as its hash tables are, never
        twice the same (its issue 638).
        """
        filters = {
            path.removeprefix("fragment/").removesuffix(".pf_fragment"): self._pages[path]
            for path in sorted(self._pages)
        }
        others = [bundle.language for bundle in self._bundles[1:]]
        known = {"genres": [self._words.say(kind.name) for kind in KINDS], "pages": filters}
        return as_json({**known, "lots": others} if others else known)


def _needed(path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in (*_SHIPPED, _FRAGMENT))


@contextmanager
def indexing(
    addresses: Iterable[str] | None = None,
    keeping: Keeping | None = None,
    ahead: Ahead | None = None,
    words: Wording = DEFAULT,
) -> Iterator[Index]:
    """Begin an index of the pages that are then added; leaving the block ends it, whatever happened.

    `addresses` are those of all the pages, where that is known: Pagefind, a program of its own, then works
    while pages are made. `keeping` is where builds keep its bundles; what was begun `ahead` is gone on with,
    where the site has as many. `words` are those of the town. Its Python interface waits a tenth of a second
    a record.
    """
    addresses = None if addresses is None else tuple(addresses)
    if ahead and addresses is not None and languages_of(len(addresses)) == ahead.languages:
        yield Index(ahead.program, addresses, keeping, ahead, words)
        return
    with pagefind() as program:
        yield Index(program, addresses, keeping, words=words)
