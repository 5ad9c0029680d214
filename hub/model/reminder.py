"""What is due, and whose it is: the form of a reminder, and how long a town waits before it gives one.

A kind says what is due of its things beside its model (`Kind.reminders`); `hub.model.reminders` gathers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from hub.model.fields import Entity
from hub.model.wording import DEFAULT, Wording
from hub.sources import Position

SERVICE = "Le service qui tient le site"
"""Who is to act where a source names nobody."""

Days = Annotated[int, Field(ge=0, le=3650)]


class Thresholds(Entity):
    """`rappels:` in `mkdocs.yml`: days after something (a meeting, a reading, an issue), or before it (the
    end of a term, the review of a guide, the closing of a call), from which on one is reminded."""

    compte_rendu: Days = 62
    reunion: Days = 62
    pleniere: Days = 300
    mandat: Days = 90
    fiche: Days = 366
    guide: Days = 30
    action: Days = 0
    appel: Days = 14
    lettre: Days = 45


class Pace(Entity):
    """`rythme:` in `mkdocs.yml`: the days that may lie between two meetings of the bureau, and between two
    plenaries."""

    bureau: Days = 62
    pleniere: Days = 366


class Urgency(IntEnum):
    """The first cannot wait: after its day it can no longer be done. The last costs nobody anything yet."""

    NOW = 0
    LATE = 1
    UPKEEP = 2


class Reminder(NamedTuple):
    """`who` is to do something by `day`, or was. `what` is said after the title of `thing`, and begins with
    a small letter; without a thing it is a whole sentence. So is `todo`, in any case."""

    urgency: Urgency
    day: dt.date
    who: str
    what: str
    todo: str
    at: Position
    thing: Any = None


@dataclass(frozen=True)
class Look:
    """What reminders are made from, beside the things of their kind: the day, what the town waits, the name
    that somebody bears in the directory, the things of another kind, what the town calls its bodies."""

    today: dt.date
    within: Thresholds
    named: Callable[[str], str]
    of: Callable[[Any], tuple[Any, ...]]
    words: Wording = DEFAULT

    def has_been(self, day: dt.date, days: int) -> bool:
        """Whether `day` was more than so many days ago."""
        return (self.today - day).days > days

    def is_near(self, day: dt.date, days: int) -> bool:
        """Whether `day` comes within so many days, or is past."""
        return (day - self.today).days <= days


Reminding = Callable[[tuple[Any, ...], Look], Iterator[Reminder]]
"""(the things of a kind, in its order; the look at the town) -> what is due of them."""


def later(day: dt.date, days: int) -> dt.date:
    """So many days after `day`."""
    return day + dt.timedelta(days)
