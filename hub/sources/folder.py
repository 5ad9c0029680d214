"""What stands in a folder of the sources: its entries, and a fault for each that nobody can read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from hub.sources.document import Fault, Position
from hub.sources.opening import is_ignored, is_link, opened_folder


class Entry(NamedTuple):
    """A file or a folder by its name; whether it is a folder."""

    name: str
    is_folder: bool


def entries(root: Path, folder: str, faults: list[Fault]) -> list[Entry]:
    """The entries of `folder` by name, those that are links or of an illegible name left to `faults`.

    A folder that is a link, or closed, is one fault, and nothing behind it is looked at.
    """
    if not os.path.lexists(root / folder):
        return []
    try:
        with opened_folder(root, folder) as inside, os.scandir(inside) as found:
            listed = sorted(found, key=lambda entry: entry.name)
            legible = [entry for entry in listed if _legible(folder, entry, faults)]
            return [Entry(entry.name, entry.is_dir(follow_symlinks=False)) for entry in legible]
    except OSError:
        faults.append(Fault("T007" if is_link(root, folder) else "T008", Position(folder, 1, 1)))
        return []


def _legible(folder: str, entry: os.DirEntry[str], faults: list[Fault]) -> bool:
    path = f"{folder}/{entry.name}"
    if is_ignored(entry.name):
        return False
    if not path.isprintable():  # a name that is not UTF-8, or holds a line break
        faults.append(Fault("T034", Position(ascii(path)[1:-1], 1, 1)))
        return False
    if entry.is_symlink():
        faults.append(Fault("T007", Position(path, 1, 1)))
        return False
    return True
