"""Serve the site on this machine only, as its sources are at every moment."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hub.checks import Problem
from hub.places import THEME
from hub.serving.answering import HOST, Handler, Server
from hub.serving.showing import Showing, Words
from hub.serving.state import State
from hub.serving.watching import Changes
from hub.serving.workspace import Before, Workspace

LAST_PORT = 65535

SETTLED = 0.15
"""Seconds for which a new error must stand before it is believed: an editor may be saving the file."""

OFTEN = 30.0
"""Seconds after which the day is looked at: a new one changes what is to come."""

QUIET = 2.0
"""Seconds without a change after which the search follows, once somebody searched."""

Report = Callable[[list[Problem], int], None]
"""(problems, number of files read) -> nothing: prints them."""


class Town(NamedTuple):
    """What is served: the folder of the texts, that of the published site, what it tells, and the day."""

    source: Path
    published: Path
    before: Before
    today: Callable[[], dt.date]


def serve(town: Town, port: int, words: Words, report: Report) -> int:
    """Serve the site of `town` until interrupted; returns the exit code. `words` are those of a failure."""
    workspace = Workspace(town.source, town.published, town.before)
    showing = Showing(workspace, words, _tell)
    try:
        server = Server((HOST, port), type("Served", (Handler,), {"showing": showing}))
    except OSError:
        other = port + 1 if port < LAST_PORT else port - 1
        print(f"build.py : le port {port} est déjà pris. Essayez --port {other}.", file=sys.stderr)
        return 2
    try:
        changes = Changes(town.source.resolve(), THEME)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        print(f"Le site est sur http://{HOST}:{server.server_port}/ (Ctrl-C pour arrêter).", flush=True)
        threading.Thread(target=_judge, args=(workspace, showing, report), daemon=True).start()
        _follow(workspace, changes, town.today, words)
    except KeyboardInterrupt:
        print("\nArrêté.", flush=True)
    finally:
        changes.stop()
        server.shutdown()
        server.server_close()
    return 0


def _follow(workspace: Workspace, changes: Changes, today: Callable[[], dt.date], words: Words) -> None:
    """Show the texts as they are, again and again."""
    while True:
        try:
            draft = workspace.read(today())
            if workspace.is_doubtful(draft) and changes.wait(SETTLED):
                continue
            workspace.show(draft, theme_changed=changes.theme_changed())
        except Exception as error:  # nothing but Ctrl-C ends it
            _tell(words(error))
            workspace.fail(words(error))
        changes.wait(OFTEN)


def _judge(workspace: Workspace, showing: Showing, report: Report) -> None:
    """Let the other rules look at each state, and tell what is new; then let the search follow."""
    told: list[Problem] | None = None
    view = workspace.ready(float("inf"))
    ...


def _tell(words: str) -> None:
    print(f"build.py : {words}", file=sys.stderr, flush=True)
