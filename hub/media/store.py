"""What was made, kept from one build to the next: a file a key, which begins with the digest of the rest.

A file that a full disk, a power cut or a hand has spoilt no longer agrees with its digest: it counts for
nothing, and is made again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size


class Store:
    """The folder `folder`, which may be removed at any time: it is made again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> bytes | None:
        """What is kept under `key`, whole; None where nothing is, or something spoilt."""
        try:
            kept = (self._folder / key).read_bytes()
        except OSError:
            return None
        data = kept[_DIGEST:]
        return data if kept[:_DIGEST] == hashlib.sha256(data).digest() else None

    def weight(self, key: str) -> int | None:
        """The size in bytes of what is kept under `key`, None where `read` gives nothing."""
        data = self.read(key)
        return None if data is None else len(data)

    def write(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`; a build that is killed meanwhile leaves nothing under it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self._folder / f"{key}.nouveau"
        draft.write_bytes(hashlib.sha256(data).digest() + data)
        draft.replace(self._folder / key)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Throw away what is kept under any other key."""
        wanted = set(keys)
        if not self._folder.is_dir():
            return
        for name in os.listdir(self._folder):  # noqa: PTH208 (names are enough, and there are thousands)
            if name not in wanted:
                _remove(self._folder / name)


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    else:
        entry.unlink(missing_ok=True)
