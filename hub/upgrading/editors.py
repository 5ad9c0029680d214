"""The JSON Schemas by which editors complete and check the files of a town: in its own words.

`hub new` lays them down in the usual ones, for a town that has said none yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hub.model.wording import Wording
from hub.rewriting import Changed
from hub.schemas.files import address, generated

FOLDER = address("x").partition("/")[0] + "/"


def renewed(source: Path, town: Wording) -> Iterator[Changed]:
    """Each schema of the folder of a town that is not the one of this version in its words. One that it took
    away does not come back."""
    for path, text in generated(town).items():
        file = source / path
        if not path.startswith(FOLDER) or file.is_symlink() or not file.is_file():
            continue
        theirs, ours = file.read_bytes(), text.encode()
        if theirs.replace(b"\r\n", b"\n") != ours:
            yield Changed(path, theirs, ours)
