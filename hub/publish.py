"""Publish: a staged folder, verified, swapped in whole.

Whatever happens before the swap, the published folder stays as it was; the swap itself is one call of
the kernel.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MARKER = ".hub"
"""A file that says which town published a site, and what stands at its top: the rest is somebody's own."""

REQUIRED = ("index.html", "404.html", "rss.xml", "agenda.ics", "sitemap.xml")

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class PublishError(Exception):
    """The site was not published; the message is a French sentence."""


def publish(files: Iterable[tuple[str, bytes]], out: Path, town: str = "") -> int:
    """Write `files` (paths with forward slashes) as the site `out` of `town`; returns how many there are.

    `files` may be lazy and may raise: the published folder is then untouched. A file whose bytes did not
    change keeps its inode and its date, so that a copy to a server sends only what changed. Raises
    `PublishError` when `out` is a folder of something else, or the site is not whole.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 (the link itself, not where it leads)
    _refuse_foreign(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with _lock(out):
        stage = out.with_name(f".{out.name}.nouveau")
        shutil.rmtree(stage, ignore_errors=True)  # left by a build that was killed
        try:
            written = _stage(files, stage, out if out.exists() else None)
            _verify(written)
            ours = sorted({path.partition("/")[0] for path in written})
            marker = {"ville": town, "contenu": ours}
            (stage / MARKER).write_text(json.dumps(marker, ensure_ascii=False), encoding="utf-8")
            _swap(stage, out)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    return len(written)


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise PublishError(f"« {out} » n'est pas un dossier : choisissez une autre destination.")
    if not out.is_dir():
        return
    ours = {MARKER, *_marker(out).get("contenu", ())}
    foreign = sorted(entry.name for entry in out.iterdir() if entry.name not in ours)
    if foreign:
        raise PublishError(
            f"« {out} » contient autre chose qu'un site publié (« {foreign[0]} ») : "
            "choisissez un dossier neuf ou vide, ou retirez-le de là."
        )


def town_of(out: Path) -> str:
    """The `identifiant` of the town whose site was published in `out`; '' where none was."""
    return str(_marker(out).get("ville", ""))


def _marker(out: Path) -> dict[str, Any]:
    try:
        text = (out / MARKER).read_text(encoding="utf-8")
        marker = json.loads(text)
    except OSError:
        return {}
    except ValueError:  # the first sites had a name a line
        return {"contenu": text.split("\n")}
    return marker if isinstance(marker, dict) else {}


@contextmanager
def _lock(out: Path) -> Iterator[None]:
    """One publication at a time into a folder; the kernel lets go of the lock of a killed process."""
    folder = os.open(out.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise PublishError("Une autre construction est en cours : attendez qu'elle finisse.") from None
    else:
        yield
    finally:
        os.close(folder)


def _stage(files: Iterable[tuple[str, bytes]], stage: Path, out: Path | None) -> set[str]:
    stage.mkdir()
    written: set[str] = set()
    folders: set[str] = set()
    for path, data in files:
        if path in written or path.startswith("/") or ".." in path.split("/"):
            raise PublishError(f"Deux pages veulent la même adresse, ou sortent du site : « {path} ».")
        written.add(path)
        folder = path.rpartition("/")[0]
        if folder not in folders:
            (stage / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        if not (out and _linked(f"{stage}/{path}", data, f"{out}/{path}")):
            with open(f"{stage}/{path}", "wb", buffering=0) as file:  # noqa: PTH123 (thousands of them)
                file.write(data)
    return written


def _linked(file: str, data: bytes, published: str) -> bool:
    """Make `file` a link to the published one, where that holds the same bytes already."""
    try:
        if os.stat(published).st_size != len(data):  # noqa: PTH116
            return False
        with open(published, "rb") as known:  # noqa: PTH123
            if known.read() != data:
                return False
        os.link(published, file)
    except OSError:  # not published yet, or a file system without links
        return False
    return True


def _verify(written: set[str]) -> None:
    missing = [path for path in REQUIRED if path not in written]
    if missing:
        raise PublishError(f"Le site n'est pas entier, il manque : {', '.join(missing)}.")


def _swap(stage: Path, out: Path) -> None:
    """Put `stage` in the place of `out`; afterwards `stage` holds the former site, if there was one."""
    if not out.exists():
        stage.rename(out)
    elif not _exchange(stage, out):
        former = out.with_name(f".{out.name}.ancien")
        shutil.rmtree(former, ignore_errors=True)
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
