"""What this version of the program asks of a town's files, and the same files as it asks them.

A migration is a module that gives `MIGRATION`, and a line of `MIGRATIONS`: the rule that finds an older form
tells where it stands, and `edits` takes it away without touching the rest. They are tried in a copy; a
file that anybody is to read again is only ever changed whole, and once the copy was checked.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from hub import __version__
from hub.checks import Problem, Severity
from hub.checks.version import is_version, later
from hub.inspection import Inspected, inspect
from hub.model.site import FIRST, Site
from hub.scratch import scratch
from hub.sources.opening import open_plain
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS, SETTINGS
from hub.upgrading import edits, engine_settings, known_names, retired_keys
from hub.upgrading.migration import Migration

MIGRATIONS: tuple[Migration, ...] = (
    engine_settings.MIGRATION,
    retired_keys.MIGRATION,
    known_names.MIGRATION,
)
"""In the order in which they are tried."""

NOTE = "programme"
"""The key of `mkdocs.yml`, under `extra: hub:`, that says for which version the files were found right."""


class LaterError(Exception):
    """The files of a town are for a later version of the program than this one."""


class Upgrade(NamedTuple):
    """What is done: the version that the files named, what each change is (French sentences), the texts by
    path, before and after; and the errors that only a person can put right."""

    noted: str
    done: tuple[str, ...]
    changed: Mapping[str, tuple[bytes, bytes]]
    left: list[Problem]


def upgrade(source: Path, today: dt.date) -> Upgrade:
    """What the files of the folder `source` become; nothing is written there. Raises LaterError."""
    before = inspect(source, today)
    noted = before.hub.site.programme
    if is_version(noted) and later(noted, __version__):
        raise LaterError(
            f"ces fichiers sont pour la version {noted} du programme, et celui-ci est la {__version__}. "
            f"Installez la version {noted}, ou une plus récente."
        )
    with scratch() as folder:
        _copy(source, folder)
        done = [words for one in MIGRATIONS for words in _migrated(one, before, folder)]
        left = [one for one in inspect(folder, today).problems if one.severity is Severity.ERROR]
        if not left and noted != __version__:
            done += _noted(folder)
        changed = {
            path: (_read(source, path), _read(folder, path))
            for path in (*REGISTERS, *OPTIONAL)
            if (folder / path).is_file() and _read(source, path) != _read(folder, path)
        }
    return Upgrade(noted, tuple(done), changed, left)


def write(source: Path, changed: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Put each new text in the place of the former, at once. Raises OSError."""
    for path, (_, data) in changed.items():
        beside = source / f".{path}.nouveau"
        try:
            shutil.copyfile(source / path, beside)
            shutil.copymode(source / path, beside)
            beside.write_bytes(data)
            os.replace(beside, source / path)  # noqa: PTH105 (as what it is: one call of the system)
        finally:
            beside.unlink(missing_ok=True)


def _copy(source: Path, folder: Path) -> None:
    """The sources, in a folder of their own; what is no plain file is no town's."""
    for name in (*REGISTERS, *OPTIONAL):
        if (source / name).is_file() and not (source / name).is_symlink():
            shutil.copyfile(source / name, folder / name)
    for name in FOLDERS:
        if (source / name).is_dir():
            shutil.copytree(source / name, folder / name, symlinks=True, copy_function=_linked)


def _linked(one: str, other: str) -> None:
    """The same file by another name where the disk allows it: photographs are heavy, and none changes."""
    try:
        os.link(one, other, follow_symlinks=False)
    except OSError:
        shutil.copy2(one, other, follow_symlinks=False)


def _migrated(migration: Migration, before: Inspected, folder: Path) -> list[str]:
    """Make the files of the folder of the present form; says what was done, if anything was."""
    said = []
    for path in migration.paths:
        document = before.reading.sources.documents.get(path)
        at = [(one.line, one.column) for one in before.problems if (one.code, one.path) == (migration.code, path)]
        if not document or not at:
            continue
        text = _read(folder, path).decode("utf-8")
        new = edits.without(text, at)
        if new != text:
            (folder / path).write_bytes(new.encode())
            said.append(migration.words(path, edits.words_at(text, at)))
    return said


def _noted(folder: Path) -> list[str]:
    """Note the version of this program, where the files do not say or say another."""
    text = _read(folder, SETTINGS).decode("utf-8")
    new = edits.with_entry(text, ("extra", "hub"), NOTE, __version__)
    if new == text:
        return []
    (folder / SETTINGS).write_bytes(new.encode())
    return [f"{SETTINGS} : « {NOTE}: {__version__} » est noté."]


def _read(folder: Path, path: str) -> bytes:
    with open_plain(folder, path) as file:
        return file.read()


__all__ = ["FIRST", "MIGRATIONS", "LaterError", "Migration", "Site", "Upgrade", "upgrade", "write"]
