"""By what a file is known to be as it was, without reading it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

SECOND = 1_000_000_000
TICK, COARSE_TICK = SECOND // 20, 2 * SECOND
"""Nanoseconds within which a disk may give two writings one date: of most, and of those that count in
seconds."""


class Stamp(NamedTuple):
    """The size of a file, when its content and it itself were last changed, and its number on its disk.

    The second date tells what the first does not: a file put in its place with the date of another.
    """

    size: int
    modified: int
    changed: int
    number: int

    @classmethod
    def of(cls, known: os.stat_result) -> Stamp:
        """The stamp of the file that is so known."""
        return cls(known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)


def stamp_at(root: Path, path: str) -> Stamp | None:
    """The stamp of what stands at `path` under `root`, a link for itself; None where nothing does."""
    try:
        return Stamp.of(os.lstat(f"{root}/{path}"))
    except OSError:
        return None


def settled_before(stamps: Iterable[Stamp]) -> int:
    """The date before which a stamp proves that its file is the one that was read.

    What was written as late as the newest may have been written again just after it was read, within a tick
    of the disk's clock.
    """
    newest = max((stamp.changed for stamp in stamps), default=0)
    return newest - (TICK if newest % SECOND else COARSE_TICK)
