"""Processes that end with the one that began them, however it ends; and an end that is always tidy."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

_PR_SET_PDEATHSIG = 1

ENDINGS = (signal.SIGTERM, signal.SIGHUP)
"""How systemd, a container or a closed terminal ends a program: as Ctrl-C does."""

_TIED = (
    "import ctypes, os, sys; ctypes.CDLL(None).prctl(1, 9); "
    "os.getppid() == int(sys.argv[1]) and os.execv(sys.argv[2], sys.argv[2:])"
)
"""`dies_with` for a program of another language, which then takes the place of this Python."""


def dies_with(parent: int) -> None:
    """Tie this process to `parent`, which began it: it is killed when that one ends. Linux only."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before
        os._exit(1)


def tied(command: Sequence[str]) -> list[str]:
    """`command`, as a process that ends with this one."""
    if sys.platform != "linux":
        return list(command)
    return [sys.executable, "-I", "-S", "-c", _TIED, str(os.getpid()), *command]


@contextmanager
def ended_as_interrupted() -> Iterator[None]:
    """Within this block the signals that end a program raise KeyboardInterrupt, as Ctrl-C does.

    A signal that somebody already answers or ignores (`nohup`) is left to them, and so is each one in a
    thread, where Python answers none.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [sign for sign in ENDINGS if signal.getsignal(sign) is signal.SIG_DFL]
    for sign in ours:
        signal.signal(sign, signal.default_int_handler)
    try:
        yield
    finally:
        for sign in ours:
            signal.signal(sign, signal.SIG_DFL)


def leave_endings() -> None:
    """In a copy or a worker: Ctrl-C reaches every process of a terminal, the first one alone answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for sign in ENDINGS:
        signal.signal(sign, signal.SIG_DFL)


@contextmanager
def interruptions_held() -> Iterator[None]:
    """Within this block Ctrl-C waits; a process begun in it never hears it, its first instants included."""
    held = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
