"""A link that opens a mail, its subject and its first lines written (RFC 6068)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

LONGEST = 1_800
"""Characters of an address: Windows hands no more than 2,000 or so to a mail program."""


def mailto(to: str, subject: str, lines: Sequence[str], last: Sequence[str] = ()) -> str:
    """The address that opens a mail to `to`. Of `lines` it keeps the first ones that there is room for.

    `last` are lines that it always ends with, if they and the subject are shorter than an address.
    """
    start = f"mailto:{quote(to, safe='@+')}?subject={quote(subject[:_SUBJECT], safe='')}&body="
    end = _written(("", *last)) if last else ""
    room = LONGEST - len(start) - len(end)
    body: list[str] = []
    for line in lines:
        written = (_BREAK if body else "") + _quoted(line)
        room -= len(written)
        if room < 0:
            break
        body.append(written)
    return f"{start}{''.join(body)}{end}"


_BREAK = "%0D%0A"
_SUBJECT = 120


@lru_cache(maxsize=512)
def _quoted(line: str) -> str:
    """A line in an address: every page has the same ones."""
    return quote(line, safe="")


def _written(lines: Sequence[str]) -> str:
    return _BREAK.join(_quoted(line) for line in lines)
