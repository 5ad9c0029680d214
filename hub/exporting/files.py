"""Rows of texts -> the bytes of a spreadsheet.

Every cell is a text: no zero is lost, no number is rounded, nothing is computed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence

from hub.opendata.rows import guarded

Rows = Sequence[tuple[str, ...]]

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What would be read as a sign (ECMA-376, 22.9.2.19)."""

NARROWEST, WIDEST = 8, 50
"""Widths of a column, in signs."""


def separated(name: str, rows: Rows) -> bytes:
    """As spreadsheets open it in France: semicolons, UTF-8 with its mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def excel(name: str, rows: Rows) -> bytes:
    """`.xlsx`, its headings in bold and always seen."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = name
    for number, row in enumerate(rows, start=1):
        for at, text in enumerate(row, start=1):
            cell = sheet.cell(number, at)
            cell.number_format = "@"  # what is typed there stays a text too
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if text:
                cell.value = _ESCAPE.sub("_x005F_", text)
                cell.data_type = "s"  # « =1+1 » is words
            if number == 1:
                cell.font = Font(bold=True)
    for at, column in enumerate(zip(*rows, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(at)].width = _width(column)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _width(column: Sequence[str]) -> int:
    return min(WIDEST, max(NARROWEST, *(len(cell) for cell in column)) + 2)


def libreoffice(name: str, rows: Rows) -> bytes:
    """`.ods`."""
    from odfdo import Cell, Document, Row, Table

    document = Document("spreadsheet")
    document.body.clear()
    table = Table(name)
    for written in rows:
        row = Row()
        for text in written:
            row.append_cell(Cell(text, cell_type="string", text=text))
        table.append_row(row)
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FILES: Mapping[str, Callable[[str, Rows], bytes]] = {
    ".xlsx": excel,
    ".ods": libreoffice,
    ".csv": separated,
}
"""The end of a name -> what makes such a file, of the name of its sheet and its rows."""
