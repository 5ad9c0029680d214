"""Opening what stands in a folder, and nothing that stands elsewhere: no link is followed, no pipe awaited.

A path is walked from its root by descriptors, so that what was looked at is what is opened.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""Without waiting: a pipe nobody writes into would hold the program for ever."""

_OF_SYSTEMS = re.compile(
    r"thumbs\.db|ehthumbs\w*\.db|desktop\.ini|icon\r|__macosx|@eadir|\$recycle\.bin|lost\+found"
    r"|system volume information|~\$.*|~wr[a-z]\d+\.tmp",
    re.IGNORECASE | re.DOTALL,
)
"""What Windows, macOS, network disks and Word leave in a folder by themselves."""


class NotPlain(OSError):
    """What a path leads to is no plain file of its folder: a link, a pipe, a device, a folder."""


def is_ignored(name: str) -> bool:
    """Whether an entry is hidden, or one that a system makes by itself: nobody put it there."""
    return name.startswith(".") or _OF_SYSTEMS.fullmatch(name) is not None


@contextmanager
def opened_folder(root: Path, path: str = "") -> Iterator[int]:
    """A descriptor of the folder `path` of `root`. Raises OSError, also where a step of `path` is a link."""
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for step in filter(None, path.split("/")):
            inner = os.open(step, _FOLDER, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)


def open_plain(root: Path, path: str) -> BinaryIO:
    """The plain file `path` of the folder `root`, open for reading.

    Raises `NotPlain` where it is none, another OSError where it cannot be opened.
    """
    folder, _, name = path.rpartition("/")
    with opened_folder(root, folder) as inside:
        descriptor = os.open(name, _FILE, dir_fd=inside)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotPlain(f"{path} is no plain file")
    return os.fdopen(descriptor, "rb")


def is_link(root: Path, path: str) -> bool:
    """Whether `path` is a symbolic link, or stands behind one."""
    at = root
    for step in path.split("/"):
        at /= step
        if at.is_symlink():
            return True
    return False
