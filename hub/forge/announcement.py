"""What a change does, as one file that its job leaves: read by another job, which believes nothing of it.

The file holds words and no Markdown: the job that may write makes the comment of them, as of a stranger's."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import IO, Any, NamedTuple

from hub.forge.nouns import ForgeError
from hub.markup import outline
from hub.markup.forge import line
from hub.markup.outline import Outline

NAME = "annonce.json"
"""The file, and what it is called in the archive."""

LARGEST = 2_000_000
"""Bytes of the archive, and of the file in it."""

GRAVITIES = {"error": ("erreur", "erreurs"), "warning": ("avertissement", "avertissements")}


LONGEST_READ = 10_000
"""Characters of one word of a stranger that are read."""

_TOLD = ("of", "place", "message", "remedy", "code")

MOVED = frozenset(("P009",))
"""What is said with the addresses that are lost."""


class Trouble(NamedTuple):
    """A problem: `of` which page, in which `field`, each part as it was said; `place` and `code` are for who
    writes the files, `instead` is to be copied, `new` whether the change brings it."""

    gravity: str
    of: str
    field: str
    said: str
    remedy: str
    instead: str
    place: str
    code: str
    new: bool

    @property
    def is_error(self) -> bool:
        return self.gravity == "error"


class Announcement(NamedTuple):
    """The problems of a change, and what it does as `build.py changes` says (None where it was not)."""

    troubles: tuple[Trouble, ...]
    changes: Outline | None


def written(problems: list[dict[str, Any]], changes: Any = None) -> str:
    """The file; `problems` are those of `check --format json`, `changes` is `changes --format brief`.

    What the changes tell already is told once; without them, nobody knows which problems are new."""
    said = {"nouveaux": None, "dits": [], "perdues": []} | (changes or {})
    known = said["nouveaux"] is not None
    new, apart = ({tuple(one) for one in said[name] or ()} for name in ("nouveaux", "dits"))
    kept = [
        {**_brief(row), "new": not known or (row["path"], row["line"], row["column"], row["code"]) in new}
        for row in problems
        if (row["path"], row["line"]) not in apart
        and not (row["code"] in MOVED and any(one in row["message"] for one in said["perdues"]))
    ]
    kept.sort(key=lambda row: (row["severity"] != "error", not row["new"]))
    return json.dumps({"problems": kept[:1000], "changes": changes}, ensure_ascii=False)


def _brief(row: dict[str, Any]) -> dict[str, Any]:
    """A problem without what it says twice."""
    twice = ("message", "remedy", "column") if "form" in row else ()
    return {name: value for name, value in row.items() if name not in twice}


def unpacked(archive: IO[bytes]) -> Announcement:
    """What an archive of the forge holds. Raises ForgeError where it is no announcement of ours."""
    return read(_in(archive, NAME))


def text_in(archive: IO[bytes], name: str) -> str:
    """The file `name` of an archive of the forge. Raises ForgeError."""
    return _in(archive, name).decode("utf-8", "replace")


def _in(archive: IO[bytes], name: str) -> bytes:
    data = archive.read(LARGEST + 1)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as files, files.open(name) as file:
            return file.read(LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, RuntimeError):
        raise ForgeError("L'archive de ce travail ne se lit pas.") from None


def read(data: bytes) -> Announcement:
    """The file -> what it says. Raises ForgeError."""
    try:
        if len(data) > LARGEST:
            raise ValueError("too large")
        said = json.loads(data)
        changes = said["changes"]
        told = None if changes is None else outline.read(changes)
        return Announcement(tuple(map(_trouble, said["problems"])), told)
    except (AttributeError, ValueError, TypeError, KeyError, RecursionError):
        raise ForgeError("L'annonce de ce changement ne se lit pas.") from None


def _trouble(row: Any) -> Trouble:
    gravity = row["severity"] if row["severity"] in GRAVITIES else "error"
    of_an_older_program = {"of": row["path"], "place": "", **row, "code": ""}
    told = row.get("form", of_an_older_program)
    of, field, said, remedy, instead = (str(told[name])[:LONGEST_READ] for name in _TOLD)
    place = f"{line(str(row['path']), 200)}:{int(row['line'])}"
    new = bool(row.get("new", True))
    return Trouble(gravity, of, field, said, remedy, instead, place, str(row["code"]), new)
