"""What many rows of a table leave out, each of its words once, for who reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hub.model.french import joined

_ROW = re.compile(
    r"(?P<sheet>feuille « [^»]* », )?lignes? (?P<lines>[\d, et]*\d), (?P<cells>« .*)", re.DOTALL
)
_APART = re.compile(r" ; (?=« )")
SHOWN = 8
"""Lines that are said of one word."""


def gathered(unread: Iterable[str]) -> Iterator[str]:
    """The words that were left out: those of rows (« ligne 5, « Note » : à relancer ; … ») by the cell
    that they say, with its lines; the others as they are, first."""
    cells: dict[str, list[str]] = {}
    for words in unread:
        found = _ROW.fullmatch(words)
        if not found:
            yield words
            continue
        for cell in _APART.split(found["cells"]):
            held = cells.setdefault(f"{found['sheet'] or ''}{cell}", [])
            held += re.findall(r"\d+", found["lines"])
    for cell, lines in cells.items():
        yield f"{cell} ({_lines(lines)})"


def _lines(lines: list[str]) -> str:
    if len(lines) == 1:
        return f"ligne {lines[0]}"
    if len(lines) > SHOWN:
        return f"lignes {', '.join(lines[:SHOWN])} et {len(lines) - SHOWN} autres"
    return f"lignes {joined(lines)}"
