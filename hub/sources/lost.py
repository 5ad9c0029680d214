"""What YAML accepts and the writer did not mean: quotes that are no delimiters, text lost after a `#`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.sources.document import Remark

COMMENT = re.compile(r" {2,}#(?: |$)")
"""A true remark after a value."""

OPENING_CURLS = frozenset("“„‟‘")

_CURLS = re.compile(r"[“„‟](?P<double>[^“”„‟]*)[”“‟]?|‘(?P<single>.*)’")
_LOST = re.compile(r"(?P<space>[ \t]+)#(?P<text>.*)")
_REMARK = re.compile(r"^[ \t]*+(?P<place>#)(?P<words>.*)", re.MULTILINE)
_KEY = re.compile(r"(?:^|(?<![\w-])-|\{)[ \t]*+(?P<key>\w[\w-]*+)[ \t]*+:(?=[ \t]|$)")


def quoted_with_curls(value: str) -> bool:
    """Whether a plain value stands between curly quotes, which YAML takes for letters.

    « “Le Chat” en concert » is a title that holds a quotation; « “Bureau” » was meant to be quoted.
    """
    return value[:1] in OPENING_CURLS and _CURLS.fullmatch(value.strip()) is not None


def curled(line: str, column: int) -> str:
    """What stands between the curly quotes that open at `column` (from 0) of `line`."""
    inside = line[column:].lstrip("“„‟‘")
    return re.split("[”“‟’](?!\\w)", inside)[0].strip()


def lost_text(line: str, column: int) -> tuple[int, str] | None:
    """`(column, text)`, from 0, of what ` #` cuts from `line` after the plain value that ends at `column`.

    None for a comment, which stands two spaces away and has a space after its sign (yamllint's rule).
    """
    found = _LOST.match(line, column)
    if not found or COMMENT.match(line, column):
        return None
    return found.end("space"), "#" + found["text"]


def remarks(text: str) -> Iterator[Remark]:
    """The lines of a YAML text that are remarks and hold a key, from the first."""
    line, counted = 1, 0
    for found in _REMARK.finditer(text):
        key = _KEY.search(found["words"])
        if not key:
            continue
        line += text.count("\n", counted, found.start("place"))
        counted = found.start("place")
        yield Remark(line, counted - text.rfind("\n", 0, counted), key["key"])
