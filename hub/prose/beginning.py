"""The first paragraphs of a text: what is said of it in a line, in feeds, letters, cards and results."""

from __future__ import annotations

from collections.abc import Iterator

from hub.prose.event import Event, Kind
from hub.prose.reading import Text
from hub.prose.words import words

_LEFT_OUT = frozenset((Kind.TASK, Kind.NOTE_MARK))
_UNTOLD = frozenset((Kind.NOTE, Kind.RULE, Kind.HTML, Kind.HTML_BLOCK))


def beginning(text: Text) -> str:
    """The first paragraphs of a text, on one line: what it says of itself before its first heading, table,
    picture or code, which make no sentence. A list is told where a colon announces it, or where there is
    nothing else; '' where there is none either.
    """
    said: list[str] = []
    listed = ""
    for index, block in _blocks(text):
        if block.kind in (Kind.PARAGRAPH, Kind.QUOTE) and (told := _line(text.inside(index))):
            said.append(told)
        elif block.kind is Kind.LIST and (not said or said[-1].endswith(":")):
            listed = listed or ", ".join(_items(text, index))
            if said:
                return " ".join((*said, listed))
        elif said:
            break
    return " ".join(said) or listed


def _blocks(text: Text) -> Iterator[tuple[int, Event]]:
    """The outermost blocks of a text that say something by themselves, with their indexes."""
    index = 0
    while index < len(text.events):
        block = text.events[index]
        if block.kind not in _UNTOLD:
            yield index, block
        index = max(index, block.other) + 1


def _items(text: Text, index: int) -> Iterator[str]:
    """The words of each item of a list, in order, those of lists inside it too."""
    item: list[Event] = []
    for event in (*text.inside(index), text.events[index]):
        if event.kind in (Kind.ITEM, Kind.LIST):
            if told := _line(item):
                yield told
            item = []
        else:
            item.append(event)


def _line(events: tuple[Event, ...] | list[Event]) -> str:
    """Words on one line, without the pictures among them."""
    return " ".join(words(_spoken(events)).split("\n"))


def _spoken(events: tuple[Event, ...] | list[Event]) -> Iterator[Event]:
    images = 0
    for event in events:
        if event.kind is Kind.IMAGE:
            images += 1
        elif event.kind is Kind.END and event.value is Kind.IMAGE:
            images -= 1
        elif not images and event.kind not in _LEFT_OUT:
            yield event
