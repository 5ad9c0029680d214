"""The folder where builds keep what they made, for the next ones: `.site.cache`, beside the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hub.media.store import Store
from hub.media.work import MediaError
from hub.system import reason

BOOK, FRAMES, MEDIA = "pages", "cadres", "medias"


def folder_of(out: Path) -> Path:
    """Where the builds of the site `out` keep what they made."""
    return out.with_name(f".{out.name}.cache")


class Cupboard:
    """What former builds of a site kept in `folder`, and what this one keeps; nothing without a folder.

    Whatever is wrong with it, a build goes on: without what cannot be read, `remarks` saying why in French.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self.remarks: list[str] = []

    def _store(self, name: str) -> Store | None:
        if self._folder is None:
            return None
        try:
            if self._folder.is_symlink():
                raise MediaError(
                    f"« {self._folder} » est un lien : rien n'y est lu ni écrit. Retirez ce lien."
                )
            return Store(self._folder / name)
        except MediaError as error:
            self._remark(str(error))
        except OSError as error:
            self._remark(
                f"« {self._folder} », où est gardé ce qui a été fait, ne peut pas être lu : {reason(error)}."
            )
        return None

    def _remark(self, words: str) -> None:
        if words not in self.remarks:
            self.remarks.append(words)

    def read(self, name: str, key: str) -> bytes | None:
        """What is kept in a drawer under a key, whole."""
        store = self._store(name)
        try:
            found = store and store.read(key)
        except OSError:
            return None
        if store and found is None and store.holds(key):
            self._remark(
                f"« {self._folder} », où est gardé ce qui a été fait, est abîmé : tout est fait de nouveau."
            )
        return found or None

    def write(self, name: str, key: str, data: bytes | Iterable[bytes]) -> None:
        """Keep that alone in a drawer, its pieces as one."""
        if (store := self._store(name)) is None:
            return
        try:
            store.write(key, data)
            store.keep_only([key])
        except OSError as error:
            self._remark(
                f"« {self._folder} », qui rend la construction suivante plus courte, n'a pas pu être écrit : "
                f"{reason(error)}."
            )
