"""Serve the site on this machine only, and build it again when a source changes."""

from __future__ import annotations

import functools
import http.server
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from hub.build import PROGRAM
from hub.hosting.policy import MEDIA_TYPES, media_type
from hub.model.attachment import DOCUMENTS, IMAGES
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS

HOST = "127.0.0.1"
VERSION_PATH = "/__version"
RELOADER_PATH = "/__reload.js"
RELOADER = """(async () => {
  let known;
  for (;;) {
    try {
      const version = await (await fetch("%s?" + known)).text();
      if (known && version !== known) location.reload();
      known = version;
    } catch { await new Promise(resolve => setTimeout(resolve, 1000)); }
  }
})();
"""
"""A file of its own: the pages' policy accepts nothing inline."""

RELOADED = f'<script src="{RELOADER_PATH}"></script>'
NOTHING_YET = """<!doctype html><html lang="fr"><title>Pas encore de site</title>
<h1>Pas encore de site</h1>
<p>Corrigez les erreurs que montre le terminal : la page s’affichera d’elle-même.</p>
"""
PATIENCE = 20.0
"""Seconds after which a page that waits for a new version asks again."""

QUIET = 0.2
"""Seconds without a change after which the writer's editor has finished."""


class Version:
    """The number of the build that is served; pages wait for the next one."""

    def __init__(self) -> None:
        self._number = 0
        self._changed = threading.Condition()

    def advance(self) -> None:
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, known: str) -> str:
        """The present number, at once when it is not `known`, else when it changes."""
        with self._changed:
            if str(self._number) == known:
                self._changed.wait(PATIENCE)
            return str(self._number)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the site, its own 404 page, and a script that reloads the page after a build."""

    version: Version
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        **{extension: media_type(extension) for extension in MEDIA_TYPES},
    }

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == VERSION_PATH:
            self._answer(200, "text/plain; charset=utf-8", self.version.after(query).encode())
            return
        if path == RELOADER_PATH:
            self._answer(200, "text/javascript; charset=utf-8", (RELOADER % VERSION_PATH).encode())
            return
        file = Path(self.translate_path(path))
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            self._page(200, file)
        elif not Path(self.directory).is_dir():
            self._answer(503, "text/html; charset=utf-8", (NOTHING_YET + RELOADED).encode())
        elif not file.exists() and (Path(self.directory) / "404.html").is_file():
            self._page(404, Path(self.directory) / "404.html")
        else:
            super().do_GET()

    def _page(self, status: int, file: Path) -> None:
        html = file.read_text(encoding="utf-8")
        html = html.replace("</body>", RELOADED + "</body>")
        self._answer(status, "text/html; charset=utf-8", html.encode())

    def _answer(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Requests are not printed: problems are what the writer must see."""


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
        server = http.server.ThreadingHTTPServer(
            (HOST, port), functools.partial(handler, directory=os.fspath(out))
        )
    except OSError:
        print(f"build.py : le port {port} est déjà pris. Essayez --port {port + 1}.", file=sys.stderr)
        return 2
    server.daemon_threads = True
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
