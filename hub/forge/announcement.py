"""What a change does, as one file that its job leaves: read by another job, which believes nothing of it."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from hub.forge.hostile import fenced, line
from hub.forge.nouns import ForgeError

NAME = "annonce.json"
"""The file, and what it is called in the archive."""

LARGEST = 2_000_000
"""Bytes of the archive, and of the file in it."""

SHOWN = 30
"""Problems that are shown; the rest is counted."""

_GRAVITIES = {"error": ("erreur", "erreurs"), "warning": ("avertissement", "avertissements")}


class Trouble(NamedTuple):
    """A problem of the change, each part as it was said."""

    gravity: str
    place: str
    said: str


class Announcement(NamedTuple):
    """The problems of a change, and what it does as `build.py changes` says ('' where it was not)."""

    troubles: tuple[Trouble, ...]
    changes: str


def written(problems: list[dict[str, Any]], changes: str) -> str:
    """The file. `problems` are those of `check --format json`."""
    return json.dumps({"problems": problems[:1000], "changes": changes[:100_000]}, ensure_ascii=False)


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
        return Announcement(tuple(map(_trouble, said["problems"])), str(said["changes"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ForgeError("L'annonce de ce changement ne se lit pas.") from None


def _trouble(row: Any) -> Trouble:
    gravity = row["severity"] if row["severity"] in _GRAVITIES else "error"
    place = f"{line(str(row['path']))}:{int(row['line'])}"
    return Trouble(gravity, place, f"{row['code']} {row['message']} {row['remedy']}")


def comment(one: Announcement, run: str) -> str:
    """What is said under the proposal, in Markdown; `run` is the address of the job, as the forge gave it."""
    return "\n\n".join(_paragraphs(one, run)) + "\n"


def _paragraphs(one: Announcement, run: str) -> Iterator[str]:
    yield f"### {_headline(one)}"
    if one.changes.strip():
        yield fenced(one.changes)
    else:
        yield "Ce que ce changement fera n’a pas pu être dit."
    if one.troubles:
        yield "**À corriger, ou à regarder** :"
        yield fenced("\n\n".join(_told(one.troubles)))
        yield "Pas à pas : « Quand la vérification refuse », dans les pages « Contribuer » du site."
    if run:
        yield (
            f"**Pour le voir** : sur [la page de la vérification]({run}), téléchargez « site », ouvrez le "
            "dossier, puis `index.html` ; tout y est, sauf la recherche."
        )
    yield "_Ce message se renouvelle à chaque enregistrement._"


def _headline(one: Announcement) -> str:
    counted = [
        f"{number} {words[number > 1]}"
        for gravity, words in _GRAVITIES.items()
        if (number := sum(trouble.gravity == gravity for trouble in one.troubles))
    ]
    if any(trouble.gravity == "error" for trouble in one.troubles):
        return f"Pas encore : {', '.join(counted)}"
    return f"Vérifié : {', '.join(counted) or 'rien à corriger'}"


def _told(troubles: tuple[Trouble, ...]) -> Iterator[str]:
    gravest = sorted(troubles, key=lambda one: one.gravity)
    for one in gravest[:SHOWN]:
        yield f"{one.place} : {_GRAVITIES[one.gravity][0]} {line(one.said, 600)}"
    if len(gravest) > SHOWN:
        yield f"… et {len(gravest) - SHOWN} de plus."
