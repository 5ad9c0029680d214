"""Pagefind, as a black box: records in, the files of an index out, beside whatever else is done."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pagefind_bin import get_executable

from hub.pages.page import Page
from hub.processes import tied
from hub.scratch import scratch
from hub.search.kinds import KINDS, SEARCHING, kind_of
from hub.search.record import record
from hub.search.words import vocabulary

FOLDER = "pagefind"
"""Where the index stands in the site; the theme's scripts look for it there."""

_SHIPPED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.fr.pagefind", "index/*")
"""What our own interface asks for: not Pagefind's interfaces, nor its worker, nor other languages."""

PATIENCE = 600.0
"""Seconds after which Pagefind is taken to hang: ten thousand pages take it one minute."""

_SIGNATURE = b"pagefind_dcd"
"""With which Pagefind begins what it compresses."""


class SearchError(Exception):
    """Pagefind failed: a fault of this program or of its installation, not of a source."""


class Index:
    """An index that is being made in `folder`, of the pages that are added to it."""

    def __init__(self, folder: Path) -> None:
        self._records, self._bundle, self._log = (folder / name for name in ("pages", "index", "log"))
        self._pages: dict[str, Page] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._records.mkdir()

    def add(self, page: Page, searched: str | None = None) -> None:
        """Add a page; `searched` is its record, where somebody made it before and its body is gone."""
        self._pages[page.address] = page
        if page.address != SEARCHING:
            _write(page, record(page) if searched is None else searched, self._records)

    def begin(self) -> None:
        """Every page was added: Pagefind works while we do something else."""
        command = [
            *(f"{get_executable()}", "--site", f"{self._records}", "--output-path", f"{self._bundle}"),
            *("--force-language", "fr", "--silent"),
        ]
        with self._log.open("wb") as output:
            self._process = subprocess.Popen(
                tied(command),
                cwd=self._records.parent,  # where no configuration of somebody else's stands
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def end(self) -> None:
        """Leave nothing running."""
        if self._process:
            self._process.kill()  # nothing, once it has ended
            self._process.wait()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files as (path, bytes), once it is made. Raises `SearchError`."""
        if self._process is None:
            self.begin()
        assert self._process
        try:
            failed = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise SearchError(
                f"L’index de recherche n’est pas fini après {PATIENCE:.0f} secondes : recommencez."
            ) from None
        if failed:
            raise SearchError(f"L’index de recherche n’a pas pu être fait : {self._complaint()}")
        self._verify()
        for pattern in _SHIPPED:
            for file in sorted(self._bundle.glob(pattern)):
                yield f"{FOLDER}/{file.relative_to(self._bundle).as_posix()}", file.read_bytes()
        yield from self._fragments()
        yield f"{FOLDER}/mots.json", _json(vocabulary(self._pages.values()))

    def _complaint(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace").strip()

    def _verify(self) -> None:
        """Pagefind may end well and have written nothing, or a part: a full disk, a broken install."""
        missing = [pattern for pattern in _SHIPPED if not any(self._bundle.glob(pattern))]
        known = sum(1 for _ in self._bundle.glob("fragment/*.pf_fragment"))
        if missing or known != self._said():
            raise SearchError(
                f"L’index de recherche n’est pas entier ({known} pages). Lancez « make site », qui "
                f"réinstalle ce qu’il faut. {self._complaint()}".rstrip()
            )

    def _said(self) -> int:
        """How many pages Pagefind says that it kept: one without a word is left out."""
        try:
            entry = json.loads((self._bundle / "pagefind-entry.json").read_bytes())
            return sum(language["page_count"] for language in entry["languages"].values())
        except (ValueError, KeyError, TypeError, AttributeError):
            return -1

    def _fragments(self) -> Iterator[tuple[str, bytes]]:
        """What results show of each page, and `pages.json`: by the key of each, how to filter it.

        Pagefind 1.5.2 could filter by itself, but names and orders its filters as its hash tables are, never
        twice the same (its issue 638).
        """
        filters = {}
        for file in sorted(self._bundle.glob("fragment/*.pf_fragment")):
            data = file.read_bytes()
            yield f"{FOLDER}/fragment/{file.name}", data
            url = json.loads(gzip.decompress(data)[len(_SIGNATURE) :])["url"]
            page = self._pages[url.removesuffix(".html").rstrip("/") + "/"]
            filters[file.stem] = [KINDS.index(kind_of(page)), int(page.clues.over), *page.clues.years]
        known = {"genres": [kind.name for kind in KINDS], "pages": filters}
        yield f"{FOLDER}/pages.json", _json(known)


def _json(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


@contextmanager
def indexing() -> Iterator[Index]:
    """An index to which pages are added; leaving the block ends it, whatever happened.

    Pagefind is a program of its own: it works while we do something else. Its Python interface waits a
    tenth of a second a record.
    """
    with scratch() as folder:
        index = Index(folder)
        try:
            yield index
        finally:
            index.end()


def _write(page: Page, searched: str, folder: Path) -> None:
    """The record of `/agenda/bal/` is `agenda/bal.html`: a folder a section is made sooner than one a page.

    `show.js` of the theme turns the address of a result back. Pagefind takes an `index.html` for its folder:
    the record of `/associations/index/` keeps the form of its page.
    """
    path = page.address.strip("/")
    file = folder / (page.path if path.endswith("index") else f"{path or 'index'}.html")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(searched, encoding="utf-8")
