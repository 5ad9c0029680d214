"""Text separated by commas, semicolons, tabs or bars (RFC 4180 and its cousins), in an alphabet that nobody
said -> rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

SEPARATORS = (";", ",", "\t", "|")
NO_SIGN = "\x1f"
"""Parts nothing: no text that is read has it."""

LOOKED_AT = 60
"""Rows by which the separator is known."""

SAMPLE = 65_536
"""Bytes by which the alphabet is known: its detection takes a minute for a national register."""

OF_FRANCE = ("cp1252", "mac_roman", "cp850")
FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’‘“”«»…–—€°·ñáíóú\u00a0\u202f")

LONGEST_CELL = 10_000_000


def separated(text: str, *, one_column: bool = False) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each row, its number as a spreadsheet counts it, from 1, and the line at which it begins: a cell may
    hold several lines. With `one_column`, a text whose first row is one cell has no more
    of them below: what people wrote there has signs of its own. Raises
    csv.Error."""
    separator, skipped = _declared(text)
    csv.field_size_limit(LONGEST_CELL)
    sign = separator or (NO_SIGN if one_column and _is_one(text) else separator_of(text))
    rows = csv.reader(io.StringIO(text[skipped:], newline=""), delimiter=sign)
    line = 1 + text.count("\n", 0, skipped)
    before = line - 1
    for number, cells in enumerate(rows, start=1):
        yield number, line, tuple(cells)
        line = before + rows.line_num + 1


def decoded(data: bytes, of_others: Callable[[bytes], str] = lambda _: OF_FRANCE[0]) -> str:
    """The text of a file: UTF-8 or UTF-16 where it is, else in the likeliest alphabet.

    That is one of those of spreadsheets in France, Windows's (which holds Latin-1), an old Mac's or that of
    DOS, in which the most letters are of French; where none reads so, the one that `of_others` tells: the
    detection of any alphabet errs on a few words.
    """
    for mark, alphabet in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(alphabet)
            except UnicodeDecodeError:
                continue
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    sample = b"\n".join(lines)[:SAMPLE]
    likely = max(OF_FRANCE, key=lambda alphabet: _french(sample.decode(alphabet, "replace")))
    found = likely if _french(sample.decode(likely, "replace")) > 0 else of_others(data)
    return data.decode(found, "replace")


def _french(text: str) -> int:
    """The letters and signs of French in a text, less those that are of none."""
    signs = [sign for sign in text if not sign.isascii()]
    return sum(1 if sign in FRENCH else -1 for sign in signs)


def _declared(text: str) -> tuple[str, int]:
    """What Excel writes first, « sep=; », and its length; ('', 0) for none."""
    found = re.match(r'"?sep=(.)"?\r?\n', text, re.IGNORECASE)
    return (found[1], found.end()) if found else ("", 0)


def _is_one(text: str) -> bool:
    """Whether the first row is one cell, whatever the separator."""
    first = (
        next(csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=sign), []) for sign in SEPARATORS
    )
    return all(len(cells) <= 1 for cells in first)


def separator_of(text: str) -> str:
    """The sign by which most of the first rows have as many cells, and more than one."""
    return max(SEPARATORS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """How many rows have as many cells as most have; of two as even, the one with more cells wins."""
    start = text[:1_000_000]
    rows = islice(csv.reader(io.StringIO(start, newline=""), delimiter=separator), LOOKED_AT)
    try:
        counts = Counter(len(row) for row in rows if row)
    except csv.Error:
        return 0.0, 0
    several = {cells: met for cells, met in counts.items() if cells > 1}
    if not several:
        return 0.0, 0
    cells, met = max(several.items(), key=lambda pair: (pair[1], pair[0]))
    return met / sum(counts.values()), cells
