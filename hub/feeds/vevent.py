"""An event as iCalendar has it: a VEVENT, and one more for each time that is otherwise (RFC 5545 3.6.1).

Written once, as text, and joined into calendars: an event of a large town may be in several.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from icalendar import vDDDTypes, vGeo, vInt, vRecur, vUri

from hub.at_hand import at_hand
from hub.feeds.item import guid
from hub.feeds.lines import line, text
from hub.markup import Renderer, states
from hub.markup.titles import organiser
from hub.markup.typography import french
from hub.model import Hub
from hub.model.event import Event, NextMeeting, Occurrence
from hub.model.recurrence import Place, Recurrence

BEGIN, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"

Lines = Iterator[bytes]


def vevents(hub: Hub, event: Event, renderer: Renderer) -> bytes:
    """The event and its changed times, CRLF at line ends, folded at 75 octets."""
    words = renderer.words(event.text)
    with at_hand(event.address):
        entries = [_series(hub, event, words)]
        entries += [_changed(hub, one, words) for one in event.changed()]
        entries += [_apart(hub, one, words) for one in event.apart()]
        return b"".join(part for entry in entries for part in (BEGIN, *entry, END))


def _series(hub: Hub, event: Event, words: str) -> Lines:
    """The event itself, with the rule by which it comes back."""
    yield from _entry(hub, event.series, words)
    if event.recurrence and event.recurrence.frequence:
        yield from _repeat(hub, event, event.recurrence)


def _changed(hub: Hub, once: Occurrence, words: str) -> Lines:
    """One time of a series that is otherwise, named by the time that the rule has (RFC 5545 3.8.4.4)."""
    yield from _entry(hub, once, words)
    assert once.planned
    yield line("RECURRENCE-ID", _in_town(hub, once.event.as_written(once.planned)))


def _apart(hub: Hub, once: Occurrence, words: str) -> Lines:
    """A date of a list: an event of its own, whose UID says which.

    RDATE would be the property for it (RFC 5545 3.8.5.2), but clients differ: Outlook refuses it without a
    rule, ical.js and Android then lose the first date, Google those after the rule's end, and libical shows
    them in UTC.
    """
    assert once.planned
    planned = vDDDTypes(once.event.as_written(once.planned)).to_ical().decode()
    yield from _entry(hub, once, words, f"-{planned}")


def _entry(hub: Hub, once: Occurrence, words: str, which: str = "") -> Lines:
    """`which` tells the dates of a list apart."""
    event = once.event
    address = hub.site.absolute(event.address)
    yield text("UID", guid(hub, event) + which)
    yield line("DTSTAMP", vDDDTypes(_stamp(hub, event)))
    yield line("SEQUENCE", vInt(event.sequence))
    if event.publie_le:
        yield line("CREATED", vDDDTypes(_morning(event.publie_le.first)))
    if event.modifie_le:
        yield line("LAST-MODIFIED", vDDDTypes(_stamp(hub, event)))
    yield text("SUMMARY", french(f"Annulé : {event.titre}" if once.annule else event.titre))
    yield from _times(hub, once)
    yield text("STATUS", "CANCELLED" if once.annule else "CONFIRMED")
    yield text("TRANSP", "TRANSPARENT" if event.debut.time is None else "OPAQUE")
    yield text("DESCRIPTION", _description(hub, once, words, address))
    yield line("URL", vUri(address))
    yield text("CATEGORIES", event.categorie.libelle)
    if once.lieu:
        yield from _place(once.lieu)


def _stamp(hub: Hub, event: Event) -> dt.datetime:
    """DTSTAMP from the sources, not the clock: the same sources give the same bytes."""
    if event.modifie_le and event.modifie_le.time:
        return event.modifie_le.datetime.replace(tzinfo=hub.site.zone).astimezone(dt.UTC)
    day = event.modifie_le or event.publie_le or event.debut
    return _morning(day.first)


def _morning(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(8), dt.UTC)


def _times(hub: Hub, once: Occurrence) -> Lines:
    """DTSTART and DTEND. The end of whole days is the day after the last (RFC 5545 3.6.1)."""
    whole = once.debut.time is None
    bounds = {"DTSTART": once.debut.datetime, "DTEND": once.ends}
    for name, at in bounds.items():
        if at:
            yield line(name, _in_town(hub, at.date() if whole else at))


def _in_town(hub: Hub, when: dt.datetime | dt.date) -> vDDDTypes:
    """An hour with its zone; a whole day has none."""
    return vDDDTypes(when.replace(tzinfo=hub.site.zone) if isinstance(when, dt.datetime) else when)


def _place(place: Place) -> Lines:
    yield text("LOCATION", place.words)
    if place.position:
        yield line("GEO", vGeo(place.position))


def _repeat(hub: Hub, event: Event, rule: Recurrence) -> Lines:
    """RRULE and EXDATE: the same rule as the pages', in the calendar's own words."""
    yield line("RRULE", vRecur(rule.parts(event.debut, hub.site.zone)))
    for at in sorted(rule.left_out(event.debut) - rule.apart(event.debut)):
        yield line("EXDATE", _in_town(hub, event.as_written(at)))


def _description(hub: Hub, once: Occurrence, words: str, address: str) -> str:
    """What a phone shows: clients ignore URL, so the address is in the text as well."""
    event = once.event
    lines = [f"Annulé : {once.annule}" if once.annule else ""]
    lines += [f"Déplacé : prévu d'abord le {once.planned:%d/%m/%Y}" if once.moved else ""]
    lines += [event.resume or "", words, _organisers(hub, event)]
    lines += [f"Inscription : {event.inscription}" if event.inscription else ""]
    lines += [f"Tarif : {event.tarif}" if event.tarif else ""]
    if isinstance(event, NextMeeting):
        lines.append("Réunion annoncée par le compte rendu de la précédente.")
    return "\n".join([*(french(line) for line in lines if line), address])


def _organisers(hub: Hub, event: Event) -> str:
    names = [states.association(*organiser(hub, key)) for key in event.organisateurs]
    return f"Organisé par : {', '.join(names)}" if names else ""
