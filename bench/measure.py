"""What a command costs, seen from outside: the kernel's own account of the process."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from bench.memory import Peak

KIB_IN_MB = 1024 / 1_000_000
"""`ru_maxrss` counts in KiB on Linux (getrusage(2)); we show megabytes."""


class CommandError(Exception):
    """A measured command failed: its figures would mean nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: `wall` and `cpu` (user and system) in seconds; the peaks of its memory in MB.

    `memory` is that of the largest of its processes (RSS). `own` is that of the one that was started and of
    its copies together, `beside` that of the other programs that it starts (Pagefind), what processes share
    being shared out among them (PSS): two copies of a program are not counted twice, nor forgotten. `all` is
    that of all of them at one moment.
    """

    wall: float
    cpu: float
    memory: float
    own: float
    beside: float = 0.0
    all: float = 0.0


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, codes: Collection[int] = (0,)
) -> Cost:
    """Run `command` to its end; `environment` is added to this process's own, and it must exit by `codes`.

    Python may keep what it compiles, as it does for anybody. The peak of RSS is never below that of this
    process: between fork and exec the child has our pages (`setmax_mm_hiwater_rss` in the kernel's
    `exec_mmap`), so whoever measures must stay small. Raises
    `CommandError` with the end of its output when the command fails.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=surroundings(environment),
        )
        peak = Peak(process.pid)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            held = peak.stop()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # Popen must not wait for it again
        if process.returncode not in codes:
            raise CommandError(f"{' '.join(command)}: exit {process.returncode}\n{_tail(output)}")
    cpu, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB_IN_MB
    return Cost(wall, cpu, memory, *(one * KIB_IN_MB for one in held))


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of what is measured: this process's own, and `more`."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, **(more or {})}


def _tail(output: IO[bytes]) -> str:
    output.seek(0)
    return output.read().decode(errors="replace")[-2000:]
