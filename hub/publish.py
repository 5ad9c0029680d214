"""Publish: a staged folder, verified, swapped in whole.

Whatever happens before the swap, the published folder stays as it was; the swap itself is one call of
the kernel.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from io import RawIOBase
from pathlib import Path
from typing import NamedTuple

from hub.destination import PublishError, lock, refuse_foreign
from hub.marker import MARKER, Marker, discard
from hub.sources.opening import open_plain

__all__ = ["MARKER", "REQUIRED", "PublishError", "publish"]

REQUIRED = ("index.html", "404.html", "rss.xml", "agenda.ics", "sitemap.xml")

SHOWN = 5
"""Missing files that a message names."""

KEPT = "images/"
"""The folder of what is not made again: the marker holds the digest of each of its files."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def publish(files: Iterable[tuple[str, bytes]], out: Path, town: str = "") -> int:
    """Write `files` (paths with forward slashes) as the site `out` of `town`; returns how many there are.

    `files` may be lazy and may raise: the published folder is then untouched. A file whose bytes did not
    change keeps its inode and its date, so that a copy to a server sends only what changed. Raises
    `PublishError` when `out` is a folder of something else, or the site is not whole.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 (the link itself, not where it leads)
    refuse_foreign(out, town)
    out.parent.mkdir(parents=True, exist_ok=True)
    with lock(out):
        stage = out.with_name(f".{out.name}.nouveau")
        _clear(stage)  # left by a build that was killed
        try:
            stage.mkdir()
            Marker(town).write(stage)
            written = _stage(files, stage, out if out.exists() else None)
            _verify(written, stage)
            tops = tuple(sorted({path.partition("/")[0] for path in written}))
            digests = {path: one.digest for path, one in written.items() if one.digest}
            Marker(town, tops, digests).write(stage)
            _swap(stage, out)
        finally:
            discard(stage)
    return len(written)


def _clear(folder: Path) -> None:
    if not discard(folder):
        raise PublishError(
            f"« {folder} » n'est pas un dossier que ce programme a fait : déplacez-le, le site se prépare là."
        )


class _Written(NamedTuple):
    """A file of the stage: its size in bytes, and its digest where it is not made again."""

    size: int
    digest: str


def _stage(files: Iterable[tuple[str, bytes]], stage: Path, out: Path | None) -> dict[str, _Written]:
    written: dict[str, _Written] = {}
    folders: set[str] = set()
    for path, data in files:
        if path in written or path.startswith("/") or ".." in path.split("/"):
            raise PublishError(f"Deux pages veulent la même adresse, ou sortent du site : « {path} ».")
        written[path] = _Written(len(data), hashlib.sha256(data).hexdigest() if path.startswith(KEPT) else "")
        folder = path.rpartition("/")[0]
        if folder not in folders:
            if not stage.is_dir():
                raise PublishError(f"« {stage} » a disparu pendant la construction : recommencez.")
            (stage / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        if not (out and _linked(f"{stage}/{path}", data, out, path)):
            with open(f"{stage}/{path}", "wb", buffering=0) as file:  # noqa: PTH123 (thousands of them)
                _write(file, data)
    return written


def _write(file: RawIOBase, data: bytes) -> None:
    """All of it: the system may take a part at a time (2 GB, or what was left on the disk)."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) or 0 :]


def _linked(file: str, data: bytes, out: Path, path: str) -> bool:
    """Make `file` a link to the published one, where that is a plain file that holds the same bytes."""
    try:
        with open_plain(out, path) as known:
            if os.fstat(known.fileno()).st_size != len(data) or known.read() != data:
                return False
        os.link(f"{out}/{path}", file, follow_symlinks=False)
    except OSError:  # not published yet, or a file system without links
        return False
    return True


def _verify(written: Mapping[str, _Written], stage: Path) -> None:
    """What is on the disk is what was made: somebody may have emptied the folder meanwhile."""
    missing = [path for path in REQUIRED if path not in written]
    missing += [path for path, one in written.items() if not _stands(f"{stage}/{path}", one.size)]
    if missing:
        shown = ", ".join(missing[:SHOWN]) + ("…" if len(missing) > SHOWN else "")
        raise PublishError(f"Le site n'est pas entier, il manque : {shown}.")


def _stands(file: str, size: int) -> bool:
    try:
        return os.lstat(file).st_size == size
    except OSError:
        return False


def _swap(stage: Path, out: Path) -> None:
    """Put `stage` in the place of `out`; afterwards `stage` holds the former site, if there was one."""
    if not out.exists():
        stage.rename(out)
    elif not _exchange(stage, out):
        former = out.with_name(f".{out.name}.ancien")
        _clear(former)
        out.rename(former)
        try:
            stage.rename(out)
        except OSError:
            former.rename(out)
            raise
        shutil.rmtree(former)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (renameat2, Linux 3.15); False where it cannot be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    names = os.fsencode(one), os.fsencode(other)
    if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(code, os.strerror(code), str(other))
