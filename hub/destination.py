"""Where a site may be published: a folder of its own, one build at a time, and the same town's as before."""

from __future__ import annotations

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hub.marker import MARKER, marker_of
from hub.sources.tree import FOLDERS


class PublishError(Exception):
    """The site was not published; the message is a French sentence."""


def refuse_place(out: Path, source: Path) -> None:
    """Raise `PublishError` where a site in `out` would be read as a source, or stand around the sources."""
    target, root = Path(os.path.realpath(out)), Path(os.path.realpath(source))
    if any(target.is_relative_to(root / folder) for folder in FOLDERS):
        raise PublishError(
            f"« {out} » est dans un dossier de textes : le site serait lu comme l'un d'eux. "
            "Choisissez une destination à côté, « site » par exemple."
        )
    if root.is_relative_to(target):
        raise PublishError(
            f"« {out} » contient les fichiers d'où vient le site : choisissez un dossier neuf ou vide."
        )


def refuse_foreign(out: Path, town: str) -> None:
    """Raise `PublishError` where `out` is not a folder, or holds what `town` did not publish."""
    if out.is_symlink():
        raise PublishError(
            f"« {out} » est un lien vers « {os.path.realpath(out)} » : donnez ce dossier lui-même à --out."
        )
    if out.exists() and not out.is_dir():
        raise PublishError(f"« {out} » n'est pas un dossier : choisissez une autre destination.")
    if not out.is_dir():
        return
    marker = marker_of(out)
    if marker.spoilt:
        raise PublishError(
            f"« {out / MARKER} », qui dit ce que ce dossier contient, est abîmé : regardez si quelque chose "
            "y est à vous, puis effacez le dossier."
        )
    foreign = sorted(entry.name for entry in out.iterdir() if entry.name not in {MARKER, *marker.content})
    if foreign:
        raise PublishError(
            f"« {out} » contient autre chose qu'un site publié (« {foreign[0]} ») : "
            "choisissez un dossier neuf ou vide, ou retirez-le de là."
        )
    if marker.town and town and marker.town != town:
        raise PublishError(
            f"« {out} » est le site de « {marker.town} », et celui-ci est de « {town} » : choisissez une "
            "autre destination (--out). Si c'est l'identifiant de la ville qui a changé, remettez l'ancien : "
            "sinon chaque abonné recevrait de nouveau tous les messages. S'il doit vraiment changer, effacez "
            "d'abord ce dossier."
        )


def town_of(out: Path) -> str:
    """The `identifiant` of the town whose site was published in `out`; '' where none was."""
    return "" if out.is_symlink() else marker_of(out).town


def stage_of(out: Path) -> Path:
    """Where the site that is going to stand at `out` is prepared."""
    return out.with_name(f".{out.name}.nouveau")


def aside_of(out: Path) -> Path:
    """Where the site at `out` waits while another takes its place by a rename."""
    return out.with_name(f".{out.name}.ancien")


@contextmanager
def lock(out: Path) -> Iterator[None]:
    """One publication at a time into a folder; the kernel lets go of the lock of a killed process."""
    name = out.with_name(f".{out.name}.verrou")
    held = _held(name)
    try:
        yield
    finally:
        name.unlink(missing_ok=True)
        os.close(held)


_OFTEN = 0.02
"""Seconds from one look at a lock to the next."""

PATIENCE = 1.0
"""Seconds in which the copies of a build that was killed end too: they hold its lock until then."""


def _held(name: Path) -> int:
    """A descriptor of the file `name`, locked; whoever held it before may just have removed it."""
    end = time.monotonic() + PATIENCE
    while True:
        file = os.open(name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            known = os.fstat(file)
            if not stat.S_ISREG(known.st_mode) or known.st_size:
                raise PublishError(f"« {name} » n'est pas un fichier de ce programme : déplacez-le.")
            if name.exists() and os.path.samestat(known, name.lstat()):
                return file
        except BlockingIOError:
            os.close(file)
            if time.monotonic() > end:
                raise PublishError(
                    "Une autre construction est en cours : attendez qu'elle finisse."
                ) from None
            time.sleep(_OFTEN)
            continue
        except BaseException:
            os.close(file)
            raise
        os.close(file)
