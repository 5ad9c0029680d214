"""A VEVENT (RFC 5545 3.6.1) with its beginning and its end in the hours of the town."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from hub.importing.dates import properties
from hub.importing.dates.given import written
from hub.importing.dates.zones import in_town

_DAY = dt.timedelta(days=1)


class Part(NamedTuple):
    """A VEVENT: its line, its properties, and its beginning and end in the hours of the town. `start` is the
    beginning in its own zone, `end` the last day of whole days."""

    line: int
    event: Any
    start: dt.date
    begin: dt.date
    end: dt.date
    doubts: list[tuple[str, str]]


def part_of(event: Any, line: int, town: dt.tzinfo) -> Part | None:
    """The event with its times; None where they cannot be read."""
    doubts: list[tuple[str, str]] = []
    start = properties.when(event, "DTSTART", town, doubts)
    if start is None:
        return None
    end = _end(event, start, town, doubts)
    begin = in_town(start, town)
    return Part(line, event, start, begin, end, doubts)


def _end(event: Any, start: dt.date, town: dt.tzinfo, doubts: list[tuple[str, str]]) -> dt.date:
    """The end in the hours of the town; the DTEND of whole days is the day after the last (3.8.2.2)."""
    begin = in_town(start, town)
    end = properties.when(event, "DTEND", town, doubts)
    if end is None:
        length = next(
            (
                one.dt
                for one in properties.values(event, "DURATION")
                if isinstance(properties.said(one), dt.timedelta)
            ),
            None,
        )
        end = start + length if length else None
    if end is None or isinstance(end, dt.datetime) != isinstance(start, dt.datetime):
        return begin
    last = in_town(end, town) if isinstance(end, dt.datetime) else end - _DAY
    if last < begin and end < start:
        doubts.append(("debut", f"La fin ({written(last)}) vient avant le début : elle n'est pas reprise."))
    return max(last, begin)


def planned_of(part: Part, town: dt.tzinfo) -> dt.date | None:
    """When a time of a series was planned; None where it is none."""
    planned = properties.when(part.event, "RECURRENCE-ID", town, [])
    return in_town(planned, town) if planned else None
