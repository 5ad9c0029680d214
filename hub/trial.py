"""New files beside the sources, which stay as they are: what `check` would say of both together."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from hub.checks import Problem
from hub.inspection import Inspected, inspect
from hub.scratch import scratch
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS


def tried(files: Mapping[str, bytes], source: Path, today: dt.date) -> Inspected:
    """The sources with `files` (their bytes by path) in them, in a folder of their own."""
    with scratch() as folder:
        for name in (*REGISTERS, *OPTIONAL):
            if (source / name).is_file():
                shutil.copy2(source / name, folder / name)
        for name in FOLDERS:
            if (source / name).is_dir():
                shutil.copytree(source / name, folder / name, symlinks=True, copy_function=_linked)
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).unlink(missing_ok=True)  # it may be the source's own, by another name
            (folder / path).write_bytes(data)
        return inspect(folder, today)


def _linked(one: str, other: str) -> None:
    """The same file by another name where the disk allows it: photographs are heavy."""
    try:
        os.link(one, other, follow_symlinks=False)
    except OSError:
        shutil.copy2(one, other, follow_symlinks=False)


def new_problems(before: Inspected, after: Inspected) -> Iterator[Problem]:
    """What is wrong after and was not before, wherever its line is now."""
    known = Counter((one.path, one.code, one.message) for one in before.problems)
    for one in after.problems:
        said = one.path, one.code, one.message
        if known[said]:
            known[said] -= 1
        else:
            yield one
