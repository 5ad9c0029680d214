"""What a command costs, seen from outside: the kernel's own account of the process."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

KIB_IN_MB = 1024 / 1_000_000
"""`ru_maxrss` counts in KiB on Linux (getrusage(2)); we show megabytes."""


class CommandError(Exception):
    """A measured command failed: its figures would mean nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: `wall` and `cpu` (user and system) in seconds, `memory` at its peak in MB.

    `memory` is that of the largest of its processes, `own` that of the one that was started.
    """

    wall: float
    cpu: float
    memory: float
    own: float


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, codes: Collection[int] = (0,)
) -> Cost:
    """Run `command` to its end; `environment` is added to this process's own, and it must exit by `codes`.

    The peak is never below that of this process: between fork and exec the child has our pages
    (`setmax_mm_hiwater_rss` in the kernel's `exec_mmap`), so whoever measures must stay small. Raises
    `CommandError` with the end of its output when the command fails.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
        )
        peak = _Peak(process.pid)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            own = peak.stop()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # Popen must not wait for it again
        if process.returncode not in codes:
            raise CommandError(f"{' '.join(command)}: exit {process.returncode}\n{_tail(output)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB_IN_MB, own * KIB_IN_MB)


class _Peak:
    """The peak of one process, in KiB, without those that it starts: read again and again until it ends."""

    OFTEN = 0.05
    """Seconds from a reading to the next: a process that ends in between has hardly grown since."""

    def __init__(self, pid: int) -> None:
        self._status = Path(f"/proc/{pid}/status")
        self._ended = threading.Event()
        self._peak = 0
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        while not self._ended.wait(self.OFTEN):
            with suppress(OSError):
                found = re.search(r"VmHWM:\s*(\d+)", self._status.read_text())
                self._peak = int(found[1]) if found else self._peak

    def stop(self) -> int:
        self._ended.set()
        self._reader.join()
        return self._peak


def _tail(output: IO[bytes]) -> str:
    output.seek(0)
    return output.read().decode(errors="replace")[-2000:]
