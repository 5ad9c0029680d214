"""What the processes of a build made, taken in as it comes: what is published, kept and searched of it."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING

from hub.aside import Aside
from hub.aside import Placed as PutAside
from hub.kept import AS_BEFORE, NOTHING, Kept, Trace, Writing
from hub.kept.notes import note_of
from hub.model.wording import DEFAULT, Wording
from hub.pages.page import Page
from hub.search.pagefind import FOLDER, Index, indexing

if TYPE_CHECKING:
    from hub.making import Written
    from hub.publish import Publication
    from hub.search.ahead import Ahead

WITNESS = f"{FOLDER}/pages.json"
"""The file of the index whose trace is of all that it was made of."""

_OF_INDEX = Trace("recherche", ())


class Gathering:
    """Takes in the files of a build, for `publication` and for the book of what is kept.

    `addresses` gives those of all the pages; `ending` ends the search, whatever happens. Where all pages are
    as before, so is the index of the search: it is begun with the first that is not, if it was not `ahead`.
    `words` are those of the town.
    What is said of pages stands aside on the disk: of Paris it is 200 MB.
    """

    def __init__(
        self,
        publication: Publication,
        kept: Kept,
        addresses: Callable[[], Sequence[str]],
        ending: ExitStack,
        ahead: Ahead | None = None,
        *,
        words: Wording = DEFAULT,
    ) -> None:
        self._publication = publication
        self._kept = kept
        self._writing = Writing(kept.book)
        self._addresses = addresses
        self._ending = ending
        self._ahead = ahead
        self._words = words
        self._index: Index | None = None
        self._changed = False
        self._aside = Aside()
        self._said: dict[str, PutAside] = {}
        self._digests: list[bytes] = []

    @property
    def count(self) -> int:
        """How many pages were taken in."""
        return len(self._said)

    @property
    def pages(self) -> Iterator[Page]:
        """Those that were taken in, as far as a map of the site needs them: where they stand, under what, and
        when they changed."""
        for said in self._said.values():
            page = note_of(self._aside.get(said)).page
            yield Page(page.address, "", "", "", page.section, modified=page.modified)

    def take(self, one: Written) -> None:
        """A file that stands in the stage, by whichever process."""
        self._publication.add(one.placed)
        self._writing.write(*one)
        kept = one.traced == AS_BEFORE
        if said := self._kept.said(one.placed.path) if kept else one.said:
            self._said[one.placed.path] = self._aside.put(said)
            self._digests.append(hashlib.sha256(said).digest())
            self._changed = self._changed or not kept
            if self._changed:
                self._pass_on()
            if self._index and len(self._said) == len(self._expected):
                self._index.begin()  # it is made while feeds are

    def go_on(self) -> None:
        """Some files were taken in: take what there is of the search, and give it what it waits for."""
        if self._index and not self._coming:
            self._take_index(self._index.ready())

    @cached_property
    def _expected(self) -> Sequence[str]:
        return self._addresses()

    @cached_property
    def _coming(self) -> deque[str]:
        """The addresses of the pages that the index has not got, in the order in which it takes them."""
        return deque(sorted(self._expected))

    def _pass_on(self) -> Index:
        """Give the index the pages whose turn it is."""
        if self._index is None:
            self._index = self._ending.enter_context(
                indexing(self._expected, self._kept.cupboard, self._ahead, self._words)
            )
        while self._coming and (said := self._said.get(f"{self._coming[0].lstrip('/')}index.html")):
            self._index.add(*note_of(self._aside.get(said)))
            self._coming.popleft()
        return self._index

    def search(self) -> None:
        """Every page was taken in: make the index, or keep the former one. Raises `SearchError`."""
        if self._index is None and self._keep(self._searched()):
            return
        self._take_index(self._pass_on().files())

    def _take_index(self, files: Iterable[tuple[str, bytes]]) -> None:
        for path, data in files:
            placed = self._publication.stage.put(path, data)
            self._publication.add(placed)
            trace = Trace(self._searched(), ()) if path == WITNESS else _OF_INDEX
            self._writing.write(placed, trace, NOTHING)

    def _keep(self, searched: str) -> bool:
        """Whether the files of the former index, made of the same pages, are those of this one."""
        entries = self._kept.book.entries
        if WITNESS not in entries or entries[WITNESS].made_by != searched:
            return False
        files = [one for path, one in entries.items() if path.startswith(f"{FOLDER}/")]
        placed = [self._publication.stage.keep(one.placed) for one in files]
        found = [one for one in placed if one]
        if len(found) < len(files):
            self._publication.stage.remove(one.path for one in found)
            return False
        for one in found:
            self._publication.add(one)
            self._writing.write(one, AS_BEFORE, NOTHING)
        return True

    def _searched(self) -> str:
        """The digest of all that is searched, shown and filtered of the pages."""
        return hashlib.sha256(b"".join(sorted(self._digests))).hexdigest()

    def keep(self) -> None:
        """Keep the book of this build for the next."""
        self._kept.write(self._writing)
