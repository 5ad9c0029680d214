"""A source folder -> its documents."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hub.at_hand import at_hand
from hub.sources.attachment import ATTACHED, Attachment, attachments
from hub.sources.document import Document, Fault, Position, line_and_column
from hub.sources.folder import entries
from hub.sources.limits import excess_of_markdown
from hub.sources.lost import remarks
from hub.sources.opening import is_ignored
from hub.sources.text import Unreadable, read_text, split_front_matter
from hub.sources.yaml import parse

REGISTERS = ("mkdocs.yml", "associations.yaml", "bureau.yaml")
"""The files every town has, at the top of its folder."""

OPTIONAL = ("redirections.yaml",)
"""The registers that a town writes when it needs them."""

ROOT = "."
"""The source folder itself, in messages."""

FOLDERS = ("minutes", "content")
"""The folders of Markdown files with a front matter."""


DEEPEST = 8
"""Folders in folders beyond which nothing is looked for: no text is expected below two."""

OFFICE_NAME = re.compile(r"[^.].*\.(?:xlsx?|xlsm|ods|numbers|csv|tsv|docx?|odt|rtf|pages)", re.IGNORECASE)
"""Names of spreadsheets and word processors' files."""

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

    def in_folder(self, folder: str) -> Iterator[Document]:
        """The documents that stand directly in `folder`, by name."""
        for path, document in self.documents.items():
            if path.rpartition("/")[0] == folder:
                yield document


def read(root: Path) -> Sources:
    """Read the source folder `root`: each file yields a document or at least one fault."""
    root = root.resolve()
    documents: dict[str, Document] = {}
    faults: list[Fault] = []
    for path in _paths(root, faults):
        try:
            with at_hand(path):
                document, found = parsed(read_text(root, path), path)
        except Unreadable as unreadable:
            faults.append(unreadable.fault)
            continue
        faults += found
        if document:
            documents[path] = document
    attached = tuple(attachments(root, faults))
    return Sources(root, documents, tuple(faults), attached, tuple(_folders(root)))


def _folders(root: Path) -> Iterator[str]:
    """The names of the folders at the top; none where it cannot be looked into, which a fault tells."""
    try:
        with os.scandir(root) as found:
            yield from sorted(entry.name for entry in found if entry.is_dir())
    except OSError:
        return


def _paths(root: Path, faults: list[Fault]) -> Iterator[str]:
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
    """Markdown files under `folder`; anything else there is a fault, what systems leave apart."""
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
            elif entry.name.endswith(".md"):
                yield path
            else:
                faults.append(_no_text(path, entry.name))


def _no_text(path: str, name: str) -> Fault:
    found = TEXT_NAME.fullmatch(name)
    if not found:
        return Fault("T030", Position(path, 1, 1))
    values = {"nom": f"{found['stem'] or found['stem2']}.md"}
    return Fault("T035" if found["plain"] else "T036", Position(path, 1, 1), values)


def parsed(text: str, path: str) -> tuple[Document | None, list[Fault]]:
    """The document that the file `path` holds when this is its text, and what is wrong in it.

    Raises `Unreadable` when it has no front matter where it needs one, or a text that goes beyond a limit.
    """
    if not path.endswith(".md"):
        head, body, body_line = text, "", 1
    else:
        head, body, body_line = split_front_matter(text, path)
        if beyond := excess_of_markdown(body):
            line, column = line_and_column(body, beyond.at)
            raise Unreadable(Fault(beyond.code, Position(path, body_line + line - 1, column)))
    data, marks, faults = parse(head, path)
    if data is None and faults:
        return None, faults
    if not isinstance(data, dict):
        return None, [*faults, Fault("T024", Position(path, marks.line, marks.column))]
    return Document(path, data, marks, body, body_line, text, tuple(remarks(head))), faults
