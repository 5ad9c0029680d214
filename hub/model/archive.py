"""What is on the site for memory: it was over before it was published, and is announced to nobody as new."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hub.model.kinds import kind_of


def is_news(thing: Any) -> bool:
    """Whether a thing is announced once it is published: it has a day of publication, and is no archive."""
    return thing.publie_le is not None and not is_archive(thing)


def is_archive(thing: Any) -> bool:
    """Whether a thing was over when it was published: a date, a call; a meeting, since a year.

    Texts that have no day but that of their publication never are: their kinds declare no end.
    """
    if thing.publie_le is None:
        return False
    day: dt.date = thing.publie_le.first
    over = kind_of(thing).over
    return over is not None and over(thing, day)
