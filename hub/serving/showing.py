"""What is shown of the workspace: a file, and what its page is told; a failure leaves the last good page."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

from hub.serving.search import FOLDER, Search
from hub.serving.state import State
from hub.serving.telling import told
from hub.serving.workspace import View, Workspace

PATIENCE = 20.0
"""Seconds after which a page that waits for something new asks again."""

FIRST = 600.0
"""Seconds that the first page waits for the first reading: a large town on a slow machine."""

KEPT = 100
"""Pages that are kept as they last were, for when one cannot be made."""

NOT_FOUND = "404.html"

UNSOUND = "Elle le sera quand il n’y aura plus d’erreur : corrigez d’abord celles que montre le panneau."
"""Of a page that cannot be made of texts that were never without an error."""

Words = Callable[[Exception], str]
"""What is said of an exception, in French."""


class Shown(NamedTuple):
    """A file as it is shown, with the status of the answer; `failure` says why it could not be made."""

    status: int
    data: bytes
    failure: str = ""

    @property
    def digest(self) -> str:
        """By what a page knows whether it is still the one to be shown."""
        return hashlib.sha256(self.data or self.failure.encode()).hexdigest()[:16]


class Showing:
    """Shows what the `workspace` has. `words` are those of a failure, which `tell` is told when it is new."""

    def __init__(self, workspace: Workspace, words: Words, tell: Callable[[str], None]) -> None:
        self._workspace = workspace
        self._words, self._tell = words, tell
        self._known: set[str] = set()
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self.search = Search(workspace.desk)

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        view = self._workspace.ready(FIRST)
        return bool(view.state) and self._of(view, path).status == 200

    def file(self, path: str) -> Shown:
        """The file at `path`, or the page that says why there is none."""
        return self._of(self._workspace.ready(FIRST), path)

    def told(self, path: str, known: str) -> dict[str, Any]:
        """What the panel of the page at `path` is told, once its token is another than `known`, or in the
        end the same."""
        end = time.monotonic() + PATIENCE
        view = self._workspace.ready(PATIENCE)
        while True:
            shown = self._of(view, path)
            said = told(view.state, path, shown.digest, view.failure or shown.failure)
            left = end - time.monotonic()
            if said["jeton"] != known or left <= 0:
                return said
            view = self._workspace.after(view, left)

    def _of(self, view: View, path: str) -> Shown:
        if view.state is None:
            return Shown(503, b"", view.failure)
        try:
            made = self._made(view.state, path)
        except Exception as error:
            return self._without(path, self._reason(view.state, error))
        if made is None:
            missing = view.state.edition.frames.not_found
            return Shown(404, missing)
        self._keep(path, made)
        return Shown(200, made)

    def _made(self, state: State, path: str) -> bytes | None:
        if path.startswith(f"{FOLDER}/"):
            return self.search.file(state.edition, path)
        with self._workspace.desk.at_once():
            return state.edition.file(path)

    def _reason(self, state: State, error: Exception) -> str:
        """Why a page could not be made: texts that are shown with their errors explain much."""
        return UNSOUND if state.faulty - state.held else self._words(error)

    def _without(self, path: str, words: str) -> Shown:
        """The last good page of this path, if there is one; the terminal is told once."""
        if words not in (UNSOUND, *self._known):
            self._known.add(words)
            self._tell(words)
        kept = self._kept.get(path)
        return Shown(500, b"", words) if kept is None else Shown(200, kept, words)

    def _keep(self, path: str, page: bytes) -> None:
        if not path.endswith(".html"):
            return
        with self._workspace.desk.at_once():
            self._kept[path] = page
            self._kept.move_to_end(path)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
