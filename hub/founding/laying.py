"""Files by path -> a folder: all of them, or nothing."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

LEFT_ALONE = frozenset((".git",))
"""What an empty folder may hold: a repository that was just cloned is empty for whoever made it."""


class TakenError(Exception):
    """A folder that cannot be a new town's; in French, why."""


def refuse_taken(folder: Path) -> None:
    """Raise `TakenError` unless the folder is empty, or not there yet."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise TakenError(f"« {folder} » n'est pas un dossier.")
    if not folder.parent.is_dir():
        raise TakenError(f"le dossier « {folder.parent} », où mettre « {folder.name} », n'existe pas.")
    held = sorted({entry.name for entry in folder.iterdir()} - LEFT_ALONE) if folder.exists() else []
    if held:
        raise TakenError(
            f"« {folder} » n'est pas vide ({', '.join(held[:3])}{'…' if len(held) > 3 else ''}) : rien n'y a "
            "été changé. Donnez le nom d'un nouveau dossier, ou d'un dossier vide."
        )


def set_aside(folder: Path, text: str) -> Path:
    """Write answers beside a folder that cannot be made, in a file that nobody has yet; its path."""
    for rank in itertools.count(1):
        path = folder.with_name(f"{folder.name}-reponses{f'-{rank}' if rank > 1 else ''}.yaml")
        with suppress(FileExistsError), path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            return path
    raise AssertionError


@contextmanager
def prepared(folder: Path, files: Mapping[str, str]) -> Iterator[Path]:
    """The files in a folder beside the one they are for, which is removed at the end, whatever happens."""
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.nouveau-", dir=folder.parent))
    try:
        for path, text in files.items():
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_text(text, encoding="utf-8", newline="")
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def lay(beside: Path, folder: Path) -> None:
    """Move what was prepared to its place; where it cannot all be moved, nothing stays there."""
    refuse_taken(folder)
    beside.chmod(0o777 & ~_umask())
    if not folder.exists():
        beside.rename(folder)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(beside.iterdir()):
            moved.append(folder / entry.name)
            entry.rename(moved[-1])
    except BaseException:
        for path in moved:
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def _umask() -> int:
    """The rights that new files are refused here."""
    current = os.umask(0o077)
    os.umask(current)
    return current
