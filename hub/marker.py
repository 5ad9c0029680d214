"""The file `.hub` of a folder that this program wrote: whose it is, and what is in it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hub.sources.opening import open_plain

MARKER = ".hub"
"""A file that says which town published a site, and what stands at its top: the rest is somebody's own."""

_LARGEST = 64_000_000
"""Bytes: a marker is a name a thing at the top, and a line an image."""


@dataclass(frozen=True)
class Marker:
    """What a folder says of itself: the town, the names at its top, and the digests of its images by path."""

    town: str = ""
    content: tuple[str, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    spoilt: bool = False

    def write(self, folder: Path) -> None:
        """Say it in `folder`. Raises OSError."""
        said: dict[str, object] = {"ville": self.town, "contenu": self.content}
        if self.digests:
            said["images"] = dict(sorted(self.digests.items()))
        (folder / MARKER).write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


def marker_of(folder: Path) -> Marker:
    """What `folder` says of itself; nothing where it says nothing, `spoilt` where it is no longer legible."""
    try:
        with open_plain(folder, MARKER) as file:
            data = file.read(_LARGEST)
    except OSError:
        return Marker()
    try:
        return _read(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return Marker(spoilt=True)


def _read(text: str) -> Marker:
    """Raises ValueError."""
    if not text.startswith(("{", "[")):  # the first sites had a name a line
        return Marker(content=tuple(text.split("\n")))
    said = json.loads(text)
    if not isinstance(said, dict):
        raise ValueError("not a marker of ours")
    town, content, digests = said.get("ville", ""), said.get("contenu", []), said.get("images", {})
    if not (isinstance(town, str) and _all_text(content, list) and _all_text(digests, dict)):
        raise ValueError("not a marker of ours")
    if not _all_text(list(digests.values()), list):
        raise ValueError("not a marker of ours")
    return Marker(town, tuple(content), digests)


def _all_text(values: object, kind: type) -> bool:
    return isinstance(values, kind) and all(isinstance(value, str) for value in values)  # type: ignore[attr-defined]


def is_ours(folder: Path) -> bool:
    """Whether `folder` is a real folder that this program wrote, or that holds nothing."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    with os.scandir(folder) as entries:
        names = {entry.name for entry in entries}
    return not names or (MARKER in names and not (folder / MARKER).is_symlink())


def discard(folder: Path) -> bool:
    """Remove what a former build left at `folder`; False where it is somebody's, and left alone."""
    if not os.path.lexists(folder):
        return True
    if not is_ours(folder):
        return False
    import shutil  # which a check does not need

    shutil.rmtree(folder)
    return True
