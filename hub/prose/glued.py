"""Tables that follow a paragraph without an empty line, and whose head begins without a bar.

GitHub reads « Texte\\na | b\\n--|-- » as a paragraph and a table; the parser does where the head begins with
a bar only. Such a head is given one before it is read again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from hub.prose.event import INLINE, Event, Kind

_ALIGNED = rb":?-++:?[ \t]*+"
_DELIMITERS = re.compile(
    rb"^[ \t>]*+\|?[ \t]*+" + _ALIGNED + rb"(?:\|[ \t]*+" + _ALIGNED + rb")*+\|?[ \t]*+\r?$", re.MULTILINE
)
_BREAKS = frozenset((Kind.SOFT_BREAK, Kind.HARD_BREAK))
_LEAVES = frozenset((Kind.WORDS, Kind.CODE, Kind.HTML, Kind.NOTE_MARK, Kind.TASK))
_MARGIN = re.compile(rb"[ \t>]*+")


def heads(written: bytes, events: Iterable[Event]) -> list[int]:
    """Where a line may be the head of a table that lacks its first bar, one a block of lines."""
    rows = set(_rows_apart(written, events)) if b"|" in written else set()
    found: list[int] = []
    if not rows:
        return found
    line: int | None = None
    for event in events:
        kind = event.value if event.kind is Kind.END else event.kind
        if kind in _BREAKS:
            below = written.find(b"\n", event.at) + 1
            if line is not None and line >= 0 and below in rows:
                if not written.startswith(b"|", line):
                    found.append(line)
                line = -1
            elif line != -1:
                margin = _MARGIN.match(written, below)
                line = margin.end() if margin else below
        elif kind not in INLINE and kind not in _LEAVES:
            line = None
        elif line is None:
            line = event.at - written.startswith(b"\\", max(0, event.at - 1))
    return found


def _rows_apart(written: bytes, events: Iterable[Event]) -> Iterator[int]:
    """Where rows of delimiters begin that are in none of the tables that were read."""
    tables = [event for event in events if event.kind is Kind.TABLE]
    begun = [table.at for table in tables]
    for found in _DELIMITERS.finditer(written):
        above = bisect_left(begun, found.start() + 1) - 1
        if above < 0 or tables[above].end <= found.start():
            yield found.start()


def barred(written: bytes, places: Sequence[int]) -> bytes:
    """The text with a bar at each of these places, in order."""
    ends = [*places[1:], len(written)]
    kept = (b"|" + written[start:end] for start, end in zip(places, ends, strict=True))
    return written[: places[0]] + b"".join(kept)


def tables(places: Sequence[int], events: Iterable[Event]) -> list[int]:
    """Those of the places where, once barred, a table begins."""
    begun = {event.at for event in events if event.kind is Kind.TABLE}
    return [place for added, place in enumerate(places) if place + added in begun]


def unbarred(places: Sequence[int], events: Iterable[Event]) -> list[Event]:
    """The events of a text that was barred, at their places in the text as written."""
    bars = [place + added for added, place in enumerate(places)]

    def as_written(at: int) -> int:
        return at - bisect_left(bars, at)

    return [event._replace(at=as_written(event.at), end=as_written(event.end)) for event in events]
