"""What the server of `serve` answers: the site, to this machine alone, and what keeps pages up to date."""

from __future__ import annotations

import http.server
import json
import mimetypes
import re
import sys
from collections.abc import Mapping
from html import escape
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote

from hub.called import called
from hub.hosting.policy import CONTENT_SECURITY_POLICY, FOR_EVER, HIDDEN, MEDIA_TYPES, cached, media_type
from hub.places import THEME
from hub.serving.edition import INDEX
from hub.serving.showing import NOT_FOUND, Showing
from hub.unforeseen import sentence

HOST = "127.0.0.1"

VERSION = "/__version"
"""Where a page asks what it is told: the answer waits until it is another."""

OWN = {
    "/__apercu.js": ("apercu.js", "text/javascript; charset=utf-8"),
    "/__apercu.css": ("apercu.css", "text/css; charset=utf-8"),
}
"""The files of the panel. They are none of the site's, and the pages' policy accepts nothing inline."""

HTML = "text/html; charset=utf-8"
ERROR = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{words}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="stylesheet" href="/__apercu.css"></head><body class="seule"><main>
<h1>{words}</h1>
<p>{more}</p>
</main></body></html>
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

NOT_MADE = "Cette page n’a pas pu être faite."

_OURS = r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?"
"""The names by which this machine calls itself."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Files of the site, its own 404 page, and a script that keeps the page up to date."""

    showing: ClassVar[Showing]

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
        address, _, query = self.path.partition("?")
        try:
            if address == VERSION:
                self._tell({name: values[0] for name, values in parse_qs(query).items()})
            elif address in OWN:
                name, kind = OWN[address]
                self._answer(200, kind, (THEME / "apercu" / name).read_bytes())
            else:
                self._site(address)
        except ConnectionError:  # whoever asked has left
            self.close_connection = True

    def _tell(self, asked: Mapping[str, str]) -> None:
        """What the panel of a page is told, once it is not what the page knows already."""
        path = path_of(asked.get("page", "/"))
        told = self.showing.told(path if path is not None else NOT_FOUND, asked.get("connu", ""))
        self._answer(200, "application/json; charset=utf-8", json.dumps(told).encode())

    def _site(self, address: str) -> None:
        path = path_of(address)
        shown = self.showing.file(path if path is not None else NOT_FOUND)
        if shown.status == 404 and path and self.showing.exists(f"{path}/{INDEX}"):
            self._answer(301, HTML, b"", location=f"{address}/")
        elif not shown.data and shown.failure:
            page = ERROR.format(words=NOT_MADE, more=_lines(shown.failure), policy=CONTENT_SECURITY_POLICY)
            self._answer(shown.status, HTML, self._live(page.encode(), shown.digest))
        else:
            status, kind = (404, HTML) if path is None else (shown.status, kind_of(path))
            kind = HTML if status == 404 else kind
            data = self._live(shown.data, shown.digest) if kind == HTML else shown.data
            self._answer(status, kind, data, path or "")

    def _live(self, page: bytes, digest: str) -> bytes:
        """The page, with the script that keeps it up to date; `digest` is that of the page as it is."""
        script = f'<script defer src="/__apercu.js" data-page="{digest}"></script>'.encode()
        before, body, after = page.rpartition(b"</body>")
        return before + script + body + after

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A page that says, in French, what the request lacks."""
        words = ERRORS.get(code, "Cette demande n’a pas été comprise.")
        self.close_connection = True
        self.command = getattr(self, "command", None) or "GET"
        more = f"Réponse {code} du serveur d’essai."
        page = ERROR.format(words=words, more=more, policy=CONTENT_SECURITY_POLICY)
        self._answer(code, HTML, page.encode())

    def _answer(self, status: int, kind: str, data: bytes, path: str = "", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        kept = path and cached(path) == FOR_EVER
        self.send_header("Cache-Control", FOR_EVER if kept else "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Requests are not printed: problems are what the writer must see."""


def path_of(address: str) -> str | None:
    """The file of the site at an address; None where no visitor is given any: one for servers, or none."""
    path = unquote(address.removeprefix("/"), errors="replace")
    if not address.startswith("/") or re.match(HIDDEN, f"{path}/") or not path.isprintable():
        return None
    return f"{path}{INDEX}" if not path or path.endswith("/") else path


def kind_of(path: str) -> str:
    """The media type of a file of the site."""
    end = f".{path.rpartition('.')[2]}"
    if end == ".html":
        return HTML
    return media_type(end) if end in MEDIA_TYPES else _guessed(path)


def _guessed(path: str) -> str:
    found, _ = mimetypes.guess_type(path)
    return found or "application/octet-stream"


def _lines(words: str) -> str:
    return "<br>".join(map(escape, words.splitlines()))


class Server(http.server.ThreadingHTTPServer):
    """A server that goes on, in a few words, after a request it cannot answer."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            print(f"{called().name} : {sentence(error)}", file=sys.stderr)
