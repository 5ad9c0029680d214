"""`build.py serve` in a process of its own, as people run it."""

from __future__ import annotations

import http.client
import json
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from tests import towns

PATIENCE = 60
"""Seconds after which a test gives up: a loaded machine takes its time."""


class Answer(NamedTuple):
    """An answer of the server."""

    status: int
    text: str
    headers: Mapping[str, str]


def asked(host: str, address: str, method: str = "GET", **headers: str) -> Answer:
    """What the server at `host` answers."""
    connection = http.client.HTTPConnection(host, timeout=PATIENCE)
    connection.request(method, address, headers=headers)
    answer = connection.getresponse()
    found = Answer(answer.status, answer.read().decode(errors="replace"), dict(answer.getheaders()))
    connection.close()
    return found


BUILD_PY = (sys.executable, "-u", str(towns.ROOT / "build.py"))


class Served:
    """`build.py serve` in a process of its own, whose lines are read as they come."""

    def __init__(self, source: Path, out: Path, *options: str, program: Sequence[str] = BUILD_PY) -> None:
        self.source = source
        command = [*program, "serve", "--source", str(source)]
        command += ["--out", str(out), "--port", "0", "--today", str(towns.TODAY), *options]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # its group is then all that it began
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.url = re.search(r"http://127\.0\.0\.1:\d+", self.line("Le site est sur"))[0]  # type: ignore[index]
        self.host = self.url.removeprefix("http://")

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def line(self, words: str) -> str:
        """The next line that holds `words`."""
        while words not in (line := self._lines.get(timeout=PATIENCE)):
            pass
        return line

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        return asked(self.host, address, method, **headers)

    def told(self, address: str, known: str = "") -> dict[str, Any]:
        """What the panel of a page is told, once it is another than what `known` stands for."""
        query = urlencode({"page": address, "connu": known})
        told: dict[str, Any] = json.loads(self.get(f"/__version?{query}").text)
        return told

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        self._reader.join(timeout=PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def serving(source: Path, out: Path, *options: str, program: Sequence[str] = BUILD_PY) -> Iterator[Served]:
    """The town of `source`, served until the end of the block."""
    server = Served(source, out, *options, program=program)
    try:
        yield server
    finally:
        server.stop()
