"""The files of a revision, written in a folder as git tells their bytes."""

from __future__ import annotations

from pathlib import Path
from typing import IO, NamedTuple

from hub.controls import visible

PIECE = 1 << 16
"""Bytes that are copied at a time."""


class BaseError(Exception):
    """There is nothing to compare with; the message is a French sentence."""


class Entry(NamedTuple):
    """A file of a revision: its mode, its path in the town's folder, the name of its bytes."""

    mode: str
    name: str
    object: str


def is_inside(name: str) -> bool:
    """Whether a file of a tree stays in the folder where it is written: a tree may be made by hand."""
    steps = name.split("/")
    return bool(name) and all(step not in ("", ".", "..") and "\0" not in step for step in steps)


def lay(folder: Path, entry: Entry, asked: IO[bytes], told: IO[bytes]) -> None:
    """Write an entry: a link as one that leads nowhere, which the sources refuse as they would have."""
    file = folder / entry.name
    file.parent.mkdir(parents=True, exist_ok=True)
    if entry.mode == "120000":
        file.symlink_to("nulle-part")
    elif entry.mode == "160000":
        file.mkdir(exist_ok=True)
    else:
        asked.write(f"{entry.object}\n".encode())
        asked.flush()
        _copy(told, file, entry)


def _copy(told: IO[bytes], file: Path, entry: Entry) -> None:
    answer = told.readline().split()
    if len(answer) != 3 or answer[1] != b"blob":
        raise BaseError(
            f"git n'a pas le fichier « {visible(entry.name)} » de cette révision : cette copie n'est pas "
            "entière."
        )
    left = int(answer[2])
    with file.open("wb") as written:
        while left and (piece := told.read(min(PIECE, left))):
            written.write(piece)
            left -= len(piece)
    if left or told.read(1) != b"\n":
        raise BaseError(f"git n'a pas rendu « {visible(entry.name)} » en entier.")
