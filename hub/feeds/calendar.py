"""iCalendar (RFC 5545, RFC 7986), by icalendar: the calendars that people subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from hub.aside import Aside
from hub.feeds.lines import text
from hub.feeds.sheet import Sheet
from hub.feeds.vtimezone import vtimezone
from hub.markup import Renderer, states
from hub.markup.typography import french
from hub.model import Hub
from hub.model.calendars import calendar_of, calendars_of
from hub.model.event import Event
from hub.remembered import remembered

A_YEAR = dt.timedelta(days=366)
"""How long what is over stays in the calendars."""


def sheets(hub: Hub, today: dt.date, renderer: Renderer) -> Iterator[Sheet]:
    """The calendars of `CALENDARS`, one an association that organises something, one an event.

    Events whose day is not known are in none; what ended more than a year ago is in its own only. An
    association's calendar stays at its address: with nothing of the last year, it holds the last date.
    """
    shelf = _Shelf(hub, today, renderer)
    known = [event for event in hub.events if event.debut.whole]
    for channel in calendars_of(hub.site.mots):
        name = f"{channel.title} – {hub.site.site_name}"
        own = partial(filter, channel.holds, known)
        yield channel.address.lstrip("/"), partial(shelf.recent, name, channel.key, own)
    for key, events in hub.events_of.items():
        if dated := [event for event in events if event.debut.whole]:
            yield calendar_of(key).lstrip("/"), partial(shelf.of_association, key, dated)
    for event in known:
        yield f"agenda/{event.id}.ics", partial(shelf.of_event, event)


class _Shelf:
    """The events of a town as VEVENTs, each written once, and the calendars they are put into."""

    given = ()

    def __init__(self, hub: Hub, today: dt.date, renderer: Renderer) -> None:
        self._hub, self._today = hub, today
        self._written = remembered(partial(_written, hub, renderer), aside=Aside())
        self._recent = remembered(lambda event_id: is_recent(hub.keys["agenda"][event_id], today))

    def recent(self, name: str, key: str, events: Callable[[], Iterable[Event]]) -> bytes:
        """A calendar of those of some events that are of the last year or to come."""
        return self._calendar(name, key, (event for event in events() if self._recent(event.id)))

    def of_association(self, key: str, events: list[Event]) -> bytes:
        one = self._hub.by_id[key]
        own = [event for event in events if self._recent(event.id)] or events[-1:]
        return self._calendar(states.association(one.nom, one), f"association/{key}", own)

    def of_event(self, event: Event) -> bytes:
        name = states.said(event.titre, states.of_event(event))
        return self._calendar(name, f"evenement/{event.id}", (event,))

    def _calendar(self, name: str, key: str, events: Iterable[Event]) -> bytes:
        return calendar(self._hub, name, key, (self._written(event.id) for event in events))


def _written(hub: Hub, renderer: Renderer, event_id: str) -> bytes:
    """An event as VEVENTs; icalendar is loaded where one is written, since most builds keep the calendars."""
    from hub.feeds.vevent import vevents

    return vevents(hub, hub.keys["agenda"][event_id], renderer)


def is_recent(event: Event, today: dt.date) -> bool:
    """Whether the calendars that hold several dates still have this one."""
    return next(event.occurrences(today - A_YEAR, dt.date(today.year + 100, 1, 1)), None) is not None


def calendar(hub: Hub, name: str, key: str, events: Iterable[bytes]) -> bytes:
    """A VCALENDAR of events already written.

    The time zone is always in it: RFC 5545 3.6 asks for one component, also where nothing is to come.
    """
    body = b"".join(events)
    called = french(name)
    head = _head(hub.site.site_name, hub.site.fuseau)
    own = (
        text("UID", hub.site.guid("calendrier", key)),
        text("NAME", called),
        text("X-WR-CALNAME", called),
    )
    return b"".join((head, *own, vtimezone(hub.site.fuseau), body, b"END:VCALENDAR\r\n"))


@cache
def _head(site_name: str, zone: str) -> bytes:
    """The beginning that all the calendars of a site share."""
    from icalendar import Calendar, vDuration

    frame = Calendar()
    frame.add("prodid", f"-//{site_name}//hub//FR")
    frame.add("version", "2.0")
    frame.add("calscale", "GREGORIAN")
    frame.add("x-wr-timezone", zone)
    frame.add("refresh-interval", vDuration(dt.timedelta(hours=12)), parameters={"VALUE": "DURATION"})
    return bytes(frame.to_ical(sorted=False)).removesuffix(b"END:VCALENDAR\r\n")
