"""A site served on this machine, to the clients that read it."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

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


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of `site`, at a free port of this machine; it ends with the block."""
    serving = functools.partial(handler, directory=str(site))
    with Server(("127.0.0.1", 0), serving) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
