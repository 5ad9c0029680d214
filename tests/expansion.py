"""The times of a calendar by dateutil, from the file alone: its RRULE, EXDATE and RECURRENCE-ID."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, NamedTuple

from dateutil.rrule import rrulestr
from icalendar import Calendar

from hub.model.dates import PARIS
from tests.ical_client import Shown


class Time(NamedTuple):
    """A time as the file has it, in the town's time; whole days begin and end at midnight."""

    start: dt.datetime
    end: dt.datetime | None
    status: str


def times(calendar: bytes, until: dt.date) -> list[Time]:
    """Every time that begins before `until`, in order."""
    entries: list[Any] = list(Calendar.from_ical(calendar).walk("VEVENT"))
    otherwise = {(str(e["UID"]), _naive(e["RECURRENCE-ID"].dt)): e for e in entries if "RECURRENCE-ID" in e}
    found = [_time(entry, _naive(entry["DTSTART"].dt)) for entry in otherwise.values()]
    for entry in entries:
        if "RECURRENCE-ID" not in entry:
            starts = _expanded(entry, until)
            found += [_time(entry, at) for at in starts if (str(entry["UID"]), at) not in otherwise]
    return sorted((time for time in found if time.start.date() < until), key=lambda time: time.start)


def shown(calendar: bytes, since: dt.date, until: dt.date) -> Shown:
    """The times that begin from `since` to before `until`."""
    return sorted((time.start, time.status) for time in times(calendar, until) if time.start.date() >= since)


def _time(entry: Any, start: dt.datetime) -> Time:
    end = None
    if "DTEND" in entry:
        end = start + (_naive(entry["DTEND"].dt) - _naive(entry["DTSTART"].dt))
    return Time(start, end, str(entry["STATUS"]))


def _expanded(entry: Any, until: dt.date) -> list[dt.datetime]:
    start = _naive(entry["DTSTART"].dt)
    if "RRULE" not in entry:
        return [start]
    rule = entry["RRULE"].to_ical().decode()
    if match := re.search(r"UNTIL=(\d{8}T\d{6})Z", rule):  # dateutil wants it in the time of DTSTART
        end = dt.datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC).astimezone(PARIS)
        rule = rule.replace(match[0], f"UNTIL={end:%Y%m%dT%H%M%S}")
    exdates = entry.get("EXDATE", [])
    rows = exdates if isinstance(exdates, list) else [exdates]
    excluded = {_naive(date.dt) for row in rows for date in row.dts}
    every = rrulestr(rule, dtstart=start).between(start, dt.datetime.combine(until, dt.time()), inc=True)
    return [at for at in every if at not in excluded]


def _naive(date: dt.date) -> dt.datetime:
    if isinstance(date, dt.datetime):
        assert date.tzinfo is not None
        return date.replace(tzinfo=None)
    return dt.datetime.combine(date, dt.time())
