"""Bars: amounts beside each other, each with its words and its number, and the table they are drawn of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hub.markup.typography import decimal

WIDTH = 340
"""Units of a drawing: as wide as a phone, so that its words are as large there as those of the page."""

ROOM = 84
"""Units kept for the number at the end of the longest bar: « 104 800 € »."""

ROW = 42
"""Units from a bar to the next: a line of words, the bar, and room."""


class Bar(NamedTuple):
    """A bar: what it counts, its length in units of the drawing, that of its part if it has one; `told` where
    the sentence of the figure speaks of it."""

    words: str
    value: str
    length: float
    part: float | None
    y: int
    told: bool = False

    @property
    def end(self) -> float:
        """Where its number stands."""
        return self.length + 7


class Figure(NamedTuple):
    """A drawing and its table: `head` names the columns, each row begins with what it counts, `sentence` says
    what it shows.

    What is not known (`unknown`) is in the table and in the note, never in the drawing; a count that has no
    other to be compared with is neither drawn nor laid in a table: the sentence says it.
    """

    key: str
    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    bars: list[Bar]
    sentence: str = ""
    note: str = ""
    unknown: bool = False

    @property
    def height(self) -> int:
        """Of the drawing, in its units."""
        return ROW * len(self.bars)


class Amount(NamedTuple):
    """What a bar is drawn of: words, a number, that of its part if it has one, and the number in words."""

    words: str
    number: float
    part: float | None = None
    value: str = ""


def bars(told: Sequence[Amount], shown: str = "") -> list[Bar]:
    """A bar an amount, the longest as long as may be; none where one amount would be alone. `shown` are the
    words of the bar that the sentence speaks of."""
    if len(told) < 2:
        return []
    unit = (WIDTH - ROOM) / max(one.number for one in told)
    return [
        Bar(
            one.words,
            one.value or _value(one),
            round(one.number * unit, 1),
            None if one.part is None else round(one.part * unit, 1),
            index * ROW,
            one.words == shown,
        )
        for index, one in enumerate(told)
    ]


def drawn(key: str, title: str, told: Sequence[tuple[str, float, str]]) -> Figure:
    """The figure of amounts that have words of their own: what each is of, the amount, its words."""
    amounts = [Amount(words, amount, value=value) for words, amount, value in told]
    return Figure(key, title, (), [(one.words, one.value) for one in amounts], bars(amounts))


def _value(one: Amount) -> str:
    return decimal(one.number) if one.part is None else f"{decimal(one.part)} sur {decimal(one.number)}"
