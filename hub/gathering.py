"""What the processes of a build made, taken in as it comes: what is published, kept and searched of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING

from hub.kept import AS_BEFORE, NOTHING, Kept, Trace, Writing
from hub.kept.notes import note_of
from hub.search.pagefind import FOLDER, Index, indexing

if TYPE_CHECKING:
    from hub.making import Written
    from hub.pages import Page
    from hub.publish import Publication
    from hub.search.ahead import Ahead


class Gathering:
    """Takes in the files of a build, for `publication` and for the book of what is kept.

    `addresses` gives those of all the pages; `ending` ends the search, whatever happens. Where all pages are
    as before, so is the index of the search: it is begun with the first that is not, if it was not `ahead`.
    """

    def __init__(
        self,
        publication: Publication,
        kept: Kept,
        addresses: Callable[[], Sequence[str]],
        ending: ExitStack,
        ahead: Ahead | None = None,
    ) -> None:
        self._publication = publication
        self._kept = kept
        self._writing = Writing(kept.book)
        self._addresses = addresses
        self._ending = ending
        self._ahead = ahead
        self._index: Index | None = None
        self._waiting: list[bytes] = []
        self._said: dict[str, bytes] = {}

    @property
    def pages(self) -> list[Page]:
        """Those that were taken in, without their bodies."""
        return [note_of(said).page for said in self._said.values()]

    def take(self, one: Written) -> None:
        """A file that stands in the stage, by whichever process."""
        self._publication.add(one.placed)
        self._writing.write(*one)
        kept = one.traced == AS_BEFORE
        if said := self._kept.said(one.placed.path) if kept else one.said:
            self._said[one.placed.path] = said
            self._waiting.append(said)
            if not kept or self._index:
                self._pass_on()
            if self._index and len(self._said) == len(self._expected):
                self._index.begin()  # it is made while feeds are

    @cached_property
    def _expected(self) -> Sequence[str]:
        return self._addresses()

    def _pass_on(self) -> Index:
        """Give the index the pages that wait."""
        if self._index is None:
            self._index = self._ending.enter_context(
                indexing(self._expected, self._kept.cupboard, self._ahead)
            )
        for said in self._waiting:
            self._index.add(*note_of(said))
        self._waiting.clear()
        return self._index

    def search(self) -> None:
        """Every page was taken in: make the index, or keep the former one. Raises `SearchError`."""
        searched = self._searched()
        if self._index is None and self._keep(searched):
            return
        index = self._pass_on()
        for path, data in index.files():
            placed = self._publication.stage.put(path, data)
            self._publication.add(placed)
            self._writing.write(placed, Trace(searched, ()), NOTHING)

    def _keep(self, searched: str) -> bool:
        """Whether the files of the former index, made of the same pages, are those of this one."""
        files = [one for path, one in self._kept.book.entries.items() if path.startswith(f"{FOLDER}/")]
        if not files or any(one.made_by != searched for one in files):
            return False
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
        digest = hashlib.sha256()
        for said in sorted(self._said.values()):
            digest.update(said + b"\n")
        return digest.hexdigest()

    def keep(self) -> None:
        """Keep the book of this build for the next."""
        self._kept.write(self._writing.book)
