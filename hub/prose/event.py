"""The nouns of a text that was read: what begins, what ends, what is said, and where."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import Any, NamedTuple


class Kind(Enum):
    """What an event is: the beginning of an element, the end of one, or something that holds nothing."""

    PARAGRAPH = auto()
    HEADING = auto()
    QUOTE = auto()
    CODE_BLOCK = auto()
    LIST = auto()
    ITEM = auto()
    NOTE = auto()
    TABLE = auto()
    TABLE_HEAD = auto()
    ROW = auto()
    CELL = auto()
    HTML_BLOCK = auto()
    EMPHASIS = auto()
    STRONG = auto()
    STRIKE = auto()
    LINK = auto()
    IMAGE = auto()
    END = auto()
    WORDS = auto()
    CODE = auto()
    SOFT_BREAK = auto()
    HARD_BREAK = auto()
    RULE = auto()
    HTML = auto()
    NOTE_MARK = auto()
    TASK = auto()

    __hash__ = object.__hash__
    """In C: Enum's own is a call to Python, and every event is looked up by its kind. It gives no order."""


INLINE = frozenset((Kind.EMPHASIS, Kind.STRONG, Kind.STRIKE, Kind.LINK, Kind.IMAGE))
"""The elements that stand inside a line of text."""


class Target(NamedTuple):
    """Where a link or an image leads: the destination as written, its title, and how it was written.

    `form` is `inline`, `reference`, `autolink` (`<https://…>`) or `email` (`<contact@…>`).
    """

    destination: str
    title: str
    form: str


class Reference(NamedTuple):
    """A link or an image by reference, `[the plan][plan]`, that no line `[plan]: …` defines: it is shown as
    it is written. Its place is in bytes."""

    at: int
    end: int
    label: str


class Event(NamedTuple):
    """One event; `at` and `end` are its place in the source, in bytes of UTF-8.

    `text` holds the words of WORDS, CODE and HTML, the label of NOTE and NOTE_MARK, the language of
    CODE_BLOCK. `value` holds the level (1 to 6) of HEADING, the first number of LIST (None for bullets), the
    alignments of TABLE (`left`, `right`, `center` or '' a column), the Target of LINK and IMAGE, whether TASK
    is done, whether CODE_BLOCK stands between fences, the kind that END ends; of WORDS that were typeset, the
    places of the letters to raise. `other` is the index of its END; of an END, that of what it ends; of all
    others -1.
    """

    kind: Kind
    at: int
    end: int
    text: str = ""
    value: Any = None
    other: int = -1


def until_end(events: Iterator[Event], kind: Kind) -> Iterator[Event]:
    """The events up to the end of an element that was begun."""
    depth = 1
    for event in events:
        depth += (event.kind is kind) - (event.kind is Kind.END and event.value is kind)
        if not depth:
            return
        yield event
