"""libical, which Evolution, KOrganizer and many servers read calendars with, through its C functions."""

from __future__ import annotations

import ctypes as c
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from hub.model.dates import PARIS
from tests.ical_client import Shown

VEVENT = 4
"""`icalcomponent_kind`, of icalenums.h."""


class _Time(c.Structure):
    """`struct icaltimetype`, of icaltime.h."""

    _fields_ = (
        *((name, c.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", c.c_int),
        ("is_daylight", c.c_int),
        ("zone", c.c_void_p),
    )


class _Span(c.Structure):
    """`struct icaltime_span`: seconds since 1970, in UTC."""

    _fields_ = (("start", c.c_int64), ("end", c.c_int64), ("is_busy", c.c_int))


_EACH = c.CFUNCTYPE(None, c.c_void_p, c.POINTER(_Span), c.c_void_p)

_FUNCTIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "icalparser_parse_string": (c.c_void_p, (c.c_char_p,)),
    "icalcomponent_free": (None, (c.c_void_p,)),
    "icalcomponent_count_errors": (c.c_int, (c.c_void_p,)),
    "icalcomponent_get_first_component": (c.c_void_p, (c.c_void_p, c.c_int)),
    "icalcomponent_get_next_component": (c.c_void_p, (c.c_void_p, c.c_int)),
    "icalcomponent_get_uid": (c.c_char_p, (c.c_void_p,)),
    "icalcomponent_get_status": (c.c_int, (c.c_void_p,)),
    "icalcomponent_get_dtstart": (_Time, (c.c_void_p,)),
    "icalcomponent_get_recurrenceid": (_Time, (c.c_void_p,)),
    "icalcomponent_foreach_recurrence": (None, (c.c_void_p, _Time, _Time, _EACH, c.c_void_p)),
    "icalcomponent_get_timezone": (c.c_void_p, (c.c_void_p, c.c_char_p)),
    "icalproperty_enum_to_string": (c.c_char_p, (c.c_int,)),
    "icaltime_from_string": (_Time, (c.c_char_p,)),
    "icaltimezone_get_utc_offset_of_utc_time": (c.c_int, (c.c_void_p, c.POINTER(_Time), c.POINTER(c.c_int))),
}


@cache
def _library() -> Any:
    try:
        library = c.CDLL("libical.so.3")
    except OSError as error:
        raise AssertionError("libical manque : sudo apt-get install libical3, ou make test") from error
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


@contextmanager
def _parsed(calendar: bytes) -> Iterator[Any]:
    """A calendar as libical has it, which it read without an error."""
    library = _library()
    root = library.icalparser_parse_string(calendar)
    assert root, "libical ne lit pas ce fichier"
    try:
        assert library.icalcomponent_count_errors(root) == 0
        yield root
    finally:
        library.icalcomponent_free(root)


def _components(root: Any, kind: int) -> Iterator[Any]:
    component = _library().icalcomponent_get_first_component(root, kind)
    while component:
        yield component
        component = _library().icalcomponent_get_next_component(root, kind)


def shown(calendar: bytes, since: dt.date, until: dt.date, zone: dt.tzinfo = PARIS) -> Shown:
    """The times that begin from `since` to before `until`, in the town's time, and their status."""
    library = _library()
    with _parsed(calendar) as root:
        entries = [
            (
                library.icalcomponent_get_uid(one),
                _local(library.icalcomponent_get_recurrenceid(one)),
                library.icalproperty_enum_to_string(library.icalcomponent_get_status(one)).decode(),
                list(_expanded(one, until, zone)),
            )
            for one in _components(root, VEVENT)
        ]
    otherwise = {(uid, planned) for uid, planned, _, _ in entries if planned}
    times = (
        (start, status)
        for uid, planned, status, starts in entries
        for start in starts
        if planned or (uid, start) not in otherwise
    )
    return sorted((start, status) for start, status in times if since <= start.date() < until)


def _expanded(entry: Any, until: dt.date, zone: dt.tzinfo) -> Iterator[dt.datetime]:
    """The starts that libical gives a VEVENT: its RRULE without its EXDATE, in the zone of the file."""
    library = _library()
    found: list[int] = []
    first = library.icalcomponent_get_dtstart(entry)
    day = dt.date(first.year, first.month, first.day) - dt.timedelta(days=1)  # bounds are in UTC
    library.icalcomponent_foreach_recurrence(
        entry, _midnight(day), _midnight(until), _EACH(lambda _, span, __: found.append(span[0].start)), None
    )
    for seconds in found:
        at = dt.datetime.fromtimestamp(seconds, dt.UTC)
        yield (at if first.is_date else at.astimezone(zone)).replace(tzinfo=None)


def _midnight(day: dt.date) -> _Time:
    time: _Time = _library().icaltime_from_string(f"{day:%Y%m%d}T000000Z".encode())
    return time


def _local(time: _Time) -> dt.datetime | None:
    """What a DATE or a local DATE-TIME says; None for a property that is not there."""
    if not time.year:
        return None
    return dt.datetime(time.year, time.month, time.day, time.hour, time.minute, time.second)


def offsets(calendar: bytes, name: str, moments: list[dt.datetime]) -> list[dt.timedelta]:
    """The offset that the zone so named of a calendar has at each of these moments, which are in UTC."""
    library = _library()
    with _parsed(calendar) as root:
        zone = library.icalcomponent_get_timezone(root, name.encode())
        assert zone, "le fichier n'a pas de fuseau"
        return [_offset(zone, moment) for moment in moments]


def _offset(zone: Any, moment: dt.datetime) -> dt.timedelta:
    time = _library().icaltime_from_string(f"{moment:%Y%m%dT%H%M%SZ}".encode())
    seconds = _library().icaltimezone_get_utc_offset_of_utc_time(zone, c.byref(time), c.byref(c.c_int()))
    return dt.timedelta(seconds=seconds)
