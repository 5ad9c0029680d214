"""Files of a town that the program changes: each as it is and as it is to be, put in its place at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Changed(NamedTuple):
    """A file of a town, by its path from the top; its bytes as they are, and as they are to be."""

    path: str
    before: bytes
    after: bytes


def write(source: Path, changed: Iterable[Changed]) -> None:
    """Put each new text in the place of the former. Raises OSError."""
    for path, _, data in changed:
        put(source / path, data)


def put(file: Path, data: bytes) -> None:
    """Put bytes at once in the place of a file, whose rights it keeps, or where there was none.

    Raises OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.nouveau")
    try:
        beside.write_bytes(data)
        if file.exists():
            shutil.copymode(file, beside)
        os.replace(beside, file)  # noqa: PTH105 (one call of the system)
    finally:
        beside.unlink(missing_ok=True)
