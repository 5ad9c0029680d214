"""What was made and will be asked for again, put aside on the disk rather than held."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

_PIECE = 1 << 20
"""Bytes."""


class _File:
    """A file that has no name, and ends with the last who knows of it."""

    def __init__(self) -> None:
        from tempfile import TemporaryFile  # which a check needs not

        with TemporaryFile(prefix="hub-") as file:
            self.descriptor = os.dup(file.fileno())

    def __del__(self) -> None:
        os.close(self.descriptor)


class Placed(NamedTuple):
    """Where something stands: from `at`, in bytes, `size` of them."""

    file: _File
    at: int
    size: int


class Aside:
    """A file without a name, to whose end bytes are added.

    The kernel keeps what it has room for; reading it again takes some microseconds. A copy of this process
    (`fork`) reads what stands there already, and adds to a file of its own.
    """

    def __init__(self) -> None:
        self._owner = 0
        self._file: _File | None = None
        self._end = 0

    def put(self, data: bytes) -> Placed:
        """Where the bytes stand from now on. Raises OSError."""
        if self._file is None or self._owner != os.getpid():
            self._owner, self._end = os.getpid(), 0
            self._file = _File()
        placed = Placed(self._file, self._end, len(data))
        while data:
            written = os.pwrite(self._file.descriptor, data, self._end)
            self._end, data = self._end + written, data[written:]
        return placed

    def get(self, placed: Placed) -> bytes:
        """What stands there. Raises OSError."""
        return os.pread(placed.file.descriptor, placed.size, placed.at)

    def whole(self) -> Iterator[bytes]:
        """All that this process put aside, in its order, in pieces. Raises OSError."""
        for at in range(0, self._end, _PIECE):
            assert self._file is not None
            yield os.pread(self._file.descriptor, min(_PIECE, self._end - at), at)

    def put_value(self, value: Any) -> Placed:
        """Where a text, a number or a tuple of these stands from now on. Raises OSError."""
        return self.put(marshal.dumps(value))

    def value(self, placed: Placed) -> Any:
        """What stands there. Raises OSError."""
        return marshal.loads(self.get(placed))
