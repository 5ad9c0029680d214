"""What was made and will be asked for again, put aside on the disk rather than held."""

from __future__ import annotations

import marshal
import os
import tempfile
from typing import IO, Any, NamedTuple


class Placed(NamedTuple):
    """Where something stands: from `at`, in bytes, `size` of them."""

    file: IO[bytes]
    at: int
    size: int


class Aside:
    """A file without a name, to whose end things are added: texts, bytes, numbers, tuples of these.

    The kernel keeps what it has room for; reading a page again takes it some microseconds. A copy of this
    process (`fork`) reads what stands there already, and adds to a file of its own.
    """

    def __init__(self) -> None:
        self._owner = 0
        self._file: IO[bytes] | None = None
        self._end = 0

    def put(self, value: Any) -> Placed:
        """Where the value stands from now on. Raises OSError."""
        if self._file is None or self._owner != os.getpid():
            self._owner, self._end = os.getpid(), 0
            self._file = tempfile.TemporaryFile(prefix="hub-", buffering=0)  # noqa: SIM115 (as long as this)
        data = marshal.dumps(value)
        placed = Placed(self._file, self._end, len(data))
        while data:
            written = os.pwrite(self._file.fileno(), data, self._end)
            self._end, data = self._end + written, data[written:]
        return placed

    def get(self, placed: Placed) -> Any:
        """What stands there. Raises OSError."""
        return marshal.loads(os.pread(placed.file.fileno(), placed.size, placed.at))
