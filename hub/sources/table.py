"""A table that stands beside a text: what people answered, as a form or a spreadsheet exports it."""

from __future__ import annotations

from hub.sources.document import Document, Fault, Position, line_and_column
from hub.sources.text import CONFLICT, CONTROL, Unreadable

MOST_ROWS = 50_000
"""Rows, answers of people: beyond, a database was saved there."""


def table(raw: bytes, path: str) -> Document:
    """The document of a table: it holds no values, and all of it is its body, with line feeds only.

    Its alphabet is found where it is not UTF-8 (`hub.sources.separated`). Raises `Unreadable` where it is no
    text, says nothing, or was left in the middle of a merge.
    """
    from hub.sources.separated import decoded  # loaded where there is one

    text = decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable(Fault("T019", Position(path, 1, 1)))
    if found := CONFLICT.search(text):
        raise Unreadable(Fault("T005", Position(path, *line_and_column(text, found.start()))))
    if "\0" in text or CONTROL.search(text[:1_000]) or text.count("\n") > MOST_ROWS:
        raise Unreadable(Fault("Q001", Position(path, 1, 1)))
    return Document(path, {}, body=text)
