"""A site served on this machine, to the clients that read it."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from http import HTTPStatus
from pathlib import Path
from typing import Any, ClassVar

from hub.hosting.policy import MEDIA_TYPES, media_type

Rules = list[tuple[str, dict[str, str]]]
"""(pattern of addresses, the headers they get), as in the file `_headers`."""


def header_rules(site: Path) -> Rules:
    """What the site's own `_headers` asks: a pattern on its line, then headers set to the right."""
    file = site / "_headers"
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else []


@functools.lru_cache(8)
def _read(file: Path, at: int) -> Rules:
    """What the file holds that was changed then."""
    rules: Rules = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line.startswith(" "):
            rules.append((line, {}))
            continue
        name, _, value = line.strip().partition(": ")
        rules[-1][1][name] = value
    return rules


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word, under the headers that the site asks for, with its own 404 page."""

    protocol_version = "HTTP/1.1"  # a connection for a page, as servers have it, and no more for each file

    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        **{extension: media_type(extension) for extension in MEDIA_TYPES},
    }

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for pattern, headers in header_rules(Path(self.directory)):
            if fnmatchcase(path, pattern):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class Undated(Quiet):
    """A server that does not say when a file changed: to a second, two builds of a test are of one time."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Last-Modified":
            super().send_header(keyword, value)


class Server(http.server.ThreadingHTTPServer):
    """A server that a client may leave in the middle of an answer, as browsers do."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


POLL = 0.02
"""Seconds after which a server that is to stop sees it."""


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of `site`, at a free port of this machine; it ends with the block."""
    serving = functools.partial(handler, directory=str(site))
    with Server(("127.0.0.1", 0), serving) as server:
        threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
