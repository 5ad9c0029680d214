"""A source folder read, and read again: a file that did not change keeps the document that it gave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hub.at_hand import at_hand
from hub.sources.attachment import attachments
from hub.sources.document import Document, Fault, Position, line_and_column
from hub.sources.heads import Heads
from hub.sources.limits import excess_of_markdown
from hub.sources.lost import remarks
from hub.sources.stamp import Stamp, settled_before, stamp_at
from hub.sources.table import table
from hub.sources.text import CONFLICT_MIDDLE, Unreadable, decoded, read_bytes, split_front_matter
from hub.sources.tree import TABLE, UNNAMED, Sources, folders, paths
from hub.sources.yaml import parse


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file gave when it was read: a document, faults, or both; without a stamp, it is read anew."""

    document: Document | None
    faults: tuple[Fault, ...] = ()
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A source folder, read: what each file gave, by path, and the `sources` they make together.

    Made by `of`, and from one another by `again`, which gives exactly what `of` would give at that moment;
    documents of files that did not change are the same objects, and so is `sources` where nothing did.
    """

    root: Path
    files: Mapping[str, FileRead]
    sources: Sources

    @classmethod
    def of(cls, folder: Path, heads: Heads | None = None) -> Reading:
        """The reading of `folder`, from nothing but the `heads` that are known."""
        return _reading(folder.resolve(), {}, (), heads)

    def again(self, folder: Path, changed: Iterable[str] | None = None) -> Reading:
        """The reading of `folder` now.

        `changed` are paths under it, with forward slashes, of files or folders: nowhere else may a text have
        changed (folders are listed all the same, and attached files looked at). None: every file is looked
        at, and those are read that are not what they were by size and date.
        """
        root = folder.resolve()
        if root != self.root:
            return _reading(root, {}, ())
        unchanged = self._unchanged() if changed is None else self._but(frozenset(changed))
        made = _reading(root, self.files, unchanged)
        same = _are_same(made.sources, self.sources) and made.sources == self.sources
        return replace(made, sources=self.sources) if same else made

    def _unchanged(self) -> Collection[str]:
        """The files that are what they were, as far as can be told without reading them."""
        stamps = {path: one.stamp for path, one in self.files.items() if one.stamp}
        settled = settled_before(stamps.values())
        return {
            path
            for path, stamp in stamps.items()
            if stamp.changed < settled and stamp_at(self.root, path) == stamp
        }

    def _but(self, changed: frozenset[str]) -> set[str]:
        """The files that are not among `changed`, nor in a folder that is."""
        return {
            path
            for path, one in self.files.items()
            if one.stamp and changed.isdisjoint((path, *_folders_of(path)))
        }


def _folders_of(path: str) -> Iterator[str]:
    """The folders that a path goes through: `content/guides`, `content`."""
    while path := path.rpartition("/")[0]:
        yield path


def read(root: Path) -> Sources:
    """Read the source folder `root`: each file yields a document or at least one fault."""
    return Reading.of(root).sources


def _are_same(one: Sources, other: Sources) -> bool:
    """Whether the documents of two readings are the same objects, in the same order."""
    pairs = zip(one.documents.values(), other.documents.values(), strict=True)
    return list(one.documents) == list(other.documents) and all(a is b for a, b in pairs)


def _reading(
    root: Path, former: Mapping[str, FileRead], unchanged: Collection[str], heads: Heads | None = None
) -> Reading:
    files: dict[str, FileRead] = {}
    faults: list[Fault] = []
    for path in paths(root, faults):
        files[path] = former[path] if path in unchanged else _read(root, path, former.get(path), heads)
        faults += files[path].faults
    documents = {path: one.document for path, one in files.items() if one.document}
    attached = tuple(attachments(root, faults))
    return Reading(root, files, Sources(root, documents, tuple(faults), attached, tuple(folders(root))))


def _read(root: Path, path: str, former: FileRead | None, heads: Heads | None = None) -> FileRead:
    """What the file `path` gives; what it gave, where its text is the one that it was."""
    try:
        with at_hand(path):
            known, raw = read_bytes(root, path)
            beside = table(raw, path) if path.endswith(TABLE) else None
            text = beside.text if beside else decoded(raw, path)
            if former and former.document and former.document.text == text:
                return replace(former, stamp=Stamp.of(known))
            document, faults = (beside, []) if beside else parsed(text, path, heads)
    except Unreadable as unreadable:
        return FileRead(None, (unreadable.fault,))
    return FileRead(document, tuple(faults), Stamp.of(known) if document else None)


def parsed(text: str, path: str, heads: Heads | None = None) -> tuple[Document | None, list[Fault]]:
    """The document that the file `path` holds when this is its text, and what is wrong in it.

    Raises `Unreadable` when it has no front matter where it needs one, when its YAML holds what parts two
    versions, or its text goes beyond a limit.
    """
    if not path.endswith(".md"):
        head, body, body_line = text, "", 1
    else:
        head, body, body_line = split_front_matter(text, path)
        if beyond := excess_of_markdown(body):
            line, column = line_and_column(body, beyond.at)
            raise Unreadable(Fault(beyond.code, Position(path, body_line + line - 1, column)))
    if "=======" in head and (middle := CONFLICT_MIDDLE.search(head)):
        raise Unreadable(Fault("T005", Position(path, *line_and_column(head, middle.start()))))
    before, left = text[: len(text) - len(body)].encode(), tuple(remarks(head))
    if heads and (known := heads.find(head)):
        document = Document(path, *known, body, body_line, before, left)
        return document, _unnamed(document)
    data, places, faults = parse(head, path)
    if data is None and faults:
        return None, faults
    if not isinstance(data, dict):
        return None, [*faults, Fault("T024", Position(path, *places.mark(0)[:2]))]
    if heads and not faults:
        heads.note(head, data, places)
    document = Document(path, data, places, body, body_line, before, left)
    return document, [*faults, *_unnamed(document)]


def _unnamed(document: Document) -> list[Fault]:
    """A file that bears the name which forges propose."""
    if document.stem != UNNAMED:
        return []
    title = document.data.get("titre")
    return [Fault("T056", Position(document.path, 1, 1), {"titre": title if isinstance(title, str) else ""})]
