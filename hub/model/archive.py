"""What is on the site for memory: it was over before it was published, and is announced to nobody as new."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hub.model.event import Event
from hub.model.minutes import Minutes
from hub.model.publication import Call

LATE = dt.timedelta(days=366)
"""How long after a meeting its minutes are still news."""


def is_news(thing: Any) -> bool:
    """Whether a thing is announced once it is published: it has a day of publication, and is no archive."""
    return thing.publie_le is not None and not is_archive(thing)


def is_archive(thing: Any) -> bool:
    """Whether a date, a call or a meeting was over when it was published; of a meeting, since a year.

    Texts that have no day but that of their publication (news, guides, letters) never are.
    """
    if thing.publie_le is None:
        return False
    day: dt.date = thing.publie_le.first
    if isinstance(thing, Event):
        return thing.debut.first < day and thing.upcoming(day) is None
    if isinstance(thing, Call):
        return thing.over(day)
    return isinstance(thing, Minutes) and thing.date.last + LATE < day
