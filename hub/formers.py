"""The former sites that are kept beside the published one, and the way back to one of them.

`.site.precedents/` holds the last of them, each in a folder of its own: files that did not change are links
to those of the next site, so that a site kept costs what changed. A folder's name is only a name: its marker,
written when the site was made, says from when it is.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hub.destination import PublishError, aside_of, lock, refuse_foreign, stage_of
from hub.marker import MARKER, discard, is_ours, marker_of
from hub.model.dates import PARIS

Swap = Callable[[Path, Path], None]
"""Puts each of two folders in the place of the other (`hub.publish.swap`)."""


class Former(NamedTuple):
    """A site that was published: its folder, and when it was made."""

    folder: Path
    made: dt.datetime


def folder_of(out: Path) -> Path:
    """Where the sites that `out` replaced are kept."""
    return out.with_name(f".{out.name}.precedents")


def made(folder: Path) -> dt.datetime | None:
    """When the site in `folder` was made, in the town's own time; None where no whole one of ours is."""
    if not is_ours(folder) or not marker_of(folder).content:
        return None
    try:
        written = (folder / MARKER).lstat().st_mtime
    except OSError:
        return None
    return dt.datetime.fromtimestamp(written, PARIS)


def kept(out: Path) -> list[Former]:
    """The sites kept beside `out`, the latest first; none into which somebody put something."""
    folder = folder_of(out)
    if folder.is_symlink() or not folder.is_dir():
        return []
    found = [Former(one, when) for one in folder.iterdir() if (when := made(one)) and _is_pure(one)]
    return sorted(found, key=lambda one: (one.made, one.folder.name), reverse=True)


def _is_pure(folder: Path) -> bool:
    """Whether a site holds what was published, and nothing of somebody's at its top."""
    return {entry.name for entry in folder.iterdir()} <= {MARKER, *marker_of(folder).content}


def ready(out: Path, most: int | None) -> None:
    """Make the folder where the site at `out` is going to be kept. Raises `PublishError` and OSError."""
    folder = folder_of(out)
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise PublishError(
            f"« {folder} » n'est pas un dossier que ce programme a fait : déplacez-le, les sites "
            "précédents se gardent là."
        )
    if most != 0 and out.exists():
        folder.mkdir(exist_ok=True)


def keep(replaced: Path, out: Path, most: int | None) -> None:
    """Keep the site in the folder `replaced`, which stood at `out`, and forget all but `most` (None: none).

    It is moved in one step, before anything is forgotten. Raises OSError.
    """
    folder = folder_of(out)
    if most != 0 and (when := made(replaced)):
        replaced.rename(_free(folder, when))
    for one in forgotten(kept(out), most):
        discard(one.folder)
    if most == 0 and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def forgotten(found: Sequence[Former], most: int | None) -> list[Former]:
    """Which of these sites, the latest first, go so that `most` are left: of a day that has several, the
    oldest of them; else the oldest of all. A day of many builds leaves those of the days before."""
    left, gone = list(found), []
    while most is not None and len(left) > most:
        days = Counter(one.made.date() for one in left)
        several = [one for one in left if days[one.made.date()] > 1]
        gone.append((several or left)[-1])
        left.remove(gone[-1])
    return gone


def recover(out: Path, most: int | None) -> None:
    """Put right what a killed program left between two steps, under the lock. Raises `PublishError`, OSError.

    A site that is aside made room for another: it goes back where none came. A stage that is older than the
    site at `out` is the one that this replaced. Both are kept; any other stage was never published.
    """
    stage, aside = stage_of(out), aside_of(out)
    if not out.exists() and made(aside):
        aside.rename(out)
    ready(out, most)
    left, here = made(stage), made(out)
    if made(aside):
        keep(aside, out, most)
        discard(aside)
    if left and here and left < here and marker_of(stage).town == marker_of(out).town:
        keep(stage, out, most)


def put_right(out: Path) -> None:
    """The same before one looks at what is kept. Raises `PublishError` and OSError."""
    if os.path.lexists(stage_of(out)) or os.path.lexists(aside_of(out)):
        with lock(out):
            recover(out, None)


def go_back(out: Path, former: Former, swap: Swap) -> None:
    """Publish a former site again: it and the present one change places in one step.

    Whatever happens, one is at `out` whole and the other is kept. Raises `PublishError` and OSError.
    """
    town = marker_of(former.folder).town
    refuse_foreign(out, town)
    refuse_foreign(former.folder, town)
    with lock(out):
        recover(out, None)
        if not out.is_dir():
            raise PublishError(f"« {out} » n'existe pas : il n'y a rien à remplacer.")
        swap(former.folder, out)


def _free(folder: Path, when: dt.datetime) -> Path:
    """A name for the site of that moment that no other bears."""
    return next(name for name in _names(folder, f"{when:%Y-%m-%d-%H%M%S}") if not os.path.lexists(name))


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    number = 2
    while True:
        yield folder / f"{name}-{number}"
        number += 1
