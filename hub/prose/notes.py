"""The notes of a text: which are shown, and by which number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hub.prose.event import Event, Kind
from hub.prose.reading import Text


class Noted(NamedTuple):
    """A text and its notes apart: the number of each label, in small letters; the events of the body; the
    events inside each note that has a mark, after its number."""

    numbers: dict[str, int]
    body: Iterable[Event]
    notes: list[tuple[int, tuple[Event, ...]]]


def noted(text: Text) -> Noted:
    """Notes are numbered in the order of their marks; one without a mark is not shown, as GitHub has it."""
    events = text.events
    defined: dict[str, int] = {}
    marks: list[str] = []
    for index, event in enumerate(events):
        if event.kind is Kind.NOTE:
            defined.setdefault(event.text.casefold(), index)
        elif event.kind is Kind.NOTE_MARK:
            marks.append(event.text.casefold())
    if not defined:
        return Noted({}, events, [])
    shown = [label for label in dict.fromkeys(marks) if label in defined]
    numbers = {label: number for number, label in enumerate(shown, 1)}
    notes = [(number, text.inside(defined[label])) for label, number in numbers.items()]
    return Noted(numbers, list(_without_notes(events)), notes)


def _without_notes(events: tuple[Event, ...]) -> Iterable[Event]:
    index = 0
    while index < len(events):
        if events[index].kind is Kind.NOTE:
            index = events[index].other
        else:
            yield events[index]
        index += 1
