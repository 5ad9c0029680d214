"""The zone of a town as calendars carry it (RFC 5545 3.6.5): rules by which its clocks change, or none.

icalendar's own component lists its changes as dates, which ical.js misreads by an hour.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hub.model.zone import DEFAULT_ZONE, zone_of

PARIS = b"""BEGIN:VTIMEZONE\r
TZID:Europe/Paris\r
BEGIN:STANDARD\r
DTSTART:19961027T030000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:19810329T020000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
END:VTIMEZONE\r
"""
"""Directive 2000/84/EC, as two rules. Its bytes stay: those who subscribed have them."""

FIRST, LAST = 1990, 2037
"""The years whose changes are looked for. A rule that still holds in the last one holds for ever: of those to
come the database itself says no more."""

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@cache
def vtimezone(name: str) -> bytes:
    """The component of a zone, CRLF at line ends."""
    if name == DEFAULT_ZONE:
        return PARIS
    parts = [line for one in _observances(name) for line in one.lines()]
    return "\r\n".join(("BEGIN:VTIMEZONE", f"TZID:{name}", *parts, "END:VTIMEZONE", "")).encode()


class _Change(NamedTuple):
    """A change of the clocks: the hour that they showed before (`at`), the offsets, what comes after."""

    at: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    name: str
    summer: bool

    @property
    def days(self) -> frozenset[str]:
        """What its day may be called within its month: « 2SU », « -1SU »."""
        rank = (self.at.day - 1) // 7 + 1
        length = calendar.monthrange(self.at.year, self.at.month)[1]
        ranks = [rank, *([-1] if self.at.day + 7 > length else [])]
        return frozenset(f"{rank}{_DAYS[self.at.weekday()]}" for rank in ranks)

    @property
    def rest(self) -> tuple[object, ...]:
        """All that a yearly rule repeats beside the day."""
        return (self.at.month, self.at.time(), self.before, self.after, self.name, self.summer)


class _Observance(NamedTuple):
    """The changes that one rule gives, year after year, and the day that they all fall on."""

    changes: tuple[_Change, ...]
    days: frozenset[str]

    def takes(self, one: _Change) -> bool:
        """Whether the same rule gives this change, a year later."""
        last = self.changes[-1]
        return last.rest == one.rest and one.at.year == last.at.year + 1 and bool(self.days & one.days)

    def with_(self, one: _Change) -> _Observance:
        return _Observance((*self.changes, one), self.days & one.days)

    def lines(self) -> Iterator[str]:
        first, last = self.changes[0], self.changes[-1]
        kind = "DAYLIGHT" if first.summer else "STANDARD"
        yield f"BEGIN:{kind}"
        yield f"DTSTART:{first.at:%Y%m%dT%H%M%S}"
        if len(self.changes) > 1:
            until = "" if last.at.year == LAST else f";UNTIL={last.at - last.before:%Y%m%dT%H%M%SZ}"
            day = min(self.days)  # « -1SU » before « 4SU »
            yield f"RRULE:FREQ=YEARLY;BYDAY={day};BYMONTH={first.at.month}{until}"
        yield f"TZNAME:{first.name}"
        yield f"TZOFFSETFROM:{_offset(first.before)}"
        yield f"TZOFFSETTO:{_offset(first.after)}"
        yield f"END:{kind}"


def _observances(name: str) -> list[_Observance]:
    """The first state of the zone, then its rules."""
    made: list[_Observance] = []
    for one in _changes(name):
        at = next((at for at, before in enumerate(made) if before.takes(one)), None)
        if at is None:
            made.append(_Observance((one,), one.days))
        else:
            made[at] = made[at].with_(one)
    return made


def _changes(name: str) -> Iterator[_Change]:
    """How the zone begins, as a change of nothing, then each change of its clocks, to the minute."""
    zone, day = zone_of(name), dt.timedelta(days=1)
    moment, end = dt.datetime(FIRST, 1, 1, tzinfo=dt.UTC), dt.datetime(LAST + 1, 1, 1, tzinfo=dt.UTC)
    known = _state(moment, zone)
    yield _Change(dt.datetime(FIRST, 1, 1), known[0], *known)
    while moment < end:
        state = _state(moment + day, zone)
        if state != known:
            at = _instant(moment, zone)
            after = _state(at, zone)
            yield _Change((at + known[0]).replace(tzinfo=None), known[0], *after)
            known = after
        if state == known:
            moment += day


def _instant(before: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The first minute after `before` at which the zone is otherwise."""
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        same = _state(before + dt.timedelta(minutes=middle), zone) == _state(before, zone)
        low, high = (middle, high) if same else (low, middle)
    return before + dt.timedelta(minutes=high)


def _state(moment: dt.datetime, zone: dt.tzinfo) -> tuple[dt.timedelta, str, bool]:
    """The offset at an instant, what it is called, whether it is summer time."""
    there = moment.astimezone(zone)
    offset = there.utcoffset()
    assert offset is not None
    return offset, there.tzname() or "", bool(there.dst())


def _offset(length: dt.timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
