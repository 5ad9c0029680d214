"""Serve the site on this machine only, as its sources are at every moment."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Protocol

from hub import report
from hub.called import called
from hub.checks import Problem
from hub.places import THEME
from hub.serving.answering import HOST, Handler, Server
from hub.serving.outlook import Outlook
from hub.serving.showing import Showing, Words
from hub.serving.state import State
from hub.serving.watching import Changes
from hub.serving.workspace import Before, View, Workspace

LAST_PORT = 65535

SETTLED = 0.15
"""Seconds for which a new error must stand before it is believed: an editor may be saving the file."""

OFTEN = 30.0
"""Seconds after which the day is looked at: a new one changes what is to come."""

POLLED = 0.05
"""Seconds after which a server that is to stop notices."""

QUIET = 2.0
"""Seconds without a change after which the search follows, once somebody searched."""


class Awaited(Protocol):
    """What tells of changes."""

    def wait(self, longest: float) -> bool:
        """Wait for one, `longest` seconds at most; whether there was one."""

    def theme_changed(self) -> bool:
        """Whether one was of the theme."""


class Town(NamedTuple):
    """What is served: the folder of the texts, that of the published site, what it tells, and the day.

    With media: PDFs, posters and cards too; pages name none otherwise.
    """

    source: Path
    published: Path
    before: Before
    today: Callable[[], dt.date]
    with_media: bool = True


def serve(town: Town, port: int, words: Words, *, quiet: bool = False) -> int:
    """Serve the site of `town` until interrupted; returns the exit code.

    `words` are those of a failure; `quiet` asks that only problems be told.
    """
    workspace = Workspace(town.source, town.published, town.before, with_media=town.with_media)
    showing = Showing(workspace, words, _tell)
    try:
        server = Server((HOST, port), type("Served", (Handler,), {"showing": showing}))
    except OSError:
        other = port + 1 if port < LAST_PORT else port - 1
        print(f"{called().name} : le port {port} est déjà pris. Essayez --port {other}.", file=sys.stderr)
        return 2
    outlook = Outlook(workspace, town.source)
    _begin(server.serve_forever, POLLED)
    try:
        with closing(Changes(town.source.resolve(), THEME)) as changes:
            print(f"Le site est sur http://{HOST}:{server.server_port}/ (Ctrl-C pour arrêter).", flush=True)
            _begin(_judge, workspace, words, quiet)
            _begin(_index, workspace, showing, words)
            _begin(outlook.follow, lambda error: _tell(words(error)))
            follow(workspace, changes, town.today, words)
    except KeyboardInterrupt:
        print("\nArrêté.", flush=True)
    finally:
        server.shutdown()
        server.server_close()
        outlook.close()
    return 0


def _begin(work: Callable[..., object], *given: object) -> None:
    """Begin a work that ends with the program."""
    threading.Thread(target=work, args=given, daemon=True).start()


def follow(workspace: Workspace, changes: Awaited, today: Callable[[], dt.date], words: Words) -> None:
    """Show the texts as they are, again and again."""
    failure = ""
    remarks: tuple[str, ...] = ()
    while True:
        try:
            draft = workspace.read(today())
            if workspace.is_doubtful(draft) and changes.wait(SETTLED):
                continue
            workspace.show(draft, theme_changed=changes.theme_changed())
            failure = ""
            for remark in workspace.remarks[len(remarks) :]:
                _tell(remark)
            remarks = workspace.remarks
        except Exception as error:  # nothing but Ctrl-C ends it
            known, failure = failure, words(error)
            if failure != known:
                _tell(failure)
                workspace.fail(failure)
        changes.wait(OFTEN)


def _judge(workspace: Workspace, words: Words, quiet: bool) -> None:
    """Let the other rules look at the texts whenever they are others, and tell what they found."""
    view = View()
    told: list[Problem] | None = None
    gc.disable()  # nothing of the first reading is garbage
    while True:
        view = workspace.after(view)
        state = view.state
        if state is None:
            continue
        if not state.whole:
            try:
                _look(workspace, state)
            except Exception as error:  # the pages go on
                _tell(words(error))
            if told is None:
                gc.freeze()  # the first reading need never be looked through again
                gc.enable()
        elif told != (problems := list(state.problems)):
            print(_report(state, problems, told, quiet=quiet), end="", flush=True)
            told = problems


def _report(state: State, problems: list[Problem], told: list[Problem] | None, *, quiet: bool) -> str:
    """What the terminal is told: everything at first, then what is new."""
    reading = state.draft.reading
    documents = len(reading.sources.documents)
    if told is None:
        return "" if quiet and not problems else report.text(problems, reading.root, documents)
    return report.again(problems, told, reading.root, documents)


def _look(workspace: Workspace, state: State) -> None:
    for _ in workspace.judge(state.draft):
        if workspace.state is not state:
            return


def _index(workspace: Workspace, showing: Showing, words: Words) -> None:
    """Once somebody searched, let the search follow what is shown, when it is quiet."""
    view = workspace.ready()
    while True:
        known, view = view, workspace.after(view, QUIET)
        if view is known and view.state and showing.search.used:
            try:
                showing.search.follow(view.state.edition)
            except Exception as error:  # whoever searches is told again
                _tell(words(error))
            view = workspace.after(view)


def _tell(words: str) -> None:
    print(f"{called().name} : {words}", file=sys.stderr, flush=True)
