"""How often the council met in a year, against the days that its rule allows: drawn, and in a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hub.markup import dates
from hub.model.dates import PartialDate
from hub.model.minutes import Body, Minutes
from hub.pages.page import Pages

MARKS = {Body.bureau: "●", Body.pleniere: "■"}
"""What stands for a meeting of a body in the drawing."""


class Month(NamedTuple):
    """A month: its name in short, the marks of its meetings, whether all of it is of a wait that is too long,
    and whether it is still to come."""

    name: str
    marks: str
    waits: bool
    ahead: bool


class Met(NamedTuple):
    """A meeting: days since the one before of its body, None where none is known; `late` if they are more
    than the rule allows."""

    minutes: Minutes
    since: int | None
    late: bool


class YearOfMeetings(NamedTuple):
    """A year of meetings: `rules` are the days between two of each body, in words; `waiting`, those since the
    bureau's last, where that is more than its rule allows."""

    year: int
    months: list[Month]
    met: list[Met]
    counts: list[tuple[str, int]]
    waiting: int
    legend: str

    @property
    def drawn(self) -> bool:
        """Whether the months show more than one meeting alone."""
        return len(self.met) > 1 or any(month.waits for month in self.months)


def pace(tools: Pages) -> YearOfMeetings | None:
    """The year that runs, or the last one in which the council met before; None where it never did."""
    held = sorted(
        (
            one
            for one in tools.hub.minutes
            if one.instance in MARKS and one.date.whole and _is_over(tools, one)
        ),
        key=lambda one: (one.date, one.id),
    )
    if not held:
        return None
    year = min(tools.today.year, held[-1].date.year)
    met = [one for one in _met(tools, held) if one.minutes.date.year == year]
    waits = list(_waits(tools, held))
    months = [_month(tools, year, number, held, waits) for number in range(1, 13)]
    words = tools.hub.site.mots
    counts = [
        (words.noun(body.name).one, sum(one.minutes.instance is body for one in met))
        for body in MARKS
        if words.has(body.name)
    ]
    waiting = _waiting(tools, held) if year == tools.today.year else 0
    return YearOfMeetings(year, months, met, counts, waiting, _legend(tools, months))


def _is_over(tools: Pages, one: Minutes) -> bool:
    return one.date.first <= tools.today


def _allowed(tools: Pages, body: Body) -> int:
    rule = tools.hub.site.rythme
    return rule.bureau if body is Body.bureau else rule.pleniere


def _met(tools: Pages, held: list[Minutes]) -> Iterator[Met]:
    before: dict[Body, dt.date] = {}
    for one in held:
        last = before.get(one.instance)
        since = (one.date.first - last).days if last else None
        yield Met(one, since, since is not None and since > _allowed(tools, one.instance))
        before[one.instance] = one.date.first


def _waits(tools: Pages, held: list[Minutes]) -> Iterator[tuple[dt.date, dt.date]]:
    """From when to when the bureau met later than its rule allows: from the day by which it was to meet."""
    allowed = dt.timedelta(_allowed(tools, Body.bureau))
    days = [one.date.first for one in held if one.instance is Body.bureau]
    for last, following in pairwise([*days, tools.today] if days else []):
        if following - last > allowed:
            yield last + allowed, following


def _waiting(tools: Pages, held: list[Minutes]) -> int:
    days = [one.date.first for one in held if one.instance is Body.bureau]
    since = (tools.today - days[-1]).days if days else 0
    return since if since > _allowed(tools, Body.bureau) else 0


def _month(
    tools: Pages, year: int, number: int, held: list[Minutes], waits: list[tuple[dt.date, dt.date]]
) -> Month:
    here = [one for one in held if (one.date.year, one.date.month) == (year, number)]
    first = dt.date(year, number, 1)
    last = PartialDate(year, number).last
    return Month(
        dates.short_month(PartialDate(year, number)),
        "".join(MARKS[one.instance] for one in here),
        not here and any(start <= last and first < end for start, end in waits),
        first > tools.today,
    )


def _legend(tools: Pages, months: list[Month]) -> str:
    """« ● bureau, ■ assemblée plénière ; … un mois où la règle en demandait une. »"""
    words = tools.hub.site.mots
    shown = [(mark, words.noun(body.name).one) for body, mark in MARKS.items() if words.has(body.name)]
    marks = ", ".join(f"{mark} {name}" for mark, name in shown)
    waited = any(month.waits for month in months)
    return f"{marks}{' ; … un mois sans réunion alors que la règle en demandait une' if waited else ''}."
