"""What the server of `serve` answers: the site, to this machine alone, and a script that reloads pages."""

from __future__ import annotations

import http.server
import os
import re
import sys
import threading
from pathlib import Path
from typing import Any, ClassVar

from hub.hosting.policy import HIDDEN, MEDIA_TYPES, media_type
from hub.unforeseen import sentence

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


class Server(http.server.ThreadingHTTPServer):
    """A server that goes on, in a few words, after a request it cannot answer."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            print(f"build.py : {sentence(error)}", file=sys.stderr)
