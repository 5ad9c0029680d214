"""Content lines of iCalendar and vCard: name, parameters, value; folded at 75 octets (RFC 5545 3.1).

icalendar knows the types and how each is written, dates and rules above all. Its components keep properties
to be changed and read again, and its folding looks at each letter by itself: almost half of the time of the
calendars went there.
"""

from __future__ import annotations

import re
from typing import Any

LIMIT = 75
"""Octets of a line, with the space that begins it."""

_LINE_END = re.compile("\r\n?|\n")
_ESCAPING = b"\\^"


def line(name: str, value: Any) -> bytes:
    """The line of a property whose `value` is one of icalendar's types, as it writes it."""
    parameters = f";{_words(value.params)}" if value.params else ""
    return folded(f"{name}{parameters}:{_words(value)}")


def _words(value: Any) -> str:
    """What icalendar writes, which is bytes of most types and words of some."""
    written: str | bytes = value.to_ical()
    return written if isinstance(written, str) else written.decode()


def text(name: str, words: str) -> bytes:
    """The line of a property that is TEXT (RFC 5545 3.3.11)."""
    return folded(f"{name}:{escaped(words)}")


def escaped(words: str) -> str:
    """A value whose signs mean nothing (RFC 5545 3.3.11, RFC 2426 4)."""
    value = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _LINE_END.sub(r"\\n", value) if "\n" in value or "\r" in value else value


def folded(written: str) -> bytes:
    """A content line, CRLF at its end; never cut within a character, nor after a sign that escapes the next
    (RFC 6868 too): the bytes that icalendar writes."""
    data = written.encode()
    pieces: list[bytes] = []
    at = 0
    while len(data) - at >= LIMIT:
        end = at + LIMIT - 1
        while data[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        if data[end - 1] in _ESCAPING:
            end -= 1
        pieces.append(data[at:end])
        at = end
    return b"\r\n ".join((*pieces, data[at:])) + b"\r\n"
