"""« Ajouter à mon agenda »: links to the calendars people have. Nobody is asked anything before a click."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from hub.markup.titles import event_title
from hub.model import Hub
from hub.model.event import Occurrence

AN_HOUR = dt.timedelta(hours=1)
"""How long a calendar shows what has no end: Google and Outlook ask for one."""


class Link(NamedTuple):
    """A way to add a date to a calendar."""

    words: str
    address: str


def webcal(hub: Hub, address: str) -> str:
    """The address at which a calendar of the site is subscribed to.

    `webcal` is in no standard: it is what phones and computers know.
    """
    return urlsplit(hub.site.absolute(address))._replace(scheme="webcal").geturl()


def links(hub: Hub, once: Occurrence) -> list[Link]:
    """By subscription, by Google's form and by Outlook's, which take one time only."""
    subscription = webcal(hub, f"/agenda/{once.event.id}.ics")
    one = " (la prochaine fois)" if once.event.recurrence else ""
    return [
        Link("par abonnement (la date se tient à jour)", subscription),
        Link(f"Google Agenda{one}", f"https://calendar.google.com/calendar/render?{_google(hub, once)}"),
        Link(f"Outlook{one}", f"https://outlook.live.com/calendar/0/deeplink/compose?{_outlook(hub, once)}"),
    ]


def _google(hub: Hub, once: Occurrence) -> str:
    form = "%Y%m%d" if once.debut.time is None else "%Y%m%dT%H%M%S"
    start, end = _bounds(once)
    fields = {
        "action": "TEMPLATE",
        "text": event_title(once.event),
        "dates": f"{start:{form}}/{end:{form}}",
        "ctz": hub.site.fuseau,
        "details": hub.site.absolute(once.event.address),
        "location": _location(once),
    }
    return urlencode({key: value for key, value in fields.items() if value})


def _outlook(hub: Hub, once: Occurrence) -> str:
    start, end = _bounds(once)
    whole = once.debut.time is None
    zone = hub.site.zone
    fields = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": event_title(once.event),
        "startdt": start.date().isoformat() if whole else start.replace(tzinfo=zone).isoformat(),
        "enddt": end.date().isoformat() if whole else end.replace(tzinfo=zone).isoformat(),
        "allday": "true" if whole else "",
        "body": hub.site.absolute(once.event.address),
        "location": _location(once),
    }
    return urlencode({key: value for key, value in fields.items() if value})


def _bounds(once: Occurrence) -> tuple[dt.datetime, dt.datetime]:
    start = once.debut.datetime
    return start, once.ends or start + AN_HOUR


def _location(once: Occurrence) -> str:
    return once.lieu.words if once.lieu else ""
