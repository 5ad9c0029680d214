"""From a change in a text to its new word in the page: of each program that serves what one writes.

All are asked in the same way: the file is written, and the page asked for over HTTP, again and again, until
the word is in it. What a browser adds (to hear of it, to draw) is the same for all.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench import hugo, plain
from bench.edits import edit
from bench.measure import CommandError, surroundings
from bench.program import Bench, hub_command, say
from bench.report import line

TARGETS = {"S": "≤ 0.2 s", "M": "≤ 0.5 s"}
EDITS, FEWEST = 20, 3
ENOUGH = 120.0
"""Seconds of edits of one program: one that takes several for each is asked fewer times."""

OFTEN = 0.004
"""Seconds from a request to the next."""

LONGEST = 600.0
"""Seconds after which nothing will come."""

APART = 0.3
"""Seconds from a page seen to the next edit: nobody writes faster, and no program is caught at work."""


class Server(NamedTuple):
    """A program that serves a town: its command at a port, and the folder of its minutes."""

    name: str
    command: Callable[[int], list[str]]
    minutes: Path


def figures(bench: Bench) -> Iterator[str]:
    """The median of the edits of each program, and between which they lie."""
    for server in _servers(bench):
        times = list(_times(server, bench.size))
        spread = f"{median(times):.3f} s ({min(times):.3f}–{max(times):.3f}, {len(times)} edits)"
        target = TARGETS.get(bench.size) if server.name == "hub" else None
        yield line(f"{bench.size}: an edit seen, {server.name}", spread, target)


def _servers(bench: Bench) -> Iterator[Server]:
    site = bench.folder / "site-served"
    own = [*hub_command("serve", bench.hub), "--out", f"{site}", "--no-media"]
    yield Server("hub", lambda port: [*own, "--port", f"{port}"], bench.hub / "minutes")
    yield Server(
        "mkdocs serve",
        lambda port: plain.serve_command(sys.executable, bench.plain, port),
        bench.plain / "docs" / "comptes-rendus",
    )
    if bench.hugo.exists():
        inside = bench.hugo / "content" / "comptes-rendus"
        yield Server("hugo server", lambda port: hugo.serve_command(bench.hugo, port), inside)


def _times(server: Server, size: str) -> Iterator[float]:
    """The seconds from each edit to its page."""
    port = _free_port()
    with _running(server.command(port)) as process:
        first = edit(server.minutes, 0)
        _seen(process, port, first.address, first.word)  # once all is built, and served
        begun = time.monotonic()
        for number in range(1, EDITS + 1):
            time.sleep(APART)
            start = time.perf_counter()
            made = edit(server.minutes, number)
            _seen(process, port, made.address, made.word)
            yield (took := time.perf_counter() - start)
            say(f"{size}: {server.name}: edit {number}: {took:.3f} s")
            if number >= FEWEST and time.monotonic() - begun > ENOUGH:
                return


def _seen(process: subprocess.Popen[bytes], port: int, address: str, word: str) -> None:
    """Return once the page at `address` holds `word`. Raises `CommandError` where it never does."""
    end = time.monotonic() + LONGEST
    while word not in _page(port, address):
        if process.poll() is not None or time.monotonic() > end:
            raise CommandError(f"{process.args!r}: « {word} » never came at {address}")
        time.sleep(OFTEN)


def _page(port: int, address: str) -> str:
    """What is served at an address; '' while nothing is."""
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST)
    try:
        connection.request("GET", address)
        return connection.getresponse().read().decode(errors="replace")
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def _running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """The program, while the block lasts."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=surroundings(plain.ENVIRONMENT),
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
