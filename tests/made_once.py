"""Folders that many tests read and none changes: each is made once, by the first worker that asks."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

State = dict[str, list[int]]
"""Each path below a folder -> its size and the time of its last change, in nanoseconds."""


class Shared:
    """The folders of one run of the tests, in `folder`, which all its workers know."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Path, State] = {}

    def once(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder `name`, filled by `make` unless a worker did so before; the others wait meanwhile.

        What `make` raises is raised here, and the next to ask tries again.
        """
        made, whole = self._folder / name, self._folder / f"{name}.json"
        with _alone(self._folder / f"{name}.verrou"):
            if not whole.exists():
                shutil.rmtree(made, ignore_errors=True)
                made.mkdir()
                make(made)
                whole.write_text(json.dumps(_state(made)), encoding="utf-8")
            self._known.setdefault(made, json.loads(whole.read_text(encoding="utf-8")))
        return made

    def changed(self) -> list[str]:
        """What is no longer as it was made, in the folders that were asked for here; each is told once."""
        found: list[str] = []
        for made, before in self._known.items():
            now = _state(made)
            found += sorted(
                f"{made.name}/{path}" for path in {*before, *now} if before.get(path) != now.get(path)
            )
            self._known[made] = now
        return found


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """One worker at a time; the kernel lets go of the lock of one that dies."""
    with file.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(held, fcntl.LOCK_UN)  # a copy of the program that `make` left would hold it


def _state(folder: Path) -> State:
    found: State = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            file = Path(parent, name)
            known = file.lstat()
            found[file.relative_to(folder).as_posix()] = [known.st_size, known.st_mtime_ns]
    return found
