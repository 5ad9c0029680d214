"""Pagefind itself, as a service that runs in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from pagefind_bin import get_executable

from hub.scratch import scratch
from hub.search.service import Service, running


class Program(NamedTuple):
    """Pagefind, and the file into which it says what goes wrong."""

    service: Service
    log: IO[bytes]

    def complaint(self) -> str:
        """What it said."""
        self.log.seek(0)
        return self.log.read().decode("utf-8", errors="replace").strip()


@contextmanager
def pagefind() -> Iterator[Program]:
    """Pagefind, begun; leaving the block ends it, whatever happened."""
    with (
        scratch() as folder,  # where no configuration of somebody else's stands
        (folder / "log").open("w+b") as log,
        running([f"{get_executable()}", "--service"], folder, log) as service,
    ):
        yield Program(service, log)
