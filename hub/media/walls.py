"""A month as a sheet for a wall: one A4 page lying down, whatever the number of dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from hub.markup import Renderer, dates, states
from hub.markup.month import Day, Entry, weeks
from hub.markup.plain import excerpt
from hub.markup.titles import event_title
from hub.markup.typography import french
from hub.media.look import Look, numbers, page
from hub.media.nodes import line
from hub.media.work import Sheet, Work
from hub.model import Hub
from hub.model.event import Occurrence
from hub.model.media import wall_of
from hub.model.months import Month, by_month, month_address

AHEAD = 3
"""Months that are printed ahead: this one, or the next that has a date, and those after it."""

MOST = 14
"""Dates of a day that a sheet may have room for; the others are counted."""

TITLE = 60
"""Characters of the title of a date."""


def works(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The sheet of this month and of the next ones, where something takes place."""
    return (make() for _, make in sheets(hub, today, renderer, look))


def sheets(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Sheet]:
    """The same, each by its address, and none of them made."""
    ahead = [
        (month, times) for month, times in by_month(hub, today).items() if month >= (today.year, today.month)
    ]
    shown = [one for one in ahead if any(once.debut.whole for once in one[1])][:AHEAD]
    return ((wall_of(month), partial(work, month, times, hub, look)) for month, times in shown)


def work(month: Month, times: list[Occurrence], hub: Hub, look: Look) -> Work:
    """The sheet of one month of the hub."""
    address = month_address(month)
    words = dates.month(*month)
    told = {
        **page(hub.site, address),
        "heading": french(f"Agenda {dates.de(words)} – {hub.site.site_name}"),
        "title": line(words.capitalize()),
        "published": numbers(_published(month, times)),
        "weekdays": [line(one) for one in dates.DAYS],
        "weeks": [[day and _day(day) for day in week] for week in weeks(month, times)],
        "reach": line(", ".join(filter(None, (hub.site.contact, hub.site.accueil.telephone)))),
    }
    return look.work(wall_of(month), "mois", told, code=hub.site.absolute(address))


def _published(month: Month, times: list[Occurrence]) -> dt.date:
    """The day of the sheet: that of the date that was published last before the month."""
    first = dt.date(*month, 1)
    days = [once.event.publie_le.first for once in times if once.event.publie_le]
    return max((day for day in days if day < first), default=first)


def _day(day: Day) -> dict[str, Any]:
    shown = [_entry(one) for one in day.entries[:MOST]]
    return {"number": day.number, "count": len(day.entries), "entries": shown}


def _entry(one: Entry) -> dict[str, Any]:
    once = one.occurrence
    return {
        "hour": line(one.hour),
        "title": line(states.said(excerpt(event_title(once.event), TITLE), states.of_time(once))),
        "off": bool(once.annule),
        "long": one.long,
        "on": one.goes_on,
        "run": one.run,
    }
