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
from hub.model.event import Event, Frequency, NextMeeting, Recurrence

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


def vevent(hub: Hub, event: Event, renderer: Renderer) -> bytes:
    """One event as a VEVENT, CRLF at line ends, folded at 75 octets."""
    address = hub.site.absolute(event.address)
    entry = VEvent()
    entry.add("uid", guid(hub, event))
    entry.add("dtstamp", _stamp(event))
    entry.add("summary", french(event.titre))
    _times(entry, event)
    if event.recurrence:
        _repeat(entry, event, event.recurrence)
    entry.add("status", "CANCELLED" if event.annule else "CONFIRMED")
    entry.add("description", _description(hub, event, renderer, address))
    entry.add("url", address)
    entry.add("categories", [event.categorie.libelle])
    if event.lieu:
        entry.add("location", ", ".join(part for part in (event.lieu.nom, event.lieu.adresse) if part))
    return bytes(entry.to_ical(sorted=False))


def _stamp(event: Event) -> dt.datetime:
    """DTSTAMP from the sources, not the clock: the same sources give the same bytes."""
    day = event.publie_le.first if event.publie_le else event.debut.first
    return dt.datetime.combine(day, dt.time(8), dt.UTC)


def _times(entry: VEvent, event: Event) -> None:
    """DTSTART and DTEND. The end of whole days is the day after the last (RFC 5545 3.6.1)."""
    if event.debut.time is None:
        last = event.fin.first if event.fin else event.debut.first
        entry.add("dtstart", event.debut.first)
        entry.add("dtend", last + dt.timedelta(days=1))
        return
    entry.add("dtstart", event.debut.datetime.replace(tzinfo=PARIS))
    if event.fin:
        entry.add("dtend", event.fin.datetime.replace(tzinfo=PARIS))


def _repeat(entry: VEvent, event: Event, rule: Recurrence) -> None:
    """RRULE and EXDATE: the same rule as the pages', in the calendar's own words."""
    parts: dict[str, object] = {"FREQ": _FREQUENCIES[rule.frequence]}
    if rule.intervalle > 1:
        parts["INTERVAL"] = rule.intervalle
    if rule.jour:
        rank = str(rule.rang.number) if rule.rang else ""
        if rank and rule.frequence is Frequency.annuelle:
            parts["BYMONTH"] = event.debut.month
        parts["BYDAY"] = rank + _DAYS[rule.jour.number]
    if rule.jusqu_a:
        parts["UNTIL"] = _until(event, rule.jusqu_a.last)
    entry.add("rrule", vRecur(parts))
    for date in rule.sauf:
        if event.debut.time is None:
            entry.add("exdate", date.first)
        else:
            entry.add("exdate", dt.datetime.combine(date.first, event.debut.time, PARIS))


def _until(event: Event, last: dt.date) -> dt.date | dt.datetime:
    """UNTIL has DTSTART's type, and is in UTC when there is an hour (RFC 5545 3.3.10)."""
    if event.debut.time is None:
        return last
    return dt.datetime.combine(last, dt.time(23, 59, 59), PARIS).astimezone(dt.UTC)


def _description(hub: Hub, event: Event, renderer: Renderer, address: str) -> str:
    """What a phone shows: clients ignore URL, so the address is in the text as well."""
    lines = [f"Annulé : {event.annule}" if event.annule else "", event.resume or ""]
    text = plain(renderer.render(event.text).html)
    lines += [text, _organisers(hub, event)]
    lines += [f"Inscription : {event.inscription}" if event.inscription else ""]
    lines += [f"Tarif : {event.tarif}" if event.tarif else ""]
    if isinstance(event, NextMeeting):
        lines.append("Réunion annoncée par le compte rendu de la précédente.")
    return "\n".join([*(french(line) for line in lines if line), address])


def _organisers(hub: Hub, event: Event) -> str:
    names = [organiser(hub, key)[0] for key in event.organisateurs]
    return f"Organisé par : {', '.join(names)}" if names else ""
