"""An event as iCalendar has it: a VEVENT, and one more for each time that is otherwise (RFC 5545 3.6.1).

Written once, as text, and joined into calendars: an event of a large town may be in several.
"""

from __future__ import annotations

import datetime as dt

from icalendar import Event as VEvent
from icalendar import vDDDTypes, vRecur

from hub.at_hand import at_hand
from hub.feeds.folding import folded
from hub.feeds.item import guid
from hub.markup import Renderer, states
from hub.markup.titles import organiser
from hub.markup.typography import french
from hub.model import Hub
from hub.model.dates import PARIS
from hub.model.event import Event, NextMeeting, Occurrence
from hub.model.recurrence import Place, Recurrence


def vevents(hub: Hub, event: Event, renderer: Renderer) -> bytes:
    """The event and its changed times, CRLF at line ends, folded at 75 octets."""
    text = renderer.words(event.text)
    with at_hand(event.address):
        entries = [_series(hub, event, text)]
        entries += [_changed(hub, one, text) for one in event.changed()]
        entries += [_apart(hub, one, text) for one in event.apart()]
        lines = (line for entry in entries for line in entry.content_lines(sorted=False))
        return b"".join(folded(line) for line in lines if line)


def _series(hub: Hub, event: Event, text: str) -> VEvent:
    """The event itself, with the rule by which it comes back."""
    entry = _entry(hub, event.series, text)
    if event.recurrence and event.recurrence.frequence:
        _repeat(entry, event, event.recurrence)
    return entry


def _changed(hub: Hub, once: Occurrence, text: str) -> VEvent:
    """One time of a series that is otherwise, named by the time that the rule has (RFC 5545 3.8.4.4)."""
    entry = _entry(hub, once, text)
    assert once.planned
    entry.add("recurrence-id", _in_paris(once.event.as_written(once.planned)))
    return entry


def _apart(hub: Hub, once: Occurrence, text: str) -> VEvent:
    """A date of a list: an event of its own, whose UID says which.

    RDATE would be the property for it (RFC 5545 3.8.5.2), but clients differ: Outlook refuses it without a
    rule, ical.js and Android then lose the first date, Google those after the rule's end, and libical shows
    them in UTC.
    """
    entry = _entry(hub, once, text)
    assert once.planned
    planned = vDDDTypes(once.event.as_written(once.planned)).to_ical().decode()
    entry["uid"] = f"{guid(hub, once.event)}-{planned}"
    return entry


def _entry(hub: Hub, once: Occurrence, text: str) -> VEvent:
    event = once.event
    address = hub.site.absolute(event.address)
    entry = VEvent()
    entry.add("uid", guid(hub, event))
    entry.add("dtstamp", _stamp(event))
    entry.add("sequence", event.sequence)
    if event.publie_le:
        entry.add("created", _morning(event.publie_le.first))
    if event.modifie_le:
        entry.add("last-modified", _stamp(event))
    entry.add("summary", french(f"Annulé : {event.titre}" if once.annule else event.titre))
    _times(entry, once)
    entry.add("status", "CANCELLED" if once.annule else "CONFIRMED")
    entry.add("transp", "TRANSPARENT" if event.debut.time is None else "OPAQUE")
    entry.add("description", _description(hub, once, text, address))
    entry.add("url", address)
    entry.add("categories", [event.categorie.libelle])
    if once.lieu:
        _place(entry, once.lieu)
    return entry


def _stamp(event: Event) -> dt.datetime:
    """DTSTAMP from the sources, not the clock: the same sources give the same bytes."""
    if event.modifie_le and event.modifie_le.time:
        return event.modifie_le.datetime.replace(tzinfo=PARIS).astimezone(dt.UTC)
    day = event.modifie_le or event.publie_le or event.debut
    return _morning(day.first)


def _morning(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(8), dt.UTC)


def _times(entry: VEvent, once: Occurrence) -> None:
    """DTSTART and DTEND. The end of whole days is the day after the last (RFC 5545 3.6.1)."""
    whole = once.debut.time is None
    bounds = {"dtstart": once.debut.datetime, "dtend": once.ends}
    for name, at in bounds.items():
        if at:
            entry.add(name, at.date() if whole else _in_paris(at))


def _in_paris(when: dt.datetime | dt.date) -> dt.datetime | dt.date:
    """An hour with its zone; a whole day has none."""
    return when.replace(tzinfo=PARIS) if isinstance(when, dt.datetime) else when


def _place(entry: VEvent, place: Place) -> None:
    entry.add("location", place.words)
    if place.position:
        entry.add("geo", place.position)


def _repeat(entry: VEvent, event: Event, rule: Recurrence) -> None:
    """RRULE and EXDATE: the same rule as the pages', in the calendar's own words."""
    entry.add("rrule", vRecur(rule.parts(event.debut)))
    for at in sorted(rule.left_out(event.debut) - rule.apart(event.debut)):
        entry.add("exdate", _in_paris(event.as_written(at)))


def _description(hub: Hub, once: Occurrence, text: str, address: str) -> str:
    """What a phone shows: clients ignore URL, so the address is in the text as well."""
    event = once.event
    lines = [f"Annulé : {once.annule}" if once.annule else ""]
    lines += [f"Déplacé : prévu d'abord le {once.planned:%d/%m/%Y}" if once.moved else ""]
    lines += [event.resume or "", text, _organisers(hub, event)]
    lines += [f"Inscription : {event.inscription}" if event.inscription else ""]
    lines += [f"Tarif : {event.tarif}" if event.tarif else ""]
    if isinstance(event, NextMeeting):
        lines.append("Réunion annoncée par le compte rendu de la précédente.")
    return "\n".join([*(french(line) for line in lines if line), address])


def _organisers(hub: Hub, event: Event) -> str:
    names = [states.association(*organiser(hub, key)) for key in event.organisateurs]
    return f"Organisé par : {', '.join(names)}" if names else ""
