"""The heads of the rows of a follow-up, in the tags of a PDF.

Typst marks the cells of a table's head, but those of its first column only behind a flag
(`pdf.header-cell`, « a11y-extras ») that its Python library cannot raise. A cell's element is written
plainly: another name and another attribute fit in the same place, and nothing else moves.
"""

from __future__ import annotations

import re

_HEAD = re.compile(rb"/S/TH/P \d+ 0 R/ID\(U(\d+)x0y0\)")
_CELL = re.compile(rb"/S/TD(/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U(\d+)x(\d+)y0\)\])>>")
_SCOPE = b"/Scope/Row"


def named(pdf: bytes) -> bytes:
    """The same PDF, where the first cell of each row of its last table is the head of that row.

    `Scope` says which cells a head is for; the others then name no `Headers`, which would be all of theirs
    (ISO 32000-1, 14.8.5.7).
    """
    tables = [int(number) for number in _HEAD.findall(pdf)]

    def cell(found: re.Match[bytes]) -> bytes:
        begins, attribute, table, column = found.groups()
        if int(table) != max(tables):
            return found[0]
        name, scope = (b"TH", _SCOPE) if column == b"0" else (b"TD", b"")
        return b"/S/" + name + begins + scope.ljust(len(attribute)) + b">>"

    return _CELL.sub(cell, pdf) if tables else pdf
