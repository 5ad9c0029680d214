"""Pagefind, begun before the sources are read: where a text changed, it gets the records that the bundle of
its page had, and those that turn out to be others afterwards, each in the place of the former one.

What is foreseen only costs or saves time: it says nothing of what is published.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hub.processes import dies_with, interruptions_held, leave_endings
from hub.search.bundle import Former, kept_in
from hub.search.languages import languages_of, number_of
from hub.search.program import Program, pagefind
from hub.search.service import ServiceError

if TYPE_CHECKING:
    from hub.kept import Cupboard
    from hub.model import Hub

DRAWER, KEY = "prevision", "0" * 64

ANY = -1
"""The bundle of a file that many pages are made of."""

PATIENCE = 600.0
"""Seconds after which Pagefind is taken to hang."""


class Ahead:
    """Pagefind, whose index `number` of those in `languages` has the records of `former`, or will have."""

    def __init__(self, program: Program, languages: list[str], number: int, former: Former) -> None:
        self.program, self.languages, self.number, self.former = program, languages, number, former
        self._feeder: int | None = None

    def feed(self) -> None:
        """Have a copy of this process give Pagefind the records, and read what it answers."""
        parent = os.getpid()
        with interruptions_held():
            self._feeder = os.fork()
            if not self._feeder:
                leave_endings()
                dies_with(parent)
                os._exit(self._fed())
        self.program.service.skip(len(self.languages) + len(self.former.records))

    def _fed(self) -> int:
        """In the copy: an exit code."""
        try:
            ask = self.program.service.ask
            for language in self.languages:
                ask(type="NewIndex", config={"force_language": language})
            for address, searched in self.former.records.items():
                ask(type="AddFile", index_id=self.number, url=address, file_contents=searched.decode())
            self.program.service.settle(PATIENCE)
            return 0
        except Exception:
            return 1

    def is_fed(self, *, wait: bool = False) -> bool:
        """Whether Pagefind has them all: until then nobody else may talk to it. Raises `ServiceError`."""
        if self._feeder is not None:
            ended, status = os.waitpid(self._feeder, 0 if wait else os.WNOHANG)
            if not ended:
                return False
            self._feeder = None
            if status:
                raise ServiceError("il n’a pas pris ce qui lui fut donné d’abord")
        return True

    def end(self) -> None:
        """Nothing more is wanted of it."""
        if self._feeder is not None:
            os.kill(self._feeder, 9)
            os.waitpid(self._feeder, 0)
            self._feeder = None


class Foresight(NamedTuple):
    """What can be said of the next build of the town in the folder `source`, `cupboard` being where builds
    keep what they made."""

    source: Path
    cupboard: Cupboard

    @contextmanager
    def ahead(self) -> Iterator[Ahead | None]:
        """Pagefind, begun; None where nothing changed that one can see, or where it would help nobody."""
        foreseen = self._foreseen() if _helps() else None
        former = kept_in(self.cupboard, foreseen[0][foreseen[1]]) if foreseen else None
        if foreseen is None or former is None:
            yield None
            return
        with ExitStack() as ending:
            ahead = Ahead(ending.enter_context(pagefind()), *foreseen, former)
            ending.callback(ahead.end)
            ahead.feed()
            yield ahead

    def _foreseen(self) -> tuple[list[str], int] | None:
        """The languages of the bundles, and the number of the one that will have to be made again."""
        try:
            said = json.loads(self.cupboard.read(DRAWER, KEY) or b"null")
            languages = languages_of(int(said["pages"]))
            known = {
                str(path): (int(a), int(b), int(number)) for path, (a, b, number) in said["textes"].items()
            }
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        changed = {
            number
            for path, (size, modified, number) in known.items()
            if _stamp(self.source, path) != (size, modified)
        }
        certain = sorted(number for number in changed if 0 <= number < len(languages))
        if not certain and changed and len(languages) == 1:
            certain = [0]
        return (languages, certain[0]) if certain else None

    def note(self, hub: Hub, pages: int) -> None:
        """Say it of what was built: so many `pages`, of `hub`."""
        bundles = len(languages_of(pages))
        texts: dict[str, Any] = {}
        for thing in (hub.site, *hub.everything):
            document, loc = thing.origin
            own = not loc and hasattr(thing, "address")
            number = number_of(thing.address, bundles) if own else ANY
            if document and (own or document.path not in texts):
                texts[document.path] = (*(_stamp(self.source, document.path) or (0, 0)), number)
        said = {"pages": pages, "textes": texts}
        self.cupboard.write(DRAWER, KEY, json.dumps(said, ensure_ascii=False).encode())


def _helps() -> bool:
    """Whether somebody else may work meanwhile; as `copies_for`, a copy must be whole."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _stamp(root: Path, path: str) -> tuple[int, int] | None:
    try:
        known = os.lstat(f"{root}/{path}")
    except OSError:
        return None
    return known.st_size, known.st_mtime_ns
