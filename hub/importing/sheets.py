"""A file -> its sheets, as they are: rows of texts, with the line of each.

`.xlsx`, `.xls` and `.ods` are read by calamine, `.csv` by the standard library once its alphabet is known
(`hub.importing.separated`), a list of JSON objects as a table of their keys, the tables of a web page by
lxml: some programs call one « .xls ».
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.separated import decoded, separated
from hub.importing.signature import Sort
from hub.sources.text import CONTROL, MOJIBAKE

Cells = tuple[str, ...]

TABLES = frozenset((Sort.XLSX, Sort.XLS, Sort.ODS, Sort.TEXT, Sort.JSON, Sort.HTML))
"""The sorts of files in which there may be a table."""


MOST_COLUMNS = 500
WHOLE = 1e18
"""Beyond, a number has lost digits in any case."""


class _Unreadable(ValueError):
    """Why a file is no table, as the end of a French sentence."""


class Row(NamedTuple):
    """A row that says something; `line` is its number in the file, from 1."""

    line: int
    cells: Cells


class Sheet(NamedTuple):
    """What a file holds under one name, '' where it has no sheets."""

    name: str
    rows: list[Row]
    spread: dict[int, Cells]
    """A row with its merged headings over each of their columns, by line."""


def sheets(source: Source) -> list[Sheet]:
    """The sheets of a file, empty rows included. Raises ImportingError."""
    try:
        match source.sort:
            case Sort.XLSX | Sort.XLS | Sort.ODS:
                return list(_workbook(source.data))
            case Sort.TEXT:
                return [Sheet("", [Row(at, _cleaned(cells)) for at, cells in separated(source.data)], {})]
            case Sort.JSON:
                return [_objects(source.data)]
            case Sort.HTML:
                return list(_web_page(source.data))
    except _Unreadable as error:
        raise ImportingError(f"« {source.name} » : {error}") from None
    raise ImportingError(f"« {source.name} » : c'est {source.sort}, et non un tableau.")


def _workbook(data: bytes) -> Iterator[Sheet]:
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


def _sheet(sheet: Any, name: str) -> Sheet:
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
    return Sheet(name, rows, spread)


def _objects(data: bytes) -> Sheet:
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
    return Sheet("", rows, {})


_PROLOG = re.compile(r"^\s*<\?xml[^>]*>")


def _web_page(data: bytes) -> Iterator[Sheet]:
    from lxml import html

    for number, table in enumerate(html.fromstring(_PROLOG.sub("", decoded(data))).iter("table"), start=1):
        if next(table.iterancestors("table"), None) is None:
            rows = [
                Row(line, _cleaned(cell.text_content() for cell in row.iter("td", "th")))
                for line, row in enumerate(table.iter("tr"), start=1)
            ]
            yield Sheet(f"tableau {number}", rows, {})


def _text(value: object) -> str:
    """A cell as a person reads it: a whole number has no point, midnight is a day."""
    match value:
        case bool():
            return "oui" if value else "non"
        case float() if value.is_integer() and abs(value) < WHOLE:
            return str(int(value))
        case dt.datetime():
            return f"{value:%Y-%m-%d}" if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
        case dt.time():
            return f"{value:%H:%M}"
        case list():
            return " | ".join(map(_text, value))
    return "" if value is None or isinstance(value, dict) else str(value)


INVISIBLE_BUT_BLANKS = "[\u00ad\u200b-\u200f\u2060\ufeff]"
_UNSEEN = re.compile(f"{CONTROL.pattern}|{INVISIBLE_BUT_BLANKS}")
_BLANKS = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


def _cleaned(cells: Iterable[str]) -> Cells:
    return tuple(map(clean, cells))


def clean(text: str) -> str:
    """A text without what nobody sees, its blanks ordinary, its letters mended; its lines stay lines."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    if MOJIBAKE.search(text):
        text = _mended(text)
    lines = _UNSEEN.sub("", _BREAK.sub("\n", text)).split("\n")
    return "\n".join(line for line in (_BLANKS.sub(" ", one).strip() for one in lines) if line)


_BREAK = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]|_x000[dD]_\n?")


def _mended(text: str) -> str:
    """« Ã‰tÃ© » as it was before somebody read it in another alphabet; as it is where it cannot be told."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
