"""Publish: a staged folder, verified, swapped in whole.

Whatever happens before the swap, the published folder stays as it was; the swap itself is one call of
the kernel.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from hub import formers
from hub.destination import PublishError, aside_of, lock, refuse_foreign, stage_of
from hub.marker import MARKER, Marker, discard
from hub.stage import Placed, Stage

__all__ = ["MARKER", "REQUIRED", "PublishError", "publish", "publishing"]

REQUIRED = ("index.html", "404.html", "rss.xml", "agenda.ics", "sitemap.xml")

SHOWN = 5
"""Missing files that a message names."""

KEPT = "images/"
"""The folder of what is not made again: the marker holds the digest of each of its files."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Publication:
    """A site that is being prepared in `stage`: what is placed there is published, once all of it is."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.sizes: dict[str, int] = {}
        """Of each file that stands in the stage, in bytes."""
        self.digests: dict[str, str] = {}
        """Of those that are not made again."""

    def add(self, one: Placed) -> None:
        """The file was put into the stage, by this process or another. Raises `PublishError`."""
        if one.path in self.sizes:
            raise PublishError(f"Deux pages veulent la même adresse : « {one.path} ».")
        self.sizes[one.path] = one.size
        if one.path.startswith(KEPT):
            self.digests[one.path] = one.digest

    def put(self, path: str, data: bytes) -> None:
        """Put a file into the stage. Raises `PublishError` and OSError."""
        self.add(self.stage.put(path, data))


def publish(files: Iterable[tuple[str, bytes]], out: Path, town: str = "", keep: int = 0) -> int:
    """Write `files` (paths with forward slashes) as the site `out` of `town`; returns how many there are.

    `files` may be lazy and may raise: the published folder is then untouched. Raises `PublishError` when
    `out` is a folder of something else, or the site is not whole.
    """
    with publishing(out, town, keep) as publication:
        for path, data in files:
            publication.put(path, data)
    return len(publication.sizes)


@contextmanager
def publishing(out: Path, town: str = "", keep: int = 0) -> Iterator[Publication]:
    """Prepare the site `out` of `town`, which takes the place of the former at the end of the block.

    The `keep` latest of those that were replaced stay beside it (`hub.formers`).

    Whatever the block raises, the published folder is untouched. Raises `PublishError` as `publish` does.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 (the link itself, not where it leads)
    refuse_foreign(out, town)
    out.parent.mkdir(parents=True, exist_ok=True)
    with lock(out):
        stage = stage_of(out)
        formers.recover(out, keep)
        _clear(stage)  # left by a build that was killed
        try:
            stage.mkdir()
            Marker(town).write(stage)
            publication = Publication(Stage(stage, out if out.exists() else None))
            yield publication
            _verify(publication.sizes, stage)
            tops = tuple(sorted({path.partition("/")[0] for path in publication.sizes}))
            Marker(town, tops, publication.digests).write(stage)
            replaced = out.exists()
            swap(stage, out)
            if replaced:
                formers.keep(stage, out, keep)
        finally:
            discard(stage)


def _clear(folder: Path) -> None:
    if not discard(folder):
        raise PublishError(
            f"« {folder} » n'est pas un dossier que ce programme a fait : déplacez-le, le site se prépare là."
        )


def _verify(written: Mapping[str, int], stage: Path) -> None:
    """What is on the disk is what was made: somebody may have emptied the folder meanwhile."""
    missing = [path for path in REQUIRED if path not in written]
    missing += [path for path, size in written.items() if not _stands(f"{stage}/{path}", size)]
    if missing:
        shown = ", ".join(missing[:SHOWN]) + ("…" if len(missing) > SHOWN else "")
        raise PublishError(f"Le site n'est pas entier, il manque : {shown}.")


def _stands(file: str, size: int) -> bool:
    try:
        return os.lstat(file).st_size == size
    except OSError:
        return False


def swap(one: Path, out: Path) -> None:
    """Put the folder `one` in the place of `out`; afterwards `one` is the former site, if there was one.

    Where folders cannot be exchanged, what is at `out` waits aside for two renames. Raises `PublishError` and
    OSError: each is then where it was.
    """
    if not out.exists():
        one.rename(out)
    elif not _exchange(one, out):
        aside = aside_of(out)
        _clear(aside)
        out.rename(aside)
        try:
            one.rename(out)
        except OSError:
            aside.rename(out)
            raise
        aside.rename(one)


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
