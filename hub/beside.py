"""Files made by a second process, while this one does something else."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from hub.processes import dies_with, leave_endings

Files = Iterable[tuple[str, bytes]]


class BesideError(Exception):
    """The second process failed: a fault of this program, whose traceback it has printed."""


@contextmanager
def beside(make: Callable[[], Files]) -> Iterator[Files]:
    """Begin `make()`, whose files, (path, bytes), are read from what this yields; leaving the block ends it.

    A copy of this process makes them, which knows all that it knows. Where a copy would not be whole (other
    threads, as those of `serve`; a system that is not Linux) they are made here, as they are read. Reading
    them raises `BesideError` when the copy failed.
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
    except OSError as error:  # a disk that is full is no fault of this program
        pickle.dump(error, spool)
    spool.flush()


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
        if isinstance(made, OSError):
            raise made
        yield made
