"""A text as people read it, with the place of each sign in what was written.

What a word processor, a web page or somebody careful writes otherwise (no-break blanks, dashes of any length,
accents in two signs, entities, marks of bold) is one and the same to a reader: patterns look at that.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_OTHERWISE, _WITH_BLANKS = (
    re.compile(
        rf"[^{first}-%'-)+-\[\]^a-~À-ÖØ-öø-ÿœŒŸ«»€…‘’“”](?:"
        rf"(?P<marks>(?<=[{_COMBINING}])[{_COMBINING}]*)"
        r"|(?P<entity>(?<=&)(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});)"
        r"|(?P<blank>(?<=[^\S \n])\s*|(?<= )\s+|(?<=\n)(?:[^\S\n]\s*|\n\s+))"
        r"|(?P<nothing>(?<=[*`\\])[*`\\]*|(?<=(?<![^\W_])_)_*|(?<=_)_*(?![^\W_]))"
        r"|(?<=[^\x00-\x7f]))"
    )
    for first in (" ", "!")
)
"""What is not read as it is written: the rest of a text, most of it, need not be looked at.

A pattern that begins with a set of signs is found many times faster: the blank is in it where it matters.
"""

_BLANKS = re.compile(r" \s")

_ORDINARY = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00b7\u2022\u2027\u2219\u22c5\u30fb\u3002\u2024\u0387", "."),
        **dict.fromkeys("\u2044\u2215\u29f8", "/"),
        **dict.fromkeys("\u060c\u3001\uff0c\u201a", ","),
    }
)
MOST_MARKS = 8
"""Combining marks on one letter: no writing needs more, and ordering them costs the square of it."""


class Change(NamedTuple):
    """Signs that are read otherwise: from where to where they are read, and were written."""

    read: int
    read_end: int
    written: int
    written_end: int


@dataclass(frozen=True, slots=True)
class AsRead:
    """The signs that are read, what was written, and where the two differ, in order."""

    words: str
    written: str
    changes: list[Change]

    def quoted(self, start: int, end: int) -> tuple[int, str]:
        """Where the signs from `start` to `end` stand in what was written, and how."""
        first, last = self._place(start)[0], self._place(end - 1)[1]
        return first, self.written[first:last]

    def _place(self, index: int) -> tuple[int, int]:
        """Where the sign at `index` begins and ends in what was written."""
        before = bisect_right(self.changes, index, key=lambda change: change.read) - 1
        if before < 0:
            return index, index + 1
        change = self.changes[before]
        if index < change.read_end:
            return change.written, change.written_end
        start = change.written_end + index - change.read_end
        return start, start + 1


def as_read(text: str) -> AsRead:
    """The text `text` as it is read; linear in its length.

    Letters are composed (NFC) and of the ordinary width (NFKC), a run of blanks is one: an end of line where
    it holds one, two where it holds more. Marks of bold and signs that nobody sees are left out.
    """
    parts: list[str] = []
    changes: list[Change] = []
    done = length = 0
    for found in (_WITH_BLANKS if _BLANKS.search(text) else _OTHERWISE).finditer(text):
        first = found.start()
        if found["marks"] is not None:
            if first == done:
                continue  # nothing that they are of
            first -= 1
        parts.append(text[done:first])
        start = length + first - done
        parts.append(sign := _sign(found, text[first]))
        length = start + len(sign)
        done = found.end()
        changes.append(Change(start, length, first, done))
    return AsRead("".join((*parts, text[done:])) if changes else text, text, changes)


def _sign(found: re.Match[str], letter: str) -> str:
    """What is read for these signs; `letter` is the one that combining marks are of."""
    written = found[0]
    if found["nothing"] is not None:
        return ""
    if found["entity"]:
        written = html.unescape(written)
    if written.isspace():
        return "\n" * min(written.count("\n"), 2) or " "
    if found["marks"] is not None:
        return unicodedata.normalize("NFC", letter + written[:MOST_MARKS])
    if written == "\u00ad" or unicodedata.category(written[0]) == "Cf":
        return ""
    return unicodedata.normalize("NFKC", written.translate(_ORDINARY)).translate(_ORDINARY)
