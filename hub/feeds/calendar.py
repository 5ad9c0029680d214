"""iCalendar (RFC 5545, RFC 7986), by icalendar.

A VEVENT is written once, as text, and calendars are made by joining: an event of a large town may be in
several.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

from icalendar import Calendar, vDuration, vRecur, vText
from icalendar import Event as VEvent
from icalendar.parser import Contentline, Parameters

from hub.feeds.item import guid
from hub.markup import Renderer
from hub.markup.plain import plain
from hub.markup.titles import organiser
from hub.markup.typography import french
from hub.model import Hub
from hub.model.dates import PARIS
from hub.model.event import Event, NextMeeting
from hub.model.recurrence import Frequency, Recurrence

VTIMEZONE = b"""BEGIN:VTIMEZONE\r
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
"""Directive 2000/84/EC, as two rules: icalendar's own writes dates that ical.js misreads by an hour."""

_FREQUENCIES = {
    Frequency.hebdomadaire: "WEEKLY",
    Frequency.mensuelle: "MONTHLY",
    Frequency.annuelle: "YEARLY",
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def files(hub: Hub, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """`agenda.ics`, one calendar an association that organises something, one an event.

    Events whose day is not known are in none.
    """
    written = {e.id: vevent(hub, e, renderer) for e in hub.events if e.debut.whole}
    name = f"Agenda – {hub.site.site_name}"
    yield "agenda.ics", calendar(hub, name, "agenda", written.values())
    for key, events in hub.events_of.items():
        own = [written[e.id] for e in events if e.id in written]
        if own:
            yield (
                f"associations/{key}.ics",
                calendar(hub, hub.by_id[key].nom, f"association/{key}", own),
            )
    for event in hub.events:
        if event.id in written:
            yield (
                f"agenda/{event.id}.ics",
                calendar(hub, event.titre, f"evenement/{event.id}", [written[event.id]]),
            )


def calendar(hub: Hub, name: str, key: str, events: Iterable[bytes]) -> bytes:
    """A VCALENDAR of events already written; the time zone only where one of them has an hour."""
    body = b"".join(events)
    own = (
        _line("UID", hub.site.guid("calendrier", key)),
        _line("NAME", french(name)),
        _line("X-WR-CALNAME", french(name)),
    )
    zone = VTIMEZONE if b"TZID=" in body else b""
    return b"".join((_head(hub.site.site_name), *own, zone, body, b"END:VCALENDAR\r\n"))


def _line(name: str, value: str) -> bytes:
    return bytes(Contentline.from_parts(name, Parameters(), vText(value)).to_ical()) + b"\r\n"


@cache
def _head(site_name: str) -> bytes:
    """The beginning that all the calendars of a site share."""
    frame = Calendar()
    frame.add("prodid", f"-//{site_name}//hub//FR")
    frame.add("version", "2.0")
    frame.add("calscale", "GREGORIAN")
    frame.add("x-wr-timezone", "Europe/Paris")
    frame.add("refresh-interval", vDuration(dt.timedelta(hours=12)), parameters={"VALUE": "DURATION"})
    return bytes(frame.to_ical(sorted=False)).removesuffix(b"END:VCALENDAR\r\n")
