"""The hours of a calendar -> those of the town, by the zones that it names (RFC 5545 3.2.19)."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from hub.model.zone import is_zone, zone_of

_FRENCH = re.compile(r"bruxelles|brussels|paris|madrid|copenhag", re.IGNORECASE)
"""What Outlook writes for Paris, where it writes no name: « (UTC+01:00) Bruxelles, Copenhague, Madrid… »."""


class Hour(NamedTuple):
    """A day, or an hour in the zone that it is said in; `unknown` is the name of a zone that nobody knows."""

    when: dt.date
    unknown: str = ""


def zone_named(name: str) -> dt.tzinfo | None:
    """The zone that a program calls so: by the name of the IANA's database, after a prefix or not, by that of
    Windows, by Outlook's words for Paris."""
    bare = name.strip('"')
    parts = bare.split("/")
    for size in range(len(parts)):
        if is_zone(known := "/".join(parts[size:])) and known:
            return zone_of(known)
    if known := WINDOWS_TO_OLSON.get(bare, ""):
        return zone_of(known) if is_zone(known) else None
    return zone_of("Europe/Paris") if _FRENCH.search(bare) else None


def hour(said: dt.date, name: str, town: dt.tzinfo) -> Hour:
    """What a calendar says, in the zone that it names; a floating hour is of the town."""
    if not isinstance(said, dt.datetime):
        return Hour(said)
    minute = said.replace(second=0, microsecond=0)
    known = zone_named(name) if name else None
    if known:
        return Hour(minute.replace(tzinfo=known))
    if minute.tzinfo:
        return Hour(minute)
    return Hour(minute.replace(tzinfo=town), name)


def in_town(when: dt.date, town: dt.tzinfo) -> dt.date:
    """The same, as the clocks of the town say it."""
    if not isinstance(when, dt.datetime):
        return when
    return when.astimezone(town).replace(tzinfo=None)
