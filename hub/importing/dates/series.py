"""A date that comes back, as a calendar has it, and as the town's files have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from hub.importing.dates.given import Raw

CANCELLED = "Annulé dans l'agenda d'origine."


class Other(NamedTuple):
    """One time that is not as it was planned, in the hours of the town."""

    planned: dt.date
    begin: dt.date
    end: dt.date
    place: Raw
    cancelled: bool


@dataclass
class Series:
    """A date that comes back, as a calendar has it: `start` in the zone that it is said in, all others in the
    hours of the town; `end` is the last day of whole days. `rule` is in the words of RRULE, '' for none."""

    start: dt.date
    begin: dt.date
    end: dt.date
    rule: str = ""
    until: dt.date | None = None
    more: Sequence[dt.date] = ()
    less: Sequence[dt.date] = ()
    others: Sequence[Other] = ()
    place: Raw = field(default_factory=dict)

    @property
    def length(self) -> dt.timedelta:
        return self.end - self.begin


@dataclass
class Repeated:
    """The first time, and the `recurrence`; what to ask of it."""

    begin: str
    end: str
    rule: dict[str, Any]
    doubts: list[str] = field(default_factory=list)


def at_midnight(when: dt.date) -> dt.datetime:
    """A day as its midnight."""
    return when if isinstance(when, dt.datetime) else dt.datetime.combine(when, dt.time())
