"""Pagefind, as a black box: records in, the files of an index out, beside whatever else is done."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pagefind_bin import get_executable

from hub.pages.page import Page
from hub.search.kinds import SEARCHING
from hub.search.record import record

FOLDER = "pagefind"
"""Where the index stands in the site; the theme's scripts look for it there."""

_SHIPPED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.fr.pagefind", "*/*.pf_*")
"""What our own interface asks for: not Pagefind's interfaces, nor its worker, nor other languages."""


class SearchError(Exception):
    """Pagefind failed: a fault of this program or of its installation, not of a source."""


class Index:
    """An index that is being made: `process` writes it into the folder `bundle`, and complains into `log`."""

    def __init__(self, process: subprocess.Popen[bytes], bundle: Path, log: Path) -> None:
        self._process = process
        self._bundle = bundle
        self._log = log

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files as (path, bytes), once it is made. Raises `SearchError`."""
        if self._process.wait():
            words = self._log.read_text(encoding="utf-8", errors="replace").strip()
            raise SearchError(f"L’index de recherche n’a pas pu être fait : {words}")
        for pattern in _SHIPPED:
            for file in sorted(self._bundle.glob(pattern)):
                yield f"{FOLDER}/{file.relative_to(self._bundle).as_posix()}", file.read_bytes()


@contextmanager
def indexing(pages: Iterable[Page]) -> Iterator[Index]:
    """Begin to index `pages`; leaving the block ends it, whatever happened.

    Pagefind is a program of its own: it works while we do something else. Its Python interface waits a
    tenth of a second a record.
    """
    with tempfile.TemporaryDirectory(prefix="hub-recherche-") as scratch:
        records, bundle, log = (Path(scratch, name) for name in ("pages", "index", "log"))
        records.mkdir()
        for page in pages:
            if page.address != SEARCHING:
                _write(page, records)
        with log.open("wb") as output, subprocess.Popen(
            [
                *(f"{get_executable()}", "--site", f"{records}", "--output-path", f"{bundle}"),
                *("--force-language", "fr", "--silent"),
            ],
            cwd=scratch,  # where no configuration of somebody else's stands
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process:
            try:
                yield Index(process, bundle, log)
            finally:
                process.kill()  # nothing, once it has ended


def _write(page: Page, folder: Path) -> None:
    file = folder / page.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(record(page), encoding="utf-8")
