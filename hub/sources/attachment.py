"""The files that texts attach: documents to download, and images."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hub.sources.document import Fault, Position

DOCUMENTS, IMAGES = "content/documents", "content/images"
ATTACHED = (DOCUMENTS, IMAGES)
"""The folders of attached files; all that stands in them is one, texts included."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attached file, not read yet: `path` is relative to the source folder, `size` is in bytes."""

    path: str
    file: Path
    size: int

    @property
    def name(self) -> str:
        """By which texts call it: `plan.pdf`."""
        return self.path.rpartition("/")[2]

    @property
    def extension(self) -> str:
        """The end of its name, in lower case, with its full stop; '' where there is none."""
        return self.file.suffix.lower()

    @property
    def position(self) -> Position:
        return Position(self.path, 1, 1)

    def data(self) -> bytes:
        """The whole of it. Raises OSError."""
        return self.file.read_bytes()

    def ends(self, head: int, tail: int) -> tuple[bytes, bytes]:
        """Its first and its last bytes, as many as asked for. Raises OSError."""
        with self.file.open("rb") as file:
            first = file.read(head)
            file.seek(max(0, self.size - tail))
            return first, file.read(tail)


def attachments(root: Path, faults: list[Fault]) -> Iterator[Attachment]:
    """The attached files of the source folder `root`, by name; what cannot be one is a fault."""
    for folder in ATTACHED:
        if not (root / folder).is_dir():
            continue
        for entry in sorted(os.scandir(root / folder), key=lambda entry: entry.name):
            if not entry.name.startswith("."):
                yield from _attachment(root, folder, entry, faults)


def _attachment(
    root: Path, folder: str, entry: os.DirEntry[str], faults: list[Fault]
) -> Iterator[Attachment]:
    path = f"{folder}/{entry.name}"
    if not path.isprintable():  # a name that is not UTF-8, or holds a line break
        faults.append(Fault("T034", Position(ascii(path)[1:-1], 1, 1)))
    elif entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(root):
        faults.append(Fault("T007", Position(path, 1, 1)))
    elif entry.is_dir():
        faults.append(Fault("T031", Position(path, 1, 1), {"attendus": folder}))
    elif not os.access(entry.path, os.R_OK):
        faults.append(Fault("T008", Position(path, 1, 1)))
    else:
        yield Attachment(path, Path(entry.path), entry.stat().st_size)
