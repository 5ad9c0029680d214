"""The calendar: what is coming, by category, by month, and what is over, by year."""

from __future__ import annotations

from collections.abc import Iterator

from hub.markup import dates
from hub.model import Hub
from hub.model.association import Association
from hub.model.calendars import CALENDARS, CalendarChannel
from hub.model.coincidences import gathered
from hub.model.event import EVENT, Event, Occurrence
from hub.pages import days, event
from hub.pages.add_to_calendar import webcal
from hub.pages.days import Day, by_day
from hub.pages.links import Link
from hub.pages.month import weeks
from hub.pages.page import Page, Pages
from hub.pages.portions import MOST
from hub.pages.times import AHEAD, Month, by_month, coming, next_of_each, past, thinned

COMING_SHOWN = 30

KIND = EVENT


def pages(tools: Pages) -> Iterator[Page]:
    """The calendar, its categories, its years, its months and its events."""
    months = by_month(tools.hub, tools.today)
    following = coming(tools.hub, tools.today)
    yield _agenda(tools, months, following)
    for channel in CALENDARS[1:]:
        yield _category(tools, channel, following, past=bool(_past_years(tools, months)))
    years = sorted({year for year, _ in months} | {e.debut.year for e in _undated(tools.hub)})
    for year in years:
        yield _year(tools, year, years, months)
    full = {month: by_day(month, times) for month, times in months.items()}
    ordered = list(months)
    for index, month in enumerate(ordered):
        before = ordered[index - 1] if index else None
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        yield _month(tools, month, months[month], full[month], (before, after))
    yield from days.pages(tools, (day for of_month in full.values() for day in of_month))
    shared = gathered(tools.hub.events, tools.today, tools.today + AHEAD)
    for one in tools.hub.events:
        yield event.page(tools, one, shared)


def year_address(year: int) -> str:
    """The address of a year of the calendar."""
    return f"/agenda/{year:04}/"


def month_address(month: Month) -> str:
    """The address of a month of the calendar."""
    return f"{year_address(month[0])}{month[1]:02}/"


def _agenda(tools: Pages, months: dict[Month, list[Occurrence]], following: list[Occurrence]) -> Page:
    hub, this = tools.hub, (tools.today.year, tools.today.month)
    undated = [e for e in _undated(hub) if e.debut.last >= tools.today]
    organising = _organising(hub, following)
    return tools.section_page(
        "/agenda/",
        "agenda.html",
        filters=_filters(CALENDARS[0]),
        coming=following[:COMING_SHOWN],
        more=len(following) > COMING_SHOWN,
        subscription=webcal(hub, CALENDARS[0].address),
        file=CALENDARS[0].address,
        months=[_month_row(month, months[month]) for month in months if month >= this],
        associations=organising if len(organising) <= MOST else [],
        years=[Link(year_address(year), str(year)) for year in _past_years(tools, months)],
        undated=undated,
    )


def _past_years(tools: Pages, months: dict[Month, list[Occurrence]]) -> list[int]:
    """The years, the last one first, that hold something of before this month."""
    this = (tools.today.year, tools.today.month)
    years = {year for year, number in months if (year, number) < this}
    years |= {e.debut.year for e in _undated(tools.hub) if e.debut.last < tools.today}
    return sorted(years, reverse=True)


def _filters(shown: CalendarChannel) -> list[Link]:
    return [Link(one.page, one.title, one is shown) for one in CALENDARS]


def _month_row(month: Month, times: list[Occurrence]) -> Link:
    return Link(month_address(month), f"{dates.month(*month)} ({len(thinned(times))})")


def _undated(hub: Hub) -> list[Event]:
    """The events of which the year alone is known."""
    return [one for one in hub.events if one.debut.month is None]


def _organising(hub: Hub, following: list[Occurrence]) -> list[tuple[Association, int]]:
    """The associations that organise something coming, by name, and how many things."""
    ahead = {once.event.id for once in following}
    counts = {key: sum(e.id in ahead for e in events) for key, events in hub.events_of.items()}
    return [(one, counts[one.id]) for one in hub.associations if counts.get(one.id)]


def _category(tools: Pages, channel: CalendarChannel, following: list[Occurrence], *, past: bool) -> Page:
    next_ = next_of_each(once for once in following if channel.holds(once.event))
    return tools.page(
        "agenda-categorie.html",
        channel.page,
        channel.title,
        channel.explanation,
        "/agenda/",
        shell="agenda",
        explanation=channel.explanation,
        filters=_filters(channel),
        coming=next_[:MOST],
        more=len(next_) > MOST,
        past=past,
        subscription=webcal(tools.hub, channel.address),
        file=channel.address,
    )


def _year(tools: Pages, year: int, years: list[int], months: dict[Month, list[Occurrence]]) -> Page:
    held, regular = past(months, year, tools.today)
    many = sum(len(times) for _, times in held) + len(regular) > MOST
    return tools.page(
        "agenda-annee.html",
        year_address(year),
        f"Agenda {year}",
        f"Les dates de {year}, mois par mois.",
        "/agenda/",
        shell="agenda",
        year=year,
        ended=year < tools.today.year,
        filters=[Link(year_address(one), str(one), one == year) for one in reversed(years)],
        months=[_month_row(month, times) for month, times in months.items() if month[0] == year],
        many=many,
        held=[] if many else [(_capital(month), list(map(_over, times))) for month, times in held],
        regular=[] if many else regular,
        attested=tools.hub.attested,
        undated=[one for one in _undated(tools.hub) if one.debut.year == year],
    )


def _capital(month: Month) -> str:
    return dates.month(*month).capitalize()


def _over(once: Occurrence) -> tuple[Event, Occurrence, str]:
    """An event that is over, its time, and when that was."""
    known = once.debut.whole
    words = dates.span(once) if known else f"{dates.date(once.debut)}, jour non précisé"
    return once.event, once, words


def _month(
    tools: Pages,
    month: Month,
    times: list[Occurrence],
    full: list[Day],
    beside: tuple[Month | None, Month | None],
) -> Page:
    """The page of a month; where it is `full` of days that have their own, it leads to them."""
    words = dates.month(*month)
    return tools.page(
        "mois.html",
        month_address(month),
        f"Agenda {dates.de(words)}",
        f"Les dates de la vie associative en {words}.",
        "/agenda/",
        shell="mois",
        caption=f"{words.capitalize()}, jour par jour",
        weekdays=dates.DAYS,
        weeks=weeks(*month, [] if full else times),
        days={day.date.day: day for day in full},
        rows=[] if full else thinned(times),
        undated=[once for once in times if not once.debut.whole],
        year=Link(year_address(month[0]), str(month[0])),
        previous=_neighbour(beside[0]),
        following=_neighbour(beside[1]),
    )


def _neighbour(month: Month | None) -> Link | None:
    return Link(month_address(month), dates.month(*month)) if month else None
