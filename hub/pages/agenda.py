"""The calendar: what is coming, by category, by month, and what is over, by year."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from hub.markup import dates
from hub.markup.month import A_DAY, weeks
from hub.model import Hub
from hub.model.calendars import CalendarChannel, calendars_of
from hub.model.coincidences import gathered
from hub.model.event import EVENT, Event, Occurrence
from hub.model.media import wall_of
from hub.model.months import AHEAD, Month, by_month, month_address, year_address
from hub.pages import days, event
from hub.pages.add_to_calendar import webcal
from hub.pages.beside import Gathered
from hub.pages.chosen import choices
from hub.pages.days import Day, by_day
from hub.pages.links import Link
from hub.pages.page import Page, Pages, shared
from hub.pages.portions import MOST
from hub.pages.sheet import Sheet
from hub.pages.spans import days_of, spans
from hub.pages.times import next_of_each, past, thinned, to_come

COMING_SHOWN = 20

KIND = EVENT


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The calendar, its categories, its years, its months and its events."""
    yield Sheet(KIND.base, _agenda)
    for channel in calendars_of(tools.hub.site.mots)[1:]:
        yield Sheet(channel.page, _category, (channel,))
    months = tools.once(_months)
    for year in _years(tools):
        yield Sheet(year_address(year), _year, (year,))
    for month in months:
        yield Sheet(month_address(month), _month, (month,))
    yield from days.sheets([day for of_month in tools.once(_full).values() for day in of_month])
    for one in tools.hub.events:
        yield Sheet(one.address, _event, (one,))


@shared
def _months(tools: Pages) -> dict[Month, list[Occurrence]]:
    return by_month(tools.hub, tools.today)


@shared
def _full(tools: Pages) -> dict[Month, list[Day]]:
    """The days of each month, where each has a page."""
    return {month: by_day(month, times) for month, times in tools.once(_months).items()}


@shared
def _around(tools: Pages) -> dict[Month, tuple[Month | None, Month | None]]:
    """The months before and after each of which something is known."""
    months = list(tools.once(_months))
    around = zip([None, *months], [*months[1:], None], strict=False)
    return dict(zip(months, around, strict=True))


@shared
def _gathered(tools: Pages) -> Gathered:
    return gathered(tools.hub.events, tools.today, tools.today + AHEAD)


def _event(tools: Pages, one: Event) -> Page:
    return event.page(tools, one, tools.once(_gathered))


def _years(tools: Pages) -> list[int]:
    """Every year of which something is known, in order."""
    return sorted({year for year, _ in tools.once(_months)} | {e.debut.year for e in _undated(tools.hub)})


def _agenda(tools: Pages) -> Page:
    hub, this = tools.hub, (tools.today.year, tools.today.month)
    months, following = tools.once(_months), tools.once(to_come)
    undated = [e for e in _undated(hub) if e.debut.last >= tools.today]
    once_each = next_of_each(following)
    shown = once_each[:COMING_SHOWN]
    calendars = calendars_of(hub.site.mots)
    return tools.section_page(
        "/agenda/",
        "agenda.html",
        filters=_filters(calendars, calendars[0]),
        spans=spans(shown, tools.today),
        choices=choices(hub, shown),
        more=len(once_each) > COMING_SHOWN,
        subscription=webcal(hub, calendars[0].address),
        file=calendars[0].address,
        months=[_month_row(month, months[month]) for month in months if month >= this],
        years=[Link(year_address(year), str(year)) for year in _past_years(tools)],
        undated=undated,
    )


def _past_years(tools: Pages) -> list[int]:
    """The years, the last one first, that hold something of before this month."""
    this = (tools.today.year, tools.today.month)
    years = {year for year, number in tools.once(_months) if (year, number) < this}
    years |= {e.debut.year for e in _undated(tools.hub) if e.debut.last < tools.today}
    return sorted(years, reverse=True)


def _filters(calendars: tuple[CalendarChannel, ...], shown: CalendarChannel) -> list[Link]:
    return [Link(one.page, one.title, one.key == shown.key) for one in calendars]


def _month_row(month: Month, times: list[Occurrence]) -> Link:
    return Link(month_address(month), f"{dates.month(*month)} ({len(thinned(times))})")


def _undated(hub: Hub) -> list[Event]:
    """The events of which the year alone is known."""
    return [one for one in hub.events if one.debut.month is None]


def _category(tools: Pages, channel: CalendarChannel) -> Page:
    following = next_of_each(once for once in tools.once(to_come) if channel.holds(once.event))
    return tools.page(
        "agenda-categorie.html",
        channel.page,
        channel.title,
        channel.explanation,
        "/agenda/",
        shell="agenda",
        explanation=channel.explanation,
        filters=_filters(calendars_of(tools.hub.site.mots), channel),
        days=list(days_of(following[:MOST], tools.today)),
        more=len(following) > MOST,
        past=bool(_past_years(tools)),
        subscription=webcal(tools.hub, channel.address),
        file=channel.address,
    )


def _year(tools: Pages, year: int) -> Page:
    years, months = _years(tools), tools.once(_months)
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
        held=[]
        if many
        else [(_capital(month), [_over(tools, once) for once in times]) for month, times in held],
        regular=[] if many else regular,
        attested=tools.hub.attested,
        undated=[one for one in _undated(tools.hub) if one.debut.year == year],
    )


def _capital(month: Month) -> str:
    return dates.month(*month).capitalize()


def _over(tools: Pages, once: Occurrence) -> tuple[Event, Occurrence, str]:
    """An event that is over, its time, and when that was."""
    known = once.debut.whole
    words = dates.span(once) if known else tools.when(once.event, None)
    return once.event, once, words


def _month(tools: Pages, month: Month) -> Page:
    """The page of a month; where it is full, it leads to its days, which have pages of their own."""
    times, full = tools.once(_months)[month], tools.once(_full)[month]
    before, after = tools.once(_around)[month]
    words = dates.month(*month)
    today = _today_in(tools, month)
    grid = weeks(month, times, today)
    over = [day for week in grid for day in week if day and day.past and day.entries]
    return tools.page(
        "mois.html",
        month_address(month),
        f"Agenda {dates.de(words)}",
        f"Les dates de la vie associative en {words}.",
        "/agenda/",
        shell="mois",
        caption=f"{words.capitalize()}, jour par jour",
        name=dates.MONTHS[month[1] - 1],
        weekdays=dates.DAYS,
        weeks=grid,
        days={day.date.day: day for day in full},
        over=len(over),
        undated=[once for once in times if not once.debut.whole],
        wall=tools.download(wall_of(month)),
        year=Link(year_address(month[0]), str(month[0])),
        previous=_neighbour(before),
        following=_neighbour(after),
    )


def _today_in(tools: Pages, month: Month) -> dt.date:
    """Today, where it is of that month, else a day before all: another month has the same page tomorrow."""
    first = dt.date(*month, 1)
    last = first.replace(day=calendar.monthrange(*month)[1])
    return tools.today if tools.reached(first) and not tools.reached(last + A_DAY) else dt.date.min


def _neighbour(month: Month | None) -> Link | None:
    return Link(month_address(month), dates.month(*month)) if month else None
