"""A spreadsheet -> its tables: headings and rows of texts, with the line of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.sheets import TABLES, Cells, Row, Sheet, sheets

Known = Callable[[str], bool]
"""Whether an importer knows the heading of a column."""


FIRST_ROWS = 30
"""Rows among which the headings are looked for: titles, a logo, a date stand above them."""

LONGEST_HEADING = 80


class Table(NamedTuple):
    """A sheet: its headings and the rows under them. `above` is what stands before the headings.

    `name` is the sheet's, '' where a file has no sheets. A row has as many cells as there are headings.
    """

    name: str
    headings: Cells
    line: int
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()

    def column(self, index: int) -> list[str]:
        """What stands under a heading, empty cells left out."""
        return [row.cells[index] for row in self.rows if row.cells[index]]


def read(source: Source, known: Known = lambda _: False) -> tuple[Table, ...]:
    """The tables of a file, those of empty sheets left out. Raises ImportingError."""
    return tuple(table for sheet in sheets(source) if (table := _table(sheet, known)))


def likeness(source: Source, known: Known, of: Callable[[Table], float]) -> float:
    """How much a file looks like what its tables would be, from 0 to 1: `of` tells of each; 0 for what has
    none, or cannot be read."""
    if source.sort not in TABLES:
        return 0.0
    try:
        tables = read(source, known)
    except ImportingError:
        return 0.0
    return max(map(of, tables), default=0.0)


def _table(sheet: Sheet, known: Known) -> Table | None:
    """The table of a sheet; None where it says nothing."""
    filled = [row for row in sheet.rows if any(row.cells)]
    if not filled:
        return None
    at = _heading_row(filled, known)
    width = max(len(row.cells) for row in filled)
    if at is None:
        return _without_empty(sheet.name, [f"colonne {letters(n)}" for n in range(width)], 0, filled, [])
    head, above = filled[at], filled[:at]
    names = list(head.cells) + [""] * (width - len(head.cells))
    if above and above[-1].line == head.line - 1 and above[-1].line in sheet.spread:
        groups = sheet.spread[above.pop().line]
        names = [
            f"{group} {own}".strip() if group != own else own
            for group, own in zip([*groups, *[""] * width], names, strict=False)
        ][:width]
    return _without_empty(sheet.name, names, head.line, filled[at + 1 :], above)


def _without_empty(
    name: str, names: Sequence[str], line: int, rows: list[Row], above: list[Row]
) -> Table | None:
    """Columns of which nothing is said are left out; one without a heading is called by its letters."""
    padded = [Row(row.line, row.cells + ("",) * (len(names) - len(row.cells))) for row in rows]
    kept = [at for at, one in enumerate(names) if one or any(row.cells[at] for row in padded)]
    headings = _distinct(" ".join(names[at].split()) or f"colonne {letters(at)}" for at in kept)
    body = tuple(Row(row.line, tuple(row.cells[at] for at in kept)) for row in padded)
    return Table(name, headings, line, body, tuple(above)) if kept else None


def _distinct(names: Iterable[str]) -> Cells:
    """Two columns of one name are told apart: « Téléphone », « Téléphone (2) »."""
    met: dict[str, int] = {}
    found = []
    for name in names:
        met[name] = met.get(name, 0) + 1
        found.append(name if met[name] == 1 else f"{name} ({met[name]})")
    return tuple(found)


def _heading_row(rows: list[Row], known: Known) -> int | None:
    """Where the headings are: the row with most of those that are known, else the first that looks so.

    None where the first row is a thing already.
    """
    first = rows[:FIRST_ROWS]
    counts = [sum(1 for cell in row.cells if cell and known(cell)) for row in first]
    best = max(counts)
    if best >= 2 or (best == 1 and _width(rows[counts.index(1)]) <= 2):
        return counts.index(best)
    widest = max(map(_width, first))
    for at, row in enumerate(first):
        if _width(row) >= max(1, widest * 0.6):
            return at if all(_may_head(cell) for cell in row.cells if cell) else None
    return None


def _width(row: Row) -> int:
    return sum(1 for cell in row.cells if cell)


def _may_head(cell: str) -> bool:
    return len(cell) <= LONGEST_HEADING and "@" not in cell and not re.search(r"\d{4}", cell)


def letters(index: int) -> str:
    """A column as spreadsheets call it, from 0: « A », « Z », « AA »."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
