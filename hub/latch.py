"""Bytes that one process makes, and the copies of it wait for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


class Latch:
    """Made before the copies are: `give` is called by one of them, `take` by any.

    Each process but the one that gives calls `leave` first: `take` waits until nobody can give any more.
    """

    def __init__(self, file: int, reading: int, writing: int) -> None:
        self._file, self._reading, self._writing = file, reading, writing
        self._open = True

    def give(self, data: bytes) -> None:
        """These are the bytes."""
        left = memoryview(data)
        while left:
            left = left[os.write(self._file, left) :]
        self.leave()

    def leave(self) -> None:
        """This process will give nothing."""
        if self._open:
            os.close(self._writing)
            self._open = False

    def take(self) -> bytes:
        """What was given; nothing where the process that was to give ended before."""
        self.leave()
        os.read(self._reading, 1)
        return os.pread(self._file, os.fstat(self._file).st_size, 0)


@contextmanager
def latch() -> Iterator[Latch]:
    """A latch for the copies that are begun in the block."""
    with tempfile.TemporaryFile(prefix="hub-") as file:
        reading, writing = os.pipe()
        made = Latch(file.fileno(), reading, writing)
        try:
            yield made
        finally:
            made.leave()
            os.close(reading)
