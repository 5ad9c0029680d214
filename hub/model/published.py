"""What was published before: the titles of pages, and what subscribers' calendars know of the events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from hub.model.event import Event, Occurrence


class Face(NamedTuple):
    """A time of an event as a calendar has it, in values of iCalendar (RFC 5545).

    `when` holds « NAME value » of DTSTART, DTEND, EXDATE and of each part of RRULE; `where` is
    LOCATION, `state` STATUS.
    """

    when: frozenset[str]
    where: str
    state: str


@dataclass(frozen=True, slots=True)
class Announced:
    """An event as calendars have it: SEQUENCE, the series under "", other times by when they were planned."""

    sequence: int
    faces: Mapping[str, Face]


@dataclass(frozen=True, slots=True)
class Published:
    """What a published site holds: titles of pages by address, events of its calendar by id.

    `unread` is how many entries of its calendar could not be read: nothing can be compared with them.
    """

    titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    events: Mapping[str, Announced] = field(default_factory=lambda: MappingProxyType({}))
    unread: int = 0


def announced(event: Event, zone: dt.tzinfo) -> Announced:
    """What a calendar written now tells of an event whose day is known, in the `zone` of the town."""
    series = _face(event.series)
    series = series._replace(when=series.when.union(_repeated(event, zone)))
    faces = {"": series}
    for once in (*event.changed(), *event.apart()):
        assert once.planned
        faces[_value(event.as_written(once.planned))] = _face(once)
    return Announced(event.sequence, faces)


def _repeated(event: Event, zone: dt.tzinfo) -> Iterator[str]:
    """How it comes back, in values of iCalendar."""
    rule = event.recurrence
    if not rule:
        return
    for name, value in rule.parts(event.debut, zone).items():
        values = value if isinstance(value, list) else [value]
        yield f"RRULE {name}={','.join(map(_value, values))}"
    for at in rule.left_out(event.debut) - rule.apart(event.debut) if rule.frequence else ():
        yield f"EXDATE {_value(event.as_written(at))}"


def _face(once: Occurrence) -> Face:
    whole = once.debut.time is None
    bounds = {"DTSTART": once.debut.datetime, "DTEND": once.ends}
    when = {f"{name} {_value(at.date() if whole else at)}" for name, at in bounds.items() if at}
    place = once.lieu.words if once.lieu else ""
    return Face(frozenset(when), place, "CANCELLED" if once.annule else "CONFIRMED")


def _value(value: object) -> str:
    """A DATE, a DATE-TIME or another value, as iCalendar writes it (RFC 5545 3.3)."""
    if isinstance(value, dt.datetime):
        return f"{value:%Y%m%dT%H%M%S}{'Z' if value.tzinfo is dt.UTC else ''}"
    return f"{value:%Y%m%d}" if isinstance(value, dt.date) else str(value)
