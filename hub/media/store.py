"""What was made before, kept from one build to the next.

Each file is named by what it is made of, and begins with the digest of its name and its bytes: one that is
cut, changed by the disk, or was kept under another name is made again.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hub.marker import MARKER
from hub.media.work import MediaError
from hub.sources.opening import open_plain

_DIGEST = hashlib.sha256().digest_size

_OURS = re.compile(r"[0-9a-f]{64}(?:\.nouveau)?")
"""The names that `write` gives, and the only ones that are ever removed."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Store:
    """The folder `folder`, which may be removed at any time: it is made again.

    Raises `MediaError` where it is a link, or holds what this program did not write.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if os.path.lexists(folder):
            self._refuse_foreign()

    def _refuse_foreign(self) -> None:
        where = f"« {self._folder} », où les PDF sont gardés,"
        if self._folder.is_symlink():
            raise MediaError(f"{where} est un lien : rien n'y est écrit ni effacé. Retirez ce lien.")
        if not self._folder.is_dir():
            raise MediaError(f"{where} n'est pas un dossier : déplacez-le.")
        names = {entry.name for entry in self._folder.iterdir()}
        foreign = sorted(name for name in names if not _OURS.fullmatch(name))
        if foreign and MARKER not in names:
            raise MediaError(f"{where} contient autre chose (« {foreign[0]} ») : déplacez ce dossier.")

    @contextmanager
    def _inside(self) -> Iterator[int]:
        """A descriptor of the folder itself, whatever its name leads to by now."""
        descriptor = os.open(self._folder, _FOLDER)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def read(self, key: str) -> bytes | None:
        """What is kept under `key`, whole; None where nothing is, or something spoilt."""
        if self._folder.is_symlink():
            return None
        try:
            with open_plain(self._folder, key) as file:
                kept = file.read()
        except OSError:
            return None
        digest, data = kept[:_DIGEST], kept[_DIGEST:]
        del kept  # as large
        return data if digest == _digest(key, data) else None

    def holds(self, key: str) -> bool:
        """Whether something stands under `key`, be it spoilt."""
        return os.path.lexists(self._folder / key)

    def weight(self, key: str) -> int | None:
        """The size in bytes of what is kept under `key`, None where `read` gives nothing."""
        data = self.read(key)
        return None if data is None else len(data)

    def write(self, key: str, data: bytes | Iterable[bytes]) -> None:
        """Keep `data` under `key`, its pieces as one.

        A build that is killed meanwhile leaves nothing under it.
        Raises OSError, also where somebody's folder stands under that name.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._inside() as inside:
            if not os.path.lexists(self._folder / MARKER):
                os.close(os.open(MARKER, _NEW, 0o644, dir_fd=inside))
            draft = f"{key}.nouveau"
            _unlink(draft, inside)  # left by a build that was killed
            with os.fdopen(os.open(draft, _NEW, 0o644, dir_fd=inside), "wb") as file:
                file.write(bytes(_DIGEST))
                digest = _begun(key)
                for piece in (data,) if isinstance(data, bytes) else data:
                    digest.update(piece)
                    file.write(piece)
                file.seek(0)
                file.write(digest.digest())
            os.replace(draft, key, src_dir_fd=inside, dst_dir_fd=inside)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Throw away what is kept under any other key; what is no file of ours stays."""
        wanted = set(keys)
        if not self._folder.is_dir():
            return
        with self._inside() as inside:
            for name in os.listdir(inside):  # noqa: PTH208 (a descriptor has no path)
                if name not in wanted and _OURS.fullmatch(name):
                    _unlink(name, inside)


def _begun(key: str) -> hashlib._Hash:
    return hashlib.sha256(key.encode() + b"\0")


def _digest(key: str, data: bytes) -> bytes:
    digest = _begun(key)
    digest.update(data)
    return digest.digest()


def _unlink(name: str, inside: int) -> None:
    """Remove a file, or the link itself; a folder is none of ours."""
    try:
        os.unlink(name, dir_fd=inside)
    except (FileNotFoundError, IsADirectoryError, PermissionError):
        return
