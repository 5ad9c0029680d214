"""The files that texts attach: documents to download, and images."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hub.sources.document import Fault, Position
from hub.sources.folder import entries
from hub.sources.opening import open_plain

DOCUMENTS, IMAGES = "content/documents", "content/images"
ATTACHED = (DOCUMENTS, IMAGES)
"""The folders of attached files; all that stands in them is one, texts included."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attached file, not read yet: `path` is relative to the source folder `root`.

    `size` is in bytes; `changed` is when it last was, in nanoseconds.
    """

    path: str
    root: Path
    size: int
    changed: int = 0

    @property
    def name(self) -> str:
        """By which texts call it: `plan.pdf`."""
        return self.path.rpartition("/")[2]

    @property
    def extension(self) -> str:
        """The end of its name, in lower case, with its full stop; '' where there is none."""
        return Path(self.name).suffix.lower()

    @property
    def position(self) -> Position:
        return Position(self.path, 1, 1)

    def opened(self) -> BinaryIO:
        """It, open for reading. Raises OSError, also where it is a link by now."""
        return open_plain(self.root, self.path)

    def data(self) -> bytes:
        """The whole of it. Raises OSError."""
        with self.opened() as file:
            return file.read()

    def ends(self, head: int, tail: int) -> tuple[bytes, bytes]:
        """Its first and its last bytes, as many as asked for. Raises OSError."""
        with self.opened() as file:
            first = file.read(head)
            file.seek(max(0, self.size - tail))
            return first, file.read(tail)


def attachments(root: Path, faults: list[Fault]) -> Iterator[Attachment]:
    """The attached files of the source folder `root`, by name; what cannot be one is a fault."""
    for folder in ATTACHED:
        outer = folder.rpartition("/")[0]
        if any(fault.position.path == outer for fault in faults):  # which cannot be looked into
            continue
        for entry in entries(root, folder, faults):
            path = f"{folder}/{entry.name}"
            if entry.is_folder:
                faults.append(Fault("T031", Position(path, 1, 1), {"attendus": folder}))
            else:
                yield from _attachment(root, path, faults)


def _attachment(root: Path, path: str, faults: list[Fault]) -> Iterator[Attachment]:
    try:
        with open_plain(root, path) as file:
            known = os.fstat(file.fileno())
    except OSError:
        faults.append(Fault("T008", Position(path, 1, 1)))
    else:
        yield Attachment(path, root, known.st_size, known.st_mtime_ns)
