"""The notes at the foot of a text: which are called, in which order, how many times.

As GitHub has them (cmark-gfm): a note has the number of its first call; one that nothing calls is not
shown. Of two notes of the same name, the first counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hub.prose.event import Event, Kind
from hub.prose.reading import Text

_TEXT = -1
"""What holds the calls that stand in no note."""


class Notes:
    """The notes of a text that are shown."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._defined: dict[str, int] = {}
        calls = list(self._calls(events))
        shown = self._shown(calls)
        self.calls: dict[int, int] = {}
        """How many times each is called, by its number."""
        self._numbers: dict[int, int] = {}
        for holder, note in calls:
            if holder in shown:
                number = self._numbers.setdefault(note, len(self._numbers) + 1)
                self.calls[number] = self.calls.get(number, 0) + 1

    @property
    def listed(self) -> list[tuple[int, int]]:
        """The index of the event of each note, and its number, in order."""
        return list(self._numbers.items())

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each note, by its label in small letters."""
        return {label: self._numbers[note] for label, note in self._defined.items() if note in self._numbers}

    def number(self, label: str) -> int:
        """The number of the note that `label` calls."""
        return self._numbers[self._defined[label.casefold()]]

    def _calls(self, events: Sequence[Event]) -> Iterator[tuple[int, int]]:
        """Each call: the note that holds it (or the text), and the note it names, which may come after it."""
        holders, found = [_TEXT], []
        for index, event in enumerate(events):
            if event.kind is Kind.NOTE:
                self._defined.setdefault(event.text.casefold(), index)
                holders.append(index)
            elif event.kind is Kind.END and event.value is Kind.NOTE:
                holders.pop()
            elif event.kind is Kind.NOTE_MARK:
                found.append((holders[-1], event.text.casefold()))
        return ((holder, self._defined[label]) for holder, label in found)

    @staticmethod
    def _shown(calls: Sequence[tuple[int, int]]) -> set[int]:
        """The text, the notes it calls, and those that these call."""
        called: dict[int, list[int]] = {}
        for holder, note in calls:
            called.setdefault(holder, []).append(note)
        shown, following = {_TEXT}, [_TEXT]
        while following:
            for note in called.get(following.pop(), ()):
                if note not in shown:
                    shown.add(note)
                    following.append(note)
        return shown


class Noted(NamedTuple):
    """A text and its notes apart: the number of each label, in small letters; the events of the body; the
    events inside each note that is shown, after its number."""

    numbers: Mapping[str, int]
    body: Iterable[Event]
    notes: list[tuple[int, tuple[Event, ...]]]


def noted(text: Text) -> Noted:
    """The text without its notes, and its notes."""
    if not any(event.kind is Kind.NOTE for event in text.events):
        return Noted({}, text.events, [])
    found = Notes(text.events)
    notes = [(number, text.inside(index)) for index, number in found.listed]
    return Noted(found.numbers, list(_without_notes(text.events)), notes)


def _without_notes(events: Sequence[Event]) -> Iterator[Event]:
    index = 0
    while index < len(events):
        if events[index].kind is Kind.NOTE:
            index = events[index].other
        else:
            yield events[index]
        index += 1
