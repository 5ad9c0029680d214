"""Lines of iCalendar and vCard, folded at 75 octets (RFC 5545 3.1, RFC 2426 2.6)."""

from __future__ import annotations

LIMIT = 75
"""Octets of a line with the space that begins it: the first, which has none, is as long as the others."""

_ESCAPING = b"\\^"


def folded(line: str) -> bytes:
    """A content line, CRLF at its end: what icalendar makes of it, which looks at each letter by itself.

    Never within a character, nor between a sign that escapes (RFC 6868 too) and what it escapes.
    """
    data = line.encode()
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
