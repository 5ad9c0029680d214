"""Files made by a second process, while this one does something else."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from hub.processes import dies_with, leave_endings

Files = Iterable[tuple[str, bytes]]


class BesideError(Exception):
    """The second process was stopped: by somebody, or by a machine that had no memory left."""


class _Failure(NamedTuple):
    """What the copy raised, and its traceback as text, which no exception can carry across."""

    error: Exception
    trace: str


class _ThereError(Exception):
    """The traceback of the copy, as the cause of what it raised."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


@contextmanager
def beside(make: Callable[[], Files]) -> Iterator[Files]:
    """Begin `make()`, whose files, (path, bytes), are read from what this yields; leaving the block ends it.

    A copy of this process makes them, which knows all that it knows. Where a copy would not be whole (other
    threads, as those of `serve`; a system that is not Linux) they are made here, as they are read. Reading
    them raises what the copy raised, and `BesideError` when it was stopped.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        yield make()
        return
    with tempfile.TemporaryFile(prefix="hub-") as spool:
        process = multiprocessing.get_context("fork").Process(target=_fill, args=(spool, make, os.getpid()))
        process.start()
        try:
            yield _read(spool, process)
        finally:
            process.kill()  # nothing, once it has ended
            process.join()


def _fill(spool: IO[bytes], make: Callable[[], Files], parent: int) -> None:
    """The copy: writes the files, one after the other, and lives no longer than its parent."""
    leave_endings()
    dies_with(parent)
    try:
        for file in make():
            pickle.dump(file, spool)
    except Exception as error:  # it is told where the files are read
        pickle.dump(_Failure(_portable(error), traceback.format_exc()), spool)
    spool.flush()


def _portable(error: Exception) -> Exception:
    """The exception itself, or what it says where it cannot cross from one process to another."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__} {error}")
    return error


def _read(spool: IO[bytes], process: multiprocessing.process.BaseProcess) -> Iterator[tuple[str, bytes]]:
    process.join()
    if process.exitcode:
        raise BesideError(f"Le programme qui fait les flux s'est arrêté (code {process.exitcode}).")
    spool.seek(0)
    while True:
        try:
            made = pickle.load(spool)
        except EOFError:
            return
        if isinstance(made, _Failure):
            raise made.error from _ThereError(made.trace)
        yield made
