"""A spreadsheet -> its tables: texts, with the line of each row as the program that made it counts them.

`.xlsx`, `.xls` and `.ods` are read by calamine, `.csv` by the standard library once its alphabet is known
(`hub.importing.separated`), a list of JSON objects as a table of their keys, the tables of a web page by lxml:
some programs call one « .xls ».
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.separated import separated
from hub.importing.signature import Sort

Known = Callable[[str], bool]
"""Whether an importer knows the heading of a column."""

Cells = tuple[str, ...]

FIRST_ROWS = 30
"""Rows among which the headings are looked for: titles, a logo, a date stand above them."""

LONGEST_HEADING = 80
MOST_COLUMNS = 500


TABLES = frozenset((Sort.XLSX, Sort.XLS, Sort.ODS, Sort.TEXT, Sort.JSON, Sort.HTML))
"""The sorts of files in which there may be a table."""

class _Unreadable(ValueError):
    """Why a file is no table, as the end of a French sentence."""


class Row(NamedTuple):
    """A row that says something; `line` is its number in the file, from 1."""

    line: int
    cells: Cells


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


class _Sheet(NamedTuple):
    name: str
    rows: list[Row]
    spread: dict[int, Cells]
    """A row with its merged headings over each of their columns, by line."""


def read(source: Source, known: Known = lambda _: False) -> tuple[Table, ...]:
    """The tables of a file, those of empty sheets left out. Raises ImportingError."""
    return tuple(table for sheet in _sheets(source) if (table := _table(sheet, known)))


def _sheets(source: Source) -> list[_Sheet]:
    try:
        match source.sort:
            case Sort.XLSX | Sort.XLS | Sort.ODS:
                return list(_workbook(source.data))
            case Sort.TEXT:
                return [_Sheet("", [Row(at, _cleaned(cells)) for at, cells in separated(source.data)], {})]
            case Sort.JSON:
                return [_objects(source.data)]
            case Sort.HTML:
                return list(_web_page(source.data))
    except _Unreadable as error:
        raise ImportingError(f"« {source.name} » : {error}") from None
    raise ImportingError(f"« {source.name} » : c'est {source.sort}, et non un tableau.")


def _workbook(data: bytes) -> Iterator[_Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_object(io.BytesIO(data))
        kept = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        for name in kept:
            yield _sheet(book.get_sheet_by_name(name), name if len(kept) > 1 else "")
    except PasswordError:
        raise _Unreadable("ce classeur a un mot de passe : enregistrez-le sans, puis recommencez.") from None
    except (CalamineError, ValueError, OSError, UnicodeError):
        raise _Unreadable(
            "ce classeur est abîmé, ou d'une autre sorte que ne le dit son nom : ouvrez-le dans un tableur, "
            "et enregistrez-le de nouveau."
        ) from None


def _sheet(sheet: Any, name: str) -> _Sheet:
    """A sheet whose merged cells say in each of their rows what they say once.

    Over several columns they are a title, or the heading of a group: only `spread` repeats it.
    """
    grid = [[_text(value) for value in row[:MOST_COLUMNS]] for row in sheet.to_python(skip_empty_area=False)]
    spread: dict[int, Cells] = {}
    wide: list[tuple[int, int, int]] = []
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top >= len(grid) or left >= len(grid[top]):
            continue
        if bottom > top and right == left:
            for at in range(top + 1, min(bottom + 1, len(grid))):
                grid[at][left] = grid[at][left] or grid[top][left]
        elif right > left:
            wide.append((top, left, right))
    for top, left, right in wide:
        row = list(spread.get(top + 1, grid[top]))
        row[left : right + 1] = [grid[top][left]] * (min(right, len(row) - 1) - left + 1)
        spread[top + 1] = _cleaned(row)
    rows = [Row(number, _cleaned(cells)) for number, cells in enumerate(grid, start=1)]
    return _Sheet(name, rows, spread)


def _objects(data: bytes) -> _Sheet:
    """A list of objects, or the only list of an object: what the interfaces of other sites give."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        raise _Unreadable("ce fichier JSON est abîmé : téléchargez-le de nouveau.") from None
    if isinstance(said, dict):
        lists = [value for value in said.values() if isinstance(value, list)]
        said = lists[0] if len(lists) == 1 else None
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise _Unreadable("ce fichier JSON n'est pas une liste de fiches.")
    keys = list(dict.fromkeys(key for one in said for key in one))
    rows = [Row(1, tuple(keys))]
    rows += [Row(n, _cleaned(_text(one.get(key)) for key in keys)) for n, one in enumerate(said, start=1)]
    return _Sheet("", rows, {})


def _web_page(data: bytes) -> Iterator[_Sheet]:
    from lxml import html

    for number, table in enumerate(html.fromstring(data).iter("table"), start=1):
        if next(table.iterancestors("table"), None) is None:
            rows = [
                Row(line, _cleaned(cell.text_content() for cell in row.iter("td", "th")))
                for line, row in enumerate(table.iter("tr"), start=1)
            ]
            yield _Sheet(f"tableau {number}", rows, {})


def _text(value: object) -> str:
    """A cell as a person reads it: a whole number has no point, midnight is a day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e18 else str(value)
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, list):
        return " | ".join(map(_text, value))
    return "" if isinstance(value, dict) else str(value)


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BLANKS = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


def _cleaned(cells: Iterable[str]) -> Cells:
    return tuple(map(clean, cells))


def clean(text: str) -> str:
    """A text without what nobody sees, its blanks ordinary; its lines stay lines."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split(" ")).strip() if "  " not in text else " ".join(text.split())
    lines = _UNSEEN.sub("", re.sub("\r\n?|[\u2028\u2029\x85]|_x000[dD]_\n?", "\n", text)).split("\n")
    return "\n".join(line for line in (_BLANKS.sub(" ", one).strip() for one in lines) if line)


def _table(sheet: _Sheet, known: Known) -> Table | None:
    """The table of a sheet; None where it says nothing."""
    filled = [row for row in sheet.rows if any(row.cells)]
    if not filled:
        return None
    at = _heading_row(filled, known)
    width = max(len(row.cells) for row in filled)
    if at is None:
        return _without_empty(sheet.name, [letters(n) for n in range(width)], 0, filled, [])
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
    counts = [sum(1 for cell in dict.fromkeys(row.cells) if cell and known(cell)) for row in first]
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
