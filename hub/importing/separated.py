"""Text separated by commas, semicolons, tabs or bars (RFC 4180 and its cousins), in any alphabet -> rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

SEPARATORS = (";", ",", "\t", "|")
LOOKED_AT = 60
"""Rows by which the separator is known."""

SAMPLE = 65_536
"""Bytes by which the alphabet is known: its detection takes a minute for a national register."""

OF_FRANCE = ("cp1252", "mac_roman", "cp850")
FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’‘“”«»…–—€°·ñáíóú\u00a0\u202f")

LONGEST_CELL = 10_000_000


def separated(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each row, and its number as a spreadsheet counts it, from 1: a cell may hold several lines."""
    text = decoded(data)
    separator, skipped = _declared(text)
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(io.StringIO(text[skipped:], newline=""), delimiter=separator or separator_of(text))
    for number, cells in enumerate(rows, start=1):
        yield number, tuple(cells)


def decoded(data: bytes) -> str:
    """The text of a file whose alphabet nobody said: UTF-8 or UTF-16 where it is, else the likeliest."""
    for mark, alphabet in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(alphabet)
            except UnicodeDecodeError:
                continue
    return data.decode(_likeliest(data), "replace")


def _likeliest(data: bytes) -> str:
    """The alphabet in which the most letters are of French; another where none reads so.

    Windows's (which holds Latin-1), an old Mac's, and that of DOS are those of spreadsheets in France; the
    detection of any alphabet errs on a few words.
    """
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    sample = b"\n".join(lines)[:SAMPLE]
    likely = max(OF_FRANCE, key=lambda alphabet: _french(sample.decode(alphabet, "replace")))
    if _french(sample.decode(likely, "replace")) > 0:
        return likely
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    return found.encoding if found else OF_FRANCE[0]


def _french(text: str) -> int:
    """The letters and signs of French in a text, less those that are of none."""
    signs = [sign for sign in text if not sign.isascii()]
    return sum(1 if sign in FRENCH else -1 for sign in signs)


def _declared(text: str) -> tuple[str, int]:
    """What Excel writes first, « sep=; », and its length; ('', 0) for none."""
    found = re.match(r'"?sep=(.)"?\r?\n', text, re.IGNORECASE)
    return (found[1], found.end()) if found else ("", 0)


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
