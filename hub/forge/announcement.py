"""What a change does, as one file that its job leaves: read by another job, which believes nothing of it.

The file holds words and no Markdown: the job that may write makes the comment of them, as of a stranger's."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any, NamedTuple

from hub.controls import visible
from hub.forge.nouns import ForgeError
from hub.markup import outline
from hub.markup.forge import block, code, inert, line
from hub.markup.outline import Outline

NAME = "annonce.json"
"""The file, and what it is called in the archive."""

LARGEST = 2_000_000
"""Bytes of the archive, and of the file in it."""

SHOWN = 30
"""Problems that are shown; the rest is counted."""

_UNTOLD = "Ce que ce changement fera n’a pas pu être dit."
_GRAVITIES = {"error": ("erreur", "erreurs"), "warning": ("avertissement", "avertissements")}


CHANGES_SHOWN = 24_000
"""Characters of what the change does: the problems take the rest of what a forge allows."""

LONGEST, SHORT, ROWS = 400, 120, 40
"""Characters of a sentence and of a name that are shown, and rows of a table."""

LONGEST_READ = 10_000
"""Characters of one word of a stranger that are read."""

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
    new, apart = said["nouveaux"], said["dits"]
    kept = [
        {**row, "new": new is None or [row["path"], row["line"], row["column"], row["code"]] in new}
        for row in problems
        if [row["path"], row["line"]] not in apart
        and not (row["code"] in MOVED and any(one in row["message"] for one in said["perdues"]))
    ]
    kept.sort(key=lambda row: (not row["new"], row["severity"] != "error"))
    return json.dumps({"problems": kept[:1000], "changes": changes}, ensure_ascii=False)


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
    gravity = row["severity"] if row["severity"] in _GRAVITIES else "error"
    older = {"of": row["path"], "place": "", "message": row["message"], "remedy": row["remedy"], "code": ""}
    told = row.get("form", older)  # a proposal may have been made from an older program
    of, field, said, remedy, instead = (str(told[name])[:LONGEST_READ] for name in older)
    place = f"{line(str(row['path']), 200)}:{int(row['line'])}"
    new = bool(row.get("new", True))
    return Trouble(gravity, of, field, said, remedy, instead, place, str(row["code"]), new)


def comment(one: Announcement, run: str) -> str:
    """What is said under the proposal, in Markdown; `run` is the address of the job, as the forge gave it."""
    return "\n\n".join(_paragraphs(one, run)) + "\n"


def in_text(one: Announcement) -> Iterator[str]:
    """The same for the log of a job, line by line."""
    yield from (_headline(one), "")
    yield from (_UNTOLD,) if one.changes is None else outline.text(one.changes)
    for title, troubles in _parts(one):
        yield from ("", title)
        for trouble in troubles[:SHOWN]:
            where = f"{trouble.of}, {trouble.field}" if trouble.field else trouble.of
            yield visible(f"- {where} : {trouble.said} {trouble.remedy} ({trouble.place}, {trouble.code})")
            yield from (visible(f"    {row}") for row in trouble.instead.splitlines())


def _parts(one: Announcement) -> Iterator[tuple[str, list[Trouble]]]:
    """What stops the publication, then what the change brings; old warnings are counted elsewhere."""
    errors = [trouble for trouble in one.troubles if trouble.is_error]
    warnings = [trouble for trouble in one.troubles if trouble.new and not trouble.is_error]
    yield from ((title, those) for title, those in ((_STOPS, errors), (_LOOK, warnings)) if those)


_STOPS = "À corriger avant de publier"
_LOOK = "À regarder : cela n’empêche pas de publier"


def _paragraphs(one: Announcement, run: str) -> Iterator[str]:
    yield f"### {_headline(one)}"
    if one.changes is None:
        yield _UNTOLD
    else:
        yield outline.markdown(one.changes, CHANGES_SHOWN).strip()
    for title, troubles in _parts(one):
        yield f"#### {title}"
        yield from _told(troubles)
    if any(_parts(one)):
        yield "Pas à pas : « Quand la vérification refuse », dans les pages « Contribuer » du site."
    if old := sum(not (trouble.new or trouble.is_error) for trouble in one.troubles):
        many = "s étaient" if old > 1 else " était"
        yield f"{old} avertissement{many} déjà là avant cette proposition."
    if run:
        yield (
            f"**Pour le voir** : sur [la page de la vérification]({run}), téléchargez « site », ouvrez le "
            "dossier, puis `index.html` ; tout y est, sauf la recherche."
        )
    yield "_Ce message se renouvelle à chaque enregistrement._"


def _headline(one: Announcement) -> str:
    told = [trouble for _, troubles in _parts(one) for trouble in troubles]
    counted = [
        f"{number} {words[number > 1]}"
        for gravity, words in _GRAVITIES.items()
        if (number := sum(trouble.gravity == gravity for trouble in told))
    ]
    if any(trouble.is_error for trouble in told):
        return f"Pas encore : {', '.join(counted)}"
    return f"Vérifié : {', '.join(counted) or 'rien à corriger'}"


def _told(troubles: list[Trouble]) -> Iterator[str]:
    """Page after page, the places of a page one under the other."""
    pages: dict[str, list[Trouble]] = {}
    for one in troubles[:SHOWN]:
        pages.setdefault(one.of, []).append(one)
    for page, those in pages.items():
        yield f"**{inert(line(page, SHORT)) or '…'}**"
        yield "\n".join(row for alike in _alike(those) for row in _rows(alike))
    if len(troubles) > SHOWN:
        yield f"- … et {len(troubles) - SHOWN} de plus."


def _alike(troubles: list[Trouble]) -> Iterable[list[Trouble]]:
    """Those that have the same remedy together, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Trouble]] = {}
    for one in troubles:
        groups.setdefault((one.code, one.remedy), []).append(one)
    return groups.values()


def _rows(alike: list[Trouble]) -> Iterator[str]:
    """A problem and what to do; what is to be done at several places is told once, above them."""
    (first, *others), remedy = alike, inert(line(alike[0].remedy, LONGEST))
    if not others:
        yield f"- {_place(first)} {remedy} ({code(first.place)}, {inert(line(first.code, 20))})"
        yield from _instead(first)
        return
    yield f"- {remedy} ({inert(line(first.code, 20))})"
    for one in alike:
        yield f"  - {_place(one)} ({code(one.place)})"
        yield from (f"  {row}" if row else "" for row in _instead(one))


def _place(one: Trouble) -> str:
    field = f"**{inert(line(one.field, SHORT))}** : " if line(one.field) else ""
    return f"{field}{inert(line(one.said, LONGEST))}"


def _instead(one: Trouble) -> Iterator[str]:
    if one.instead.strip():
        rows = [line(row, LONGEST) for row in one.instead.splitlines()[:ROWS]]
        yield from ("", *(f"  {row}" for row in block(rows)), "")
