"""iCalendar (RFC 5545, RFC 7986), by icalendar: the calendars that people subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

from icalendar import Calendar, vDuration, vText
from icalendar.parser import Contentline, Parameters

from hub.feeds.vevent import vevents
from hub.markup import Renderer, states
from hub.markup.typography import french
from hub.model import Hub
from hub.model.calendars import CALENDARS, calendar_of
from hub.model.event import Event

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

A_YEAR = dt.timedelta(days=366)
"""How long what is over stays in the calendars."""


def files(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """The calendars of `CALENDARS`, one an association that organises something, one an event.

    Events whose day is not known are in none; what ended more than a year ago is in its own only. An
    association's calendar stays at its address: with nothing of the last year, it holds the last date.
    """
    written = {e.id: vevents(hub, e, renderer) for e in hub.events if e.debut.whole}
    recent = {key for key in written if _is_recent(hub.keys["agenda"][key], today)}
    for channel in CALENDARS:
        name = f"{channel.title} – {hub.site.site_name}"
        own = [written[e.id] for e in hub.events if e.id in recent and channel.holds(e)]
        yield channel.address.lstrip("/"), calendar(hub, name, channel.key, own)
    for key, events in hub.events_of.items():
        known = [event.id for event in events if event.id in written]
        if known:
            own = [written[one] for one in known if one in recent] or [written[known[-1]]]
            name = states.association(hub.by_id[key].nom, hub.by_id[key])
            yield calendar_of(key).lstrip("/"), calendar(hub, name, f"association/{key}", own)
    for event in hub.events:
        if event.id in written:
            own = [written[event.id]]
            yield (
                f"agenda/{event.id}.ics",
                calendar(hub, states.said(event.titre, states.of_event(event)), f"evenement/{event.id}", own),
            )


def _is_recent(event: Event, today: dt.date) -> bool:
    return next(event.occurrences(today - A_YEAR, dt.date(today.year + 100, 1, 1)), None) is not None


def calendar(hub: Hub, name: str, key: str, events: Iterable[bytes]) -> bytes:
    """A VCALENDAR of events already written.

    The time zone is always in it: RFC 5545 3.6 asks for one component, also where nothing is to come.
    """
    body = b"".join(events)
    own = (
        _line("UID", hub.site.guid("calendrier", key)),
        _line("NAME", french(name)),
        _line("X-WR-CALNAME", french(name)),
    )
    return b"".join((_head(hub.site.site_name), *own, VTIMEZONE, body, b"END:VCALENDAR\r\n"))


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
