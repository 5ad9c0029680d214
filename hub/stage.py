"""The folder where a site is prepared: files are put into it, by several processes at once."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from hub.destination import PublishError
from hub.sources.opening import open_plain

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Placed(NamedTuple):
    """A file that stands in the stage: its path in the site, its size in bytes, the SHA-256 of its bytes,
    when it was written (nanoseconds) and its inode."""

    path: str
    size: int
    digest: str
    changed: int
    inode: int


class Stage:
    """The folder `folder`, which exists, and the site `published` before, if there is one.

    A file whose bytes did not change is a link to the published one: it keeps its inode and its date, so that
    a copy to a server sends only what changed.
    """

    def __init__(self, folder: Path, published: Path | None) -> None:
        self.folder = folder
        self._published = published
        self._folders = {""}

    def put(self, path: str, data: bytes) -> Placed:
        """The file `path` (forward slashes), which holds `data`. Raises `PublishError` and OSError."""
        if not _inside(path):
            raise PublishError(f"Une page sort du site : « {path} ».")
        self._make(path.rpartition("/")[0])
        known = self._linked(path, data) or self._written(path, data)
        return Placed(path, len(data), hashlib.sha256(data).hexdigest(), known.st_mtime_ns, known.st_ino)

    def keep(self, known: Placed) -> Placed | None:
        """A link to a published file that was `known` before, if it still is that file; None where it is not.

        The disk tells whether somebody touched it; a copy (a CI's cache) has another inode, and is read.
        """
        if self._published is None or not _inside(known.path):
            return None
        published = f"{self._published}/{known.path}"
        try:
            found = os.lstat(published)
            same = (found.st_size, found.st_mtime_ns, found.st_ino) == (
                known.size,
                known.changed,
                known.inode,
            )
            if not same or not stat.S_ISREG(found.st_mode):
                return self._copied(known)
            self._make(known.path.rpartition("/")[0])
            os.link(published, f"{self.folder}/{known.path}", follow_symlinks=False)
        except OSError:
            return None
        return known

    def remove(self, paths: Iterable[str]) -> None:
        """Take files out again."""
        for path in paths:
            os.unlink(f"{self.folder}/{path}")  # noqa: PTH108 (as the others)

    def _copied(self, known: Placed) -> Placed | None:
        """A link to the published file where it holds what it held. Raises OSError."""
        assert self._published
        with open_plain(self._published, known.path) as file:
            found = os.fstat(file.fileno())
            if found.st_size != known.size or hashlib.sha256(file.read()).hexdigest() != known.digest:
                return None
        self._make(known.path.rpartition("/")[0])
        os.link(f"{self._published}/{known.path}", f"{self.folder}/{known.path}", follow_symlinks=False)
        return known._replace(changed=found.st_mtime_ns, inode=found.st_ino)

    def _make(self, folder: str) -> None:
        if folder in self._folders:
            return
        self._make(folder.rpartition("/")[0])
        try:
            os.mkdir(f"{self.folder}/{folder}")  # noqa: PTH102 (thousands of them)
        except FileExistsError:
            pass  # another process made it
        except FileNotFoundError:
            raise PublishError(
                f"« {self.folder} » a disparu pendant la construction : recommencez."
            ) from None
        self._folders.add(folder)

    def _written(self, path: str, data: bytes) -> os.stat_result:
        try:
            descriptor = os.open(f"{self.folder}/{path}", _NEW, 0o666)
        except FileExistsError:
            raise PublishError(f"Deux pages veulent la même adresse : « {path} ».") from None
        except FileNotFoundError:
            raise PublishError(
                f"« {self.folder} » a disparu pendant la construction : recommencez."
            ) from None
        try:
            _write(descriptor, data)
            return os.fstat(descriptor)
        finally:
            os.close(descriptor)

    def _linked(self, path: str, data: bytes) -> os.stat_result | None:
        """Link to the published file, where that is a plain file that holds the same bytes."""
        if self._published is None:
            return None
        try:
            with open_plain(self._published, path) as known:
                found = os.fstat(known.fileno())
                if found.st_size != len(data) or known.read() != data:
                    return None
            os.link(f"{self._published}/{path}", f"{self.folder}/{path}", follow_symlinks=False)
        except OSError:  # not published yet, or a file system without links
            return None
        return found


def _inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/")


def _write(descriptor: int, data: bytes) -> None:
    """All of it: the system may take a part at a time (2 GB, or what was left on the disk)."""
    done = os.write(descriptor, data)
    while done < len(data):
        done += os.write(descriptor, memoryview(data)[done:])
