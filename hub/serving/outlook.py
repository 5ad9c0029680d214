"""What the edits will do once they are published: compared with the last commit, or with the texts as they
were when the server began. Worked out beside the pages, when nobody waits for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from hub.changes.comparing import Comparison, Side
from hub.changes.nouns import Changes
from hub.changes.reports import brief
from hub.changes.revision import Repository
from hub.changes.unpacking import BaseError
from hub.model import assemble
from hub.scratch import scratch
from hub.serving.state import Draft, State
from hub.serving.workspace import Workspace
from hub.sources import Reading

QUIET = 0.8
"""Seconds without an edit before anything is compared."""

OFTEN = 10.0
"""Seconds after which the last commit is looked for again: to commit changes no text."""

SINCE_COMMIT = "Depuis la dernière version enregistrée (git)"
SINCE_START = "Depuis que le serveur d’essai est lancé"

Told = dict[str, Any]


class Outlook:
    """Says what the edits of a `workspace` do; the folder of its texts is `source`."""

    def __init__(self, workspace: Workspace, source: Path) -> None:
        self._workspace, self._source = workspace, source
        self._kept = ExitStack()
        self._commit: str | None = None
        self._first: State | None = None
        self._base: Side | None = None
        self._since = SINCE_START

    def close(self) -> None:
        """Remove what was written meanwhile."""
        self._kept.close()

    def follow(self, tell: Callable[[Exception], None]) -> None:
        """Say it whenever the texts or the last commit are others; `tell` what went wrong."""
        done: Draft | None = None
        view = self._workspace.ready()
        self.begin(view.state)
        while True:
            while (newer := self._workspace.after(view, QUIET)) is not view:
                view = newer
            if (state := view.state) and state.whole:
                try:
                    if self.is_another() or state.draft is not done:
                        self.foresee(state)
                except Exception as error:  # the pages go on
                    tell(error)
                done = state.draft
            view = self._workspace.after(view, OFTEN)

    def begin(self, state: State | None) -> None:
        """These are the texts as they are when the server begins, however soon somebody edits them."""
        self._first = self._first or state

    def is_another(self) -> bool:
        """Whether there is another commit than the one that was looked at."""
        try:
            commit = Repository(self._source).commit("HEAD")
        except BaseError:
            commit = None
        if self._base is not None and commit == self._commit:
            return False
        self._commit, self._base = commit, None
        return True

    def foresee(self, state: State) -> None:
        """Work out what the edits of `state` do, and say it there, unless other texts are shown by then."""
        self.begin(state)
        before = self._base = self._base or self._side(state)
        draft = state.draft
        after = Side(draft.hub, draft.reading.sources)
        steps = Comparison(before, after, draft.today).steps()
        for found in self._in_time(steps):
            if found is not None:
                self._workspace.foresee(state, self._told(found))
            elif self._workspace.state is not state:
                return

    def _in_time(self, steps: Iterator[Changes | None]) -> Iterator[Changes | None]:
        """Each step, made when nobody waits."""
        while True:
            with self._workspace.desk.in_time():
                try:
                    found = next(steps)
                except StopIteration:
                    return
            yield found

    def _told(self, changes: Changes) -> Told | None:
        if changes.nothing:
            return None
        return {"depuis": self._since, **brief(changes)}

    def _side(self, state: State) -> Side:
        """What is compared with; without a commit, the first texts that were read whole."""
        reading = self._committed(self._commit, state.draft.reading) if self._commit else None
        if reading:
            self._since = SINCE_COMMIT
            with self._workspace.desk.in_time():
                hub, faults = assemble(reading.sources, state.draft.hub)
            return Side(hub, reading.sources, faults)
        self._since = SINCE_START
        draft = (self._first or state).draft
        return Side(draft.hub, draft.reading.sources)

    def _committed(self, commit: str, now: Reading) -> Reading | None:
        """The texts of the commit; None where they are not in it. Those that did not change are the same."""
        self._kept.close()
        folder = self._kept.enter_context(scratch())
        try:
            Repository(self._source).write(commit, folder)
        except BaseError:
            return None
        moved = replace(now, root=folder.resolve())
        return moved.again(folder, moved.files)
