"""How wide the columns of a table must be: what its template measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypedDict

_BREAK = re.compile(r"[ \t\n\u2002-\u2006\u2008-\u200a]+|(?<=[-/\u2010\u2013\u2014])")
"""Where a line may be broken (Unicode Standard Annex 14); not at a no-break space."""

CUT = 24
"""Letters of a word that make its column no wider: it is cut."""

SHORT = 12
"""Letters of a line that stays one, where there is room for it: « en cours », « janvier 2022 »."""

_WIDE = 3
"""The words of a column that are measured: of as many letters, some are wider."""


class Column(TypedDict):
    """The longest words of a column, which it must have room for, and its longest line."""

    words: list[str]
    line: str


def columns(rows: Sequence[Sequence[str]]) -> list[Column]:
    """What is said of each column of a table whose cells are these words."""
    return [_column([row[index] for row in rows]) for index in range(len(rows[0]))]


def _column(cells: Sequence[str]) -> Column:
    lines = {line for cell in cells for line in cell.split("\n")}
    words = {word[:CUT] for line in lines for word in ([line] if len(line) <= SHORT else _BREAK.split(line))}
    longest = sorted(words, key=lambda word: (-len(word), word))
    return {"words": longest[:_WIDE], "line": max(lines, key=lambda line: (len(line), line))}
