"""Serve the site on this machine only, and build it again when a source changes."""

from __future__ import annotations

import functools
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from hub.answering import HOST, Handler, Server, Version
from hub.build import PROGRAM
from hub.model.attachment import DOCUMENTS, IMAGES
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS

LAST_PORT = 65535

QUIET = 0.2
"""Seconds without a change after which the writer's editor has finished."""

WATCHED = (".md", ".html", ".css", ".js", ".svg", *DOCUMENTS, *IMAGES)
"""The ends of the names of what a build reads; an editor's own files change all the time."""


class Changes(FileSystemEventHandler):
    """Whether something that a build reads has changed since the last look."""

    def __init__(self, source: Path) -> None:
        self._happened = threading.Event()
        self._registers = {os.fspath(source / name) for name in (*REGISTERS, *OPTIONAL)}
        self._observer = Observer()
        self._observer.schedule(self, os.fspath(source), recursive=False)
        for folder in (*(source / name for name in FOLDERS), PROGRAM / "theme"):
            if folder.is_dir():
                self._observer.schedule(self, os.fspath(folder), recursive=True)
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write") or event.is_directory:
            return
        for path in (os.fsdecode(event.src_path), os.fsdecode(event.dest_path)):
            if path in self._registers or path.endswith(WATCHED):
                self._happened.set()

    def wait(self) -> None:
        """Until a change; an editor's several writes count as one."""
        self._happened.wait()
        while self._happened.is_set():
            self._happened.clear()
            self._happened.wait(QUIET)

    def stop(self) -> None:
        self._observer.stop()
        self._observer.join()


def serve(source: Path, out: Path, port: int, build: Callable[[], int]) -> int:
    """Serve `out` until interrupted; `build` is called first, and again after each change."""
    version = Version()
    handler = type("SiteHandler", (Handler,), {"version": version})
    try:
        server = Server((HOST, port), functools.partial(handler, directory=os.fspath(out)))
    except OSError:
        other = port + 1 if port < LAST_PORT else port - 1
        print(f"build.py : le port {port} est déjà pris. Essayez --port {other}.", file=sys.stderr)
        return 2
    changes = Changes(source.resolve())
    try:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        build()
        print(f"Le site est sur http://{HOST}:{server.server_port}/ (Ctrl-C pour arrêter).", flush=True)
        while True:
            changes.wait()
            build()
            version.advance()
    except KeyboardInterrupt:
        print("\nArrêté.", flush=True)
    finally:
        changes.stop()
        server.shutdown()
        server.server_close()
    return 0
