"""The answers to a questionnaire: rows of cells, as a form or a spreadsheet exported them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hub.sources import Document


class Row(NamedTuple):
    """The cells of a row; `line` is that at which it begins in its file."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Responses:
    """The table of answers at `path`."""

    path: str
    rows: tuple[Row, ...]


def responses_of(document: Document) -> Responses:
    """The rows of a table, those that say nothing left out. Raises ValueError where it is none."""
    import csv  # loaded where there is one

    from hub.sources.separated import separated

    try:
        rows = tuple(
            Row(line, tuple(cell.strip() for cell in cells))
            for _, line, cells in separated(document.body, one_column=True)
            if any(cell.strip() for cell in cells)
        )
    except csv.Error as error:
        raise ValueError("no table") from error
    return Responses(document.path, rows)
