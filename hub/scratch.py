"""Folders for what is only needed meanwhile, and the removal of those that killed builds left."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "hub-vie-associative-"
"""How their names begin, in the system's folder of temporary files."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A new folder, which is removed at the end; a killed program leaves it to the next one that asks."""
    _sweep(Path(tempfile.gettempdir()))
    folder, held = _held()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(held)


def _held() -> tuple[Path, int]:
    """A new folder and a descriptor that locks it: the kernel lets go of it when the program dies."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except FileNotFoundError:  # swept before it was opened
            continue
        fcntl.flock(held, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(folder.lstat(), os.fstat(held)):
                return folder, held
        os.close(held)  # swept before it was locked


def _sweep(temporary: Path) -> None:
    """Remove the folders of ours that no living program holds."""
    for folder in temporary.glob(f"{PREFIX}*"):
        with suppress(OSError):
            held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                if os.fstat(held).st_uid == os.getuid():
                    fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(held)
