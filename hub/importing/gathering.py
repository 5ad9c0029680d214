"""The files that somebody gives: those of a folder, without what programs leave there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from hub.importing.outcome import ImportingError

_LEFT = re.compile(r"~\$.*|\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
"""What Word, LibreOffice and systems put beside documents: « ~$réunion.docx » while one is open."""

MOST = 500
"""Files of a folder: beyond, it is another folder that was meant."""


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files at `paths`; of a folder, those in it and in its own folders, by name.

    Raises ImportingError of a folder that has none, or too many.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += _in_folder(path)
        elif not path.name.startswith("~$"):
            found.append(path)
    if not found:
        raise ImportingError(
            "ces fichiers sont ceux que Word garde ouverts : donnez les documents eux-mêmes."
        )
    return found


def _in_folder(folder: Path) -> list[Path]:
    inside = sorted(one for one in folder.rglob("*") if one.is_file() and not _is_left(one, folder))
    if not inside:
        raise ImportingError(f"« {folder.name} » : ce dossier est vide.")
    if len(inside) > MOST:
        raise ImportingError(
            f"« {folder.name} » : ce dossier a {len(inside)} fichiers, et {MOST} au plus se reprennent."
        )
    return inside


def _is_left(path: Path, folder: Path) -> bool:
    return any(_LEFT.fullmatch(step) for step in path.relative_to(folder).parts)
