"""The files themselves: those that are attached, those of which the form alone is another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from hub.changes.nouns import File, How
from hub.model import Hub
from hub.sources import Attachment, Sources
from hub.sources.tree import TABLE

PIECE = 1 << 16
"""Bytes of two files that are compared at a time."""


def attached(before: Hub, after: Hub) -> Iterator[File]:
    """The documents and images that came, left, or are not what they were."""
    for had, has, scheme in (
        (before.documents, after.documents, "documents"),
        (before.images, after.images, "images"),
    ):
        for name in sorted({*had, *has}):
            one, other = had.get(name), has.get(name)
            if one is None and other and not before.spoiled.has(scheme, name):
                yield File(other.path, How.ADDED)
            elif other is None and one and not after.spoiled.has(scheme, name):
                yield File(one.path, How.REMOVED)
            elif one and other and not _same(one, other):
                yield File(other.path, How.CHANGED)


def answers(before: Hub, after: Hub) -> Iterator[File]:
    """The tables of answers to questionnaires that came, left, or are not what they were."""
    for name in sorted({*before.responses, *after.responses}):
        one, other = before.responses.get(name), after.responses.get(name)
        if one is None and other:
            yield File(other.path, How.ADDED)
        elif other is None and one and not after.spoiled.has("questionnaires", name):
            yield File(one.path, How.REMOVED)
        elif one and other and one != other:
            yield File(other.path, How.CHANGED)


@lru_cache(maxsize=10_000)
def _same(one: Attachment, other: Attachment) -> bool:
    """Whether two files hold the same bytes; one that cannot be read by now holds none."""
    if one == other or one.size != other.size or one.root == other.root:
        return one == other
    try:
        with one.opened() as file, other.opened() as beside:
            while (piece := file.read(PIECE)) == beside.read(PIECE):
                if not piece:
                    return True
            return False
    except OSError:
        return False


def reformatted(before: Sources, after: Sources, touched: Collection[str]) -> tuple[str, ...]:
    """The files that are written otherwise and say the same: none of their things is in `touched`, by
    path."""
    faulty = unread(before) | unread(after)
    return tuple(
        path
        for path, document in after.documents.items()
        if path in before.documents
        and not path.endswith(TABLE)
        and before.documents[path].text != document.text
        and path not in touched
        and path not in faulty
    )


def unread(sources: Sources) -> set[str]:
    """The files of which something could not be read."""
    return {fault.position.path for fault in sources.faults}
