"""Events -> words without form: for descriptions, excerpts, calendars, alternatives of images."""

from __future__ import annotations

from collections.abc import Iterable

from hub.prose.event import INLINE, Event, Kind

_BLOCKS = frozenset((Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.ROW, Kind.TABLE_HEAD, Kind.CODE_BLOCK))
_SAID = frozenset((Kind.WORDS, Kind.CODE))
_BREAKS = {Kind.SOFT_BREAK: " ", Kind.HARD_BREAK: "\n", Kind.CELL: " "}


def words(events: Iterable[Event]) -> str:
    """What the events say, a line a block, without empty lines."""
    return "\n".join(line for line in _joined(events).split("\n") if line)


def _joined(events: Iterable[Event]) -> str:
    parts: list[str] = []
    for event in events:
        kind = event.value if event.kind is Kind.END else event.kind
        if event.kind in _SAID:
            parts.append(event.text)
        elif kind in _BLOCKS:
            parts.append("\n")
        elif kind in _BREAKS:
            parts.append(_BREAKS[kind])
        elif kind is Kind.TASK:
            parts.append("☑ " if event.value else "☐ ")
        elif kind not in INLINE and event.kind is not Kind.END:
            continue
    return "\n".join(" ".join(line.split(" ")).strip() for line in "".join(parts).split("\n"))
