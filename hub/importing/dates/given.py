"""A date as a source gives it, whatever the source is: what every reader of them makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hub.importing.blocks import Block
from hub.model.fields import Moment

Raw = Mapping[str, Any]
"""Fields as a file of the town says them, in texts, lists and groups."""


@dataclass(slots=True)
class Given:
    """What a source says of a date. `line` is where, from 1; '' and nothing are what it does not say.

    `begin` and `end` are in the form of the files, `repeats` is a `recurrence`, `kind` the words by which
    its category is known, `organisers` and `maybe` (asked of nobody where it is unknown) names as written.
    `held` is the key that the town's own export gave, `aside` what fills no field, `doubts` what to ask by
    the field that it is about.
    """

    line: int
    title: str
    begin: str
    end: str = ""
    uid: str = ""
    held: str = ""
    kind: str = ""
    summary: str = ""
    organisers: Sequence[str] = ()
    maybe: Sequence[str] = ()
    place: Raw = field(default_factory=dict)
    audience: str = ""
    price: str = ""
    registration: str = ""
    repeats: Raw = field(default_factory=dict)
    cancelled: str = ""
    blocks: Sequence[Block] = ()
    aside: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    doubts: list[tuple[str, str]] = field(default_factory=list)

    def ask(self, about: str, message: str) -> None:
        """Ask about a field."""
        self.doubts.append((about, message))


@dataclass(slots=True)
class Listed:
    """The dates of a source; what of it is no date (`aside`), what to ask by line, what is good to know."""

    dates: list[Given] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    questions: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def written(when: dt.date) -> str:
    """A day, or an hour of the town to the minute, as files say it."""
    return str(Moment.at(when))


def written_end(when: dt.date, begin: dt.date) -> str:
    """When something ends: midnight is the end of the day before it; '' where it ends as it begins."""
    if when == begin:
        return ""
    if isinstance(when, dt.datetime) and when.time() == dt.time() and when.date() > begin_day(begin):
        return f"{when.date() - dt.timedelta(days=1)} 24:00"
    return written(when)


def begin_day(when: dt.date) -> dt.date:
    """The day of a moment."""
    return when.date() if isinstance(when, dt.datetime) else when
