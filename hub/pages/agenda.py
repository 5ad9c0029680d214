"""The calendar: what is coming, by month, and a page an event."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from hub.markup import dates
from hub.markup.plain import excerpt, plain
from hub.markup.titles import event_title, organiser
from hub.model import Hub
from hub.model.event import Event, NextMeeting, Occurrence
from hub.model.minutes import Minutes
from hub.pages import jsonld
from hub.pages.add_to_calendar import links
from hub.pages.month import weeks
from hub.pages.page import Page, Pages

AHEAD = dt.timedelta(days=366)
"""How far an event without end is shown."""

COMING_SHOWN = 60
NEXT_SHOWN = 8


def coming(hub: Hub, today: dt.date) -> list[Occurrence]:
    """The occurrences not yet over, in order."""
    found = (o for event in hub.events for o in event.occurrences(today, today + AHEAD))
    return sorted(found, key=lambda o: (o.debut, o.event.id))


def pages(tools: Pages) -> Iterator[Page]:
    """The calendar, its months and its events."""
    hub, today = tools.hub, tools.today
    months = _by_month(hub, today)
    following = coming(hub, today)
    yield tools.section_page(
        "/agenda/",
        "agenda.html",
        coming=following[:COMING_SHOWN],
        more=len(following) > COMING_SHOWN,
        years=_years(months),
        undated=[e for e in hub.events if e.debut.month is None],
    )
    ordered = sorted(months)
    for index, (year, number) in enumerate(ordered):
        yield tools.page(
            "mois.html",
            month_address(year, number),
            f"Agenda {dates.de(dates.month(year, number))}",
            f"Les dates de la vie associative en {dates.month(year, number)}.",
            "/agenda/",
            shell="mois",
            caption=f"{dates.month(year, number).capitalize()}, jour par jour",
            weekdays=dates.DAYS,
            weeks=weeks(year, number, months[year, number]),
            rows=months[year, number],
            undated=[once for once in months[year, number] if not once.debut.whole],
            previous=_month_link(ordered[index - 1]) if index else None,
            following=_month_link(ordered[index + 1]) if index + 1 < len(ordered) else None,
        )
    for event in hub.events:
        yield _page(tools, event)


def month_address(year: int, number: int) -> str:
    """The address of a month of the calendar."""
    return f"/agenda/{year:04}/{number:02}/"


def _month_link(month: tuple[int, int]) -> tuple[str, str]:
    return month_address(*month), dates.month(*month)


def _by_month(hub: Hub, today: dt.date) -> dict[tuple[int, int], list[Occurrence]]:
    """Occurrences by (year, month), each in every month it touches, in order."""
    months: dict[tuple[int, int], list[Occurrence]] = defaultdict(list)
    horizon = today + AHEAD
    for event in hub.events:
        last = max(horizon, event.debut.last, event.fin.last if event.fin else event.debut.last)
        for occurrence in event.occurrences(event.debut.first, last):
            if occurrence.debut.month is None:
                continue
            touched = {(day.year, day.month) for day in occurrence.days()}
            for month in touched or {(occurrence.debut.year, occurrence.debut.month)}:
                months[month].append(occurrence)
    for rows in months.values():
        rows.sort(key=lambda o: (o.debut, o.event.id))
    return months


def _years(
    months: dict[tuple[int, int], list[Occurrence]],
) -> list[tuple[int, list[tuple[str, str, int]]]]:
    """(year, [(address, month's name, number of dates)]), newest year first."""
    years: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for year, number in sorted(months):
        row = (month_address(year, number), dates.MONTHS[number - 1], len(months[year, number]))
        years[year].append(row)
    return sorted(years.items(), reverse=True)


def _page(tools: Pages, event: Event) -> Page:
    hub = tools.hub
    text = tools.renderer.render(event.text)
    following = tools.next_occurrence(event)
    when = tools.when(event, following)
    minutes = _announcing(hub, event)
    published = event.publie_le
    return tools.page(
        "evenement.html",
        event.address,
        event_title(event),
        event.resume or f"{event.titre} : {when}. {excerpt(plain(text.html), 90)}",
        "/agenda/",
        shell="evenement",
        modified=published.first if published else None,
        event=event,
        text=text,
        when=when,
        over=following is None,
        adding=links(hub, following) if following and event.debut.whole and not event.annule else [],
        organisers=[organiser(hub, name) for name in event.organisateurs],
        dates=[_in_words(once) for once in _next_times(tools, event)] if event.recurrence else [],
        data=jsonld.script(jsonld.events(hub, event, _told(tools, event), plain(text.html))),
        excluded=_left_out(tools, event),
        announced_by=minutes,
        held=_held(hub, event),
    )


def _next_times(tools: Pages, event: Event) -> list[Occurrence]:
    """The next times that an event takes place."""
    return list(islice(event.occurrences(tools.today, tools.today + AHEAD), NEXT_SHOWN))


def _told(tools: Pages, event: Event) -> list[Occurrence]:
    """What search engines are told: the next times, or the only one when it is over."""
    return _next_times(tools, event) or [Occurrence(event, event.debut, event.fin)]


def _in_words(occurrence: Occurrence) -> str:
    """When an occurrence takes place, and what differs from the others."""
    words = dates.span(occurrence)
    if occurrence.annule:
        return f"{words} : annulé. {occurrence.annule}"
    if occurrence.moved and occurrence.planned:
        words += f" (au lieu du {dates.day(occurrence.planned.date(), year=False)})"
    if occurrence.change and occurrence.change.lieu:
        words += f", {occurrence.change.lieu.nom}"
    return words


def _left_out(tools: Pages, event: Event) -> list[str]:
    """The days to come on which a recurring event does not take place, in words."""
    days = event.recurrence.sauf if event.recurrence else ()
    return [dates.date(day) for day in days if day.last >= tools.today]


def _announcing(hub: Hub, event: Event) -> Minutes | None:
    return hub.keys["cr"].get(event.announced_by) if isinstance(event, NextMeeting) else None


def _held(hub: Hub, event: Event) -> Minutes | None:
    """The minutes of the meeting that this event announced, once it took place."""
    if not isinstance(event, NextMeeting):
        return None
    after = hub.meeting_after.get(event.announced_by)
    return after if after and event.debut.covers(after.date.first) else None
