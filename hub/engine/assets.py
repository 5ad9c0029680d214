"""The files of the theme, as they are published: our own style sheets and scripts without their remarks, in a
folder named by what they hold.

A browser keeps such a file for ever and asks for it once; the first change gives all of them another address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from hub.engine.tight import tight

OWN = "assets/hub/"
"""Where the theme has them."""

SHEET = f"{OWN}hub.css"
_PARTS, _PRINT = f"{OWN}style/", f"{OWN}imprime.css"
"""The parts of the sheet, in the order of their names, and what paper changes of it: one file to ask for."""

Files = list[tuple[str, bytes]]


def theme_files(theme: Path) -> Files:
    """Every file of the theme as (path, bytes), in the order of the paths: templates, icons, assets."""
    files = sorted(file for file in theme.rglob("*") if file.is_file())
    return [(file.relative_to(theme).as_posix(), file.read_bytes()) for file in files]


def published(files: Iterable[tuple[str, bytes]]) -> tuple[str, Files]:
    """Those of the theme's files that are published, ours under a digest; the folder where ours then are."""
    others: Files = []
    own: dict[str, bytes] = {}
    parts: list[bytes] = []
    printed = b""
    for path, data in _shown(files):
        if path.startswith(_PARTS):
            parts.append(data)
        elif path == _PRINT:
            printed = b"@media print {\n%b}\n" % data
        elif path.startswith(OWN):
            own[path] = data
        else:
            others.append((path, data))
    own = {path: tight(path, data) for path, data in {**own, SHEET: b"\n".join((*parts, printed))}.items()}
    folder = f"{OWN}{_digest(own)}/"
    return folder, others + [(folder + path.removeprefix(OWN), data) for path, data in own.items()]


def _shown(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Those that are no template, nor a part of one."""
    for path, data in sorted(files):
        if not path.endswith(".html") and not path.startswith("."):
            yield path, data


def _digest(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path, data in sorted(files.items()):
        digest.update(f"{path} {len(data)} ".encode() + data)
    return digest.hexdigest()[:12]
