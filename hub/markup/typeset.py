"""French typography of events: worked out once over the words of a whole line, across emphasis and links."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from hub.markup.signs import OPAQUE, Change
from hub.markup.typography import changes_of
from hub.prose import Event, Kind
from hub.prose.event import INLINE

_THROUGH = INLINE | {Kind.NOTE_MARK}
"""What a line of words goes through as if it were not there."""

_STANDS = {Kind.SOFT_BREAK: "\n", Kind.CODE: OPAQUE, Kind.HTML: OPAQUE, Kind.TASK: OPAQUE}
"""What stands in a line for what is none of its words."""


class _Piece(NamedTuple):
    """A change inside one event."""

    start: int
    end: int
    written: str
    raised: bool


def typeset(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, as many, with French spaces and apostrophes in their words.

    `value` of WORDS has the places of the letters to raise, « 1er », if there are any. Code, addresses and
    the alternatives of images stay.
    """
    made = list(events)
    line = _Line()
    at = 0
    while at < len(events):
        event = events[at]
        kind = event.value if event.kind is Kind.END else event.kind
        if event.kind is Kind.WORDS:
            line.add(event.text, at)
        elif _is_whole(event):
            line.add(OPAQUE)
            at = event.other
        elif kind in _STANDS:
            line.add(_STANDS[kind])
        elif kind not in _THROUGH:
            line.end(made)
            at = event.other if event.kind is Kind.CODE_BLOCK else at
        at += 1
    line.end(made)
    return tuple(made)


def _is_whole(event: Event) -> bool:
    """Whether an element is no words: an image, an address that is its own title."""
    if event.kind is Kind.LINK:
        return event.value.form in ("autolink", "email")
    return event.kind is Kind.IMAGE


class _Line:
    """The words of a line, and the indexes of the events they come from (-1 for what is none of them)."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._indexes: list[int] = []

    def add(self, words: str, index: int = -1) -> None:
        self._words.append(words)
        self._indexes.append(index)

    def end(self, events: list[Event]) -> None:
        """Change the events of the line, and begin another."""
        if self._words:
            changes = list(changes_of("".join(self._words)))
            if changes:
                self._change(changes, events)
            self._words, self._indexes = [], []

    def _change(self, changes: Sequence[Change], events: list[Event]) -> None:
        starts = [0]
        for words in self._words:
            starts.append(starts[-1] + len(words))
        pieces: dict[int, list[_Piece]] = {}
        for change in changes:
            start, written = change.start, change.written
            while True:  # a change may go over several events: the first takes what is written
                number = bisect_right(starts, start, hi=len(self._words)) - 1
                left, end = starts[number], min(change.end, starts[number + 1])
                if change.raised:
                    written = self._words[number][start - left : end - left]
                pieces.setdefault(number, []).append(_Piece(start - left, end - left, written, change.raised))
                start, written = end, ""
                if start >= change.end:
                    break
        for number, changed in pieces.items():
            index = self._indexes[number]
            events[index] = _changed(events[index], changed)


def _changed(event: Event, pieces: Sequence[_Piece]) -> Event:
    parts: list[str] = []
    raised: list[tuple[int, int]] = []
    done = length = 0
    for piece in pieces:
        kept = event.text[done : piece.start]
        parts += kept, piece.written
        length += len(kept)
        if piece.raised:
            raised.append((length, length + len(piece.written)))
        length += len(piece.written)
        done = piece.end
    text = "".join((*parts, event.text[done:]))
    return _event(Event, (event.kind, event.at, event.end, text, tuple(raised) or None, event.other))


_event = tuple.__new__
"""Makes a tuple without a call to Python, as where events are read."""
