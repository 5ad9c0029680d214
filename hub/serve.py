"""Serve the site on this machine only, and build it again when a source changes."""

from __future__ import annotations

import functools
import http.server
import os
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from hub.build import PROGRAM
from hub.hosting.policy import HIDDEN, MEDIA_TYPES, media_type
from hub.model.attachment import DOCUMENTS, IMAGES
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS
from hub.unforeseen import sentence

HOST = "127.0.0.1"
LAST_PORT = 65535
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
HTML = "text/html; charset=utf-8"
ERROR = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>{words}</title>
<h1>{words}</h1>
<p>Réponse {code} du serveur d’essai.</p>
"""
ERRORS = {
    404: "Cette page est introuvable.",
    414: "Cette adresse est trop longue.",
    421: f"Ce site ne se lit qu’à l’adresse http://{HOST}, celle que montre le terminal.",
    431: "Cette demande a des en-têtes trop longs.",
    501: "Ce site se lit, et ne fait rien d’autre.",
    505: "Cette version de HTTP n’est pas connue ici.",
}
"""What is said of a request that gets no page, by status (RFC 9110; RFC 6585 for 431)."""

_OURS = r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?"
"""The names by which this machine calls itself."""

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

    def parse_request(self) -> bool:
        """Whether the request is for this site: a page of elsewhere may lead a browser here by another name
        (« DNS rebinding »), and would read drafts."""
        if not super().parse_request():
            return False
        host = self.headers.get("Host")
        if host is None or re.fullmatch(_OURS, host, re.IGNORECASE):
            return True
        self.send_error(421)
        return False

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == VERSION_PATH:
            self._answer(200, "text/plain; charset=utf-8", self.version.after(query).encode())
            return
        if path == RELOADER_PATH:
            self._answer(200, "text/javascript; charset=utf-8", (RELOADER % VERSION_PATH).encode())
            return
        missing = Path(self.directory) / "404.html"
        try:
            file = self._file(path)
            if not Path(self.directory).is_dir():
                self._answer(503, HTML, (NOTHING_YET + RELOADED).encode())
            elif file is None and missing.is_file():
                self._page(404, missing)
            elif file is None:
                self.send_error(404)
            elif file.suffix == ".html" and file.is_file():
                self._page(200, file)
            elif self.command == "HEAD":
                super().do_HEAD()
            else:
                super().do_GET()
        except ConnectionError:  # whoever asked has left
            self.close_connection = True

    def _file(self, path: str) -> Path | None:
        """The file of the site at this address, or a folder to which a slash is missing; None for none, for a
        file of servers, and for a link, which may lead out of the site."""
        site = Path(os.path.realpath(self.directory))
        file = Path(os.path.normpath(site / os.path.relpath(self.translate_path(path), self.directory)))
        try:
            inside = file.is_relative_to(site) and Path(os.path.realpath(file)) == file
            if not inside or (file != site and re.match(HIDDEN, f"{file.relative_to(site).as_posix()}/")):
                return None
            if file.is_dir() and path.endswith("/"):
                file /= "index.html"
            return file if file.exists() else None
        except (OSError, ValueError):  # a name that no file can have
            return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A page that says, in French, what the request lacks."""
        words = ERRORS.get(code, "Cette demande n’a pas été comprise.")
        self.close_connection = True
        self.command = getattr(self, "command", None) or "GET"
        self._answer(code, HTML, ERROR.format(code=code, words=words).encode())

    def _page(self, status: int, file: Path) -> None:
        html = file.read_text(encoding="utf-8")
        html = html.replace("</body>", RELOADED + "</body>")
        self._answer(status, HTML, html.encode())

    def _answer(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Requests are not printed: problems are what the writer must see."""


WATCHED = (".md", ".html", ".css", ".js", ".svg", *DOCUMENTS, *IMAGES)
"""The ends of the names of what a build reads; an editor's own files change all the time."""


class Server(http.server.ThreadingHTTPServer):
    """A server that goes on, in a few words, after a request it cannot answer."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            print(f"build.py : {sentence(error)}", file=sys.stderr)


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
