"""The memory of a process and of those that it starts, read from the kernel while they run."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
_PSS = re.compile(r"^Pss:\s*(\d+)", re.MULTILINE)


class Peak:
    """The peaks of what a process and its family hold, in KiB: of those that run its own program, together,
    of the others, and of all. Read again and again until it ends."""

    OFTEN = 0.1
    """Seconds from a reading to the next: a process that ends in between has hardly grown since, and a
    reading takes a thousandth of a second for 100 MB."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._ended = threading.Event()
        self._peaks: tuple[int, ...] = (0, 0, 0)
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        while not self._ended.wait(self.OFTEN):
            program = _program(self._pid)
            own = beside = 0
            for pid in _family(self._pid):
                if _program(pid) == program:
                    own += _share(pid)
                else:
                    beside += _share(pid)
            now = own, beside, own + beside
            self._peaks = tuple(map(max, self._peaks, now))

    def stop(self) -> tuple[int, ...]:
        """The peaks: of the program, of the others that it started, of all at one moment."""
        self._ended.set()
        self._reader.join()
        return self._peaks


def _family(pid: int) -> Iterator[int]:
    """A process, and all that it started."""
    yield pid
    with suppress(OSError):
        for thread in (PROC / f"{pid}" / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))


def _program(pid: int) -> Path | None:
    """The file of the program that a process runs; None where it has ended."""
    with suppress(OSError):
        return (PROC / f"{pid}" / "exe").readlink()
    return None


def _share(pid: int) -> int:
    """What a process holds, its part of what it shares included (PSS)."""
    with suppress(OSError):
        found = _PSS.search((PROC / f"{pid}" / "smaps_rollup").read_text())
        return int(found[1]) if found else 0
    return 0
