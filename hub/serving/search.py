"""The search of the site that is shown: its index is made when somebody searches, then kept up to date."""

from __future__ import annotations

import threading

from hub.serving.desk import Desk
from hub.serving.edition import Edition

FOLDER = "pagefind"

ENTRIES = ("pagefind-entry.json", "pages.json", "mots.json")
"""The files that a search begins with; the names of the others say what is in them, or they never change."""


class Search:
    """Makes indexes, one at a time; pages are made at the `desk`, whenever nobody waits for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._making = threading.Lock()
        self._edition: Edition | None = None
        self._files: dict[str, bytes] = {}
        self._former: dict[str, bytes] = {}

    @property
    def used(self) -> bool:
        """Whether somebody searched: until then nothing is indexed."""
        return self._edition is not None

    def file(self, edition: Edition, path: str) -> bytes | None:
        """The file of the index of `edition` at `path`; None where there is none. Raises `SearchError`.

        What an older index holds under a name that its content gave is still there for who began with it.
        """
        if path.rpartition("/")[2] in ENTRIES or not self.used:
            self.follow(edition)
        return self._files.get(path, self._former.get(path))

    def follow(self, edition: Edition) -> None:
        """Make the index of `edition`, unless it is made. Raises `SearchError`."""
        with self._making:
            if self._edition is not edition:
                files = self._index(edition)
                self._former, self._files, self._edition = self._files, files, edition

    def _index(self, edition: Edition) -> dict[str, bytes]:
        from hub.search.pagefind import indexing

        with indexing(words=edition.tools.hub.site.mots) as index:
            with self._desk.in_time():
                sheets = edition.sheets
            for sheet in sheets:
                with self._desk.in_time():
                    page = sheet.make(edition.tools)
                index.add(page)
            return dict(index.files())
