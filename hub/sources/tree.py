"""What stands in a source folder: the texts that are read, and a fault for what nobody reads."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hub.sources.attachment import ATTACHED, Attachment
from hub.sources.document import Document, Fault, Position
from hub.sources.folder import entries
from hub.sources.opening import is_ignored

SETTINGS = "mkdocs.yml"
"""The sheet of the town."""

REGISTERS = (SETTINGS, "associations.yaml", "bureau.yaml")
"""The files every town has, at the top of its folder."""

OPTIONAL = ("redirections.yaml", "subventions.yaml")
"""The registers that a town writes when it needs them."""

ROOT = "."
"""The source folder itself, in messages."""

FOLDERS = ("minutes", "content")
"""The folders of Markdown files with a front matter."""


TABLE = ".csv"

TABLED = ("content/questionnaires",)
"""The folders where a text may have a table beside it, of its own name: what people answered. It is read, and
published nowhere."""

UNNAMED = "a-nommer"
"""The name of a file, without its end, that somebody has still to give one."""

DEEPEST = 8
"""Folders in folders beyond which nothing is looked for: no text is expected below two."""

OFFICE_NAME = re.compile(r"[^.].*\.(?:xlsx?|xlsm|ods|numbers|csv|tsv|docx?|odt|rtf|pages)", re.IGNORECASE)
"""Names of spreadsheets and word processors' files."""

SHEET_NAME = re.compile(r"[^.].*\.(?:xlsx?|xlsm|ods|numbers|csv|tsv)", re.IGNORECASE)
"""Names of spreadsheets, which are no table that stands beside a text."""

TEXT_NAME = re.compile(
    r"(?P<stem>.+?)(?P<plain>(?:\.md)?\.txt|\.MD|\.Md|\.markdown|\.mdown|\.mkd)"
    r"|(?P<stem2>.+?)\.(?:docx?|odt|rtf|pages)",
)
"""Names of texts that are not published: a Markdown text by another name, or a word processor's."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything read from a source folder: documents by path, and what could not be read.

    `beside` names the folders at its top, those that nothing reads among them.
    """

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    attached: tuple[Attachment, ...] = ()
    beside: tuple[str, ...] = ()


def folders(root: Path) -> Iterator[str]:
    """The names of the folders at the top; none where it cannot be looked into, which a fault tells."""
    try:
        with os.scandir(root) as found:
            yield from sorted(entry.name for entry in found if entry.is_dir())
    except OSError:
        return


def paths(root: Path, faults: list[Fault]) -> Iterator[str]:
    """The files that are read, in their order; a fault for each that lacks, or that nobody reads."""
    try:
        faults.extend(_beside_registers(root))
    except OSError:  # nothing can be seen of it
        faults.append(Fault("T008", Position(ROOT, 1, 1)))
        return
    for name in (*REGISTERS, *OPTIONAL):
        other = name.replace(".yaml", ".yml") if name.endswith(".yaml") else name.replace(".yml", ".yaml")
        if os.path.lexists(root / other):
            faults.append(Fault("T035", Position(other, 1, 1), {"nom": name}))
        if os.path.lexists(root / name):
            yield name
        elif not os.path.lexists(root / other) and name not in OPTIONAL:
            faults.append(Fault("T001", Position(name, 1, 1)))
    for folder in FOLDERS:
        yield from sorted(_markdown_paths(root, folder, faults))


def _beside_registers(root: Path) -> Iterator[Fault]:
    """A spreadsheet or a word processor's file at the top, which nothing reads."""
    with os.scandir(root) as found:
        names = sorted(entry.name for entry in found if entry.is_file(follow_symlinks=False))
    for name in names:
        if OFFICE_NAME.fullmatch(name) and name.isprintable() and not is_ignored(name):
            stem = name.rpartition(".")[0].lower()
            register = next((one for one in (*REGISTERS, *OPTIONAL) if one.startswith(f"{stem}.")), "")
            yield Fault("T043", Position(name, 1, 1), {"registre": register or "un registre (.yaml)"})


def _markdown_paths(root: Path, folder: str, faults: list[Fault]) -> Iterator[str]:
    """Markdown files under `folder`, and tables where they stand beside one; anything else there is a fault,
    what systems leave apart."""
    waiting = [folder]
    while waiting:
        inside = waiting.pop()
        for entry in entries(root, inside, faults):
            path = f"{inside}/{entry.name}"
            if path in ATTACHED:
                continue
            if entry.is_folder and path.count("/") > DEEPEST:
                faults.append(Fault("T031", Position(path, 1, 1), {"attendus": ", ".join(FOLDERS)}))
            elif entry.is_folder:
                waiting.append(path)
            elif entry.name.endswith(".md") or (inside in TABLED and entry.name.endswith(TABLE)):
                yield path
            elif inside in TABLED and SHEET_NAME.fullmatch(entry.name):
                faults.append(Fault("Q002", Position(path, 1, 1), {"nom": f"{Path(entry.name).stem}{TABLE}"}))
            else:
                faults.append(_no_text(path, entry.name))


def _no_text(path: str, name: str) -> Fault:
    found = TEXT_NAME.fullmatch(name)
    if not found:
        return Fault("T030", Position(path, 1, 1))
    values = {"nom": f"{found['stem'] or found['stem2']}.md"}
    return Fault("T035" if found["plain"] else "T036", Position(path, 1, 1), values)
