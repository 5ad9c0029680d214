"""A source folder -> its documents."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hub.sources.attachment import ATTACHED, Attachment, attachments
from hub.sources.document import Document, Fault, Position, line_and_column
from hub.sources.limits import excess_of_markdown
from hub.sources.lost import remarks
from hub.sources.text import Unreadable, read_text, split_front_matter
from hub.sources.yaml import parse

REGISTERS = ("mkdocs.yml", "associations.yaml", "bureau.yaml")
"""The files every town has, at the top of its folder."""

OPTIONAL = ("redirections.yaml",)
"""The registers that a town writes when it needs them."""

FOLDERS = ("minutes", "content")
"""The folders of Markdown files with a front matter."""


STRAYS = ("actualites", "agenda", "appels", "guides", "lettre")
"""Folders that belong in `content/`: at the top, nothing would read them."""


TEXT_NAME = re.compile(
    r"(?P<stem>.+?)(?P<plain>(?:\.md)?\.txt|\.MD|\.Md|\.markdown|\.mdown|\.mkd)"
    r"|(?P<stem2>.+?)\.(?:docx?|odt|rtf|pages)",
)
"""Names of texts that are not published: a Markdown text by another name, or a word processor's."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything read from a source folder: documents by path, and what could not be read."""

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    attached: tuple[Attachment, ...] = ()

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
            document, found = parsed(read_text(root / path, root, path), path)
        except Unreadable as unreadable:
            faults.append(unreadable.fault)
            continue
        faults += found
        if document:
            documents[path] = document
    attached = tuple(attachments(root, faults))
    return Sources(root, documents, tuple(faults), attached)


def _paths(root: Path, faults: list[Fault]) -> Iterator[str]:
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
    for folder in STRAYS:
        if (root / folder).is_dir():
            faults.append(Fault("T032", Position(folder, 1, 1), {"dossier": folder}))


def _markdown_paths(root: Path, folder: str, faults: list[Fault]) -> Iterator[str]:
    """Markdown files under `folder`; anything else there is a fault, hidden files apart."""
    for entry in os.scandir(root / folder) if (root / folder).is_dir() else ():
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if not path.isprintable():  # a name that is not UTF-8, or holds a line break
            faults.append(Fault("T034", Position(ascii(path)[1:-1], 1, 1)))
            continue
        if entry.is_symlink() and not _inside(root, root / path):
            faults.append(Fault("T007", Position(path, 1, 1)))
        elif entry.is_dir(follow_symlinks=False):
            if path in ATTACHED:
                continue
            yield from _markdown_paths(root, path, faults)
        elif entry.name.endswith(".md"):
            yield path
        elif found := TEXT_NAME.fullmatch(entry.name):
            values = {"nom": f"{found['stem'] or found['stem2']}.md"}
            faults.append(Fault("T035" if found["plain"] else "T036", Position(path, 1, 1), values))
        else:
            faults.append(Fault("T030", Position(path, 1, 1)))


def _inside(root: Path, link: Path) -> bool:
    """Whether a link stays in the folder; `realpath` does not mind one that turns in circles."""
    return Path(os.path.realpath(link)).is_relative_to(root)


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
    data, marks, faults = parse(head, path, lenient=path == "mkdocs.yml")
    if data is None and faults:
        return None, faults
    if not isinstance(data, dict):
        return None, [*faults, Fault("T024", Position(path, marks.line, marks.column))]
    return Document(path, data, marks, body, body_line, text, tuple(remarks(head))), faults
