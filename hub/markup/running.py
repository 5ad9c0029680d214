"""What has begun and is not over: a badge with the day it began would say that it is past."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from hub.markup.dates import day
from hub.model.dates import Moment
from hub.model.event import Occurrence


class Running(NamedTuple):
    """The last day of what is going on, and « en cours, jusqu’au 28 novembre »."""

    last: Moment
    words: str


def running(once: Occurrence, today: dt.date) -> Running | None:
    """The state of what began before `today` and is not over; None for all else.

    What takes place each day runs from its first day to its last.
    """
    event = once.event
    last = event.daily or once.last_day
    first = event.debut.first if event.daily else once.debut.first
    if once.annule or not once.debut.whole or not first < today <= last:
        return None
    until = "dernier jour" if last == today else f"jusqu’au {day(last, year=last.year != today.year)}"
    return Running(Moment.at(last), f"en cours, {until}")
