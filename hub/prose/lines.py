"""The lines of words of a text: what somebody wrote on one line of a paragraph, of an item or of a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hub.prose.event import INLINE, Event, Kind
from hub.prose.reading import Text

_HOLDERS = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE))
_ON_A_LINE = INLINE | {Kind.WORDS, Kind.CODE, Kind.HTML, Kind.NOTE_MARK, Kind.TASK}
_BREAKS = frozenset((Kind.SOFT_BREAK, Kind.HARD_BREAK))


class Line(NamedTuple):
    """A line: its events (from `first` to before `last`), its place in bytes, and whether it is joined to a
    line above it (one that is broken on purpose is not)."""

    first: int
    last: int
    at: int
    end: int
    joined: bool

    def follows(self, other: Line) -> bool:
        """Whether both are shown on one line, this one after the other."""
        return self.joined and other.last + 1 == self.first


def lines(text: Text) -> Iterator[Line]:
    """The lines of a text in order; headings, tables and code have none."""
    held: list[Event] = []
    first: int | None = None
    joined = False
    for index, event in enumerate(text.events):
        kind = event.value if event.kind is Kind.END else event.kind
        if kind in _ON_A_LINE:
            if first is None and (held and held[-1].kind in _HOLDERS):
                first = index
            continue
        if first is not None:
            yield Line(first, index, text.events[first].at, text.events[index - 1].end, joined)
            first = None
        joined = event.kind is Kind.SOFT_BREAK
        if event.kind in _BREAKS:
            continue
        if event.kind is Kind.END:
            held.pop()
        elif event.other >= 0:
            held.append(event)


def blocks(text: Text) -> Iterator[int]:
    """The indexes of the blocks that are in no other."""
    index = 0
    while index < len(text.events):
        yield index
        index = max(text.events[index].other, index) + 1


def bare_words(text: Text) -> Iterator[Event]:
    """The words that are no part of a link, of an image or of a block of code."""
    end = -1
    for index, event in text.of(Kind.LINK, Kind.IMAGE, Kind.CODE_BLOCK, Kind.WORDS):
        if event.kind is Kind.WORDS and index > end:
            yield event
        end = max(end, event.other)
