"""What one does in the associations: all of it, then by day, by age, free, with places left.

The lists are there without a script; with one, the first page is filtered. In a town that has too many for a
page, it only leads to the lists, and the directory's index finds the associations.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from hub.markup.activities import BRACKETS
from hub.model.association import AssociationStatus
from hub.model.audience import Years
from hub.model.names import sort_key
from hub.model.offer import ACTIVITY, Offer
from hub.model.rhythm import Weekday
from hub.pages.activity_rows import Row, row_of
from hub.pages.links import Link
from hub.pages.page import Page, Pages, shared
from hub.pages.portions import MOST, Portion, numbered, portions
from hub.pages.sheet import Sheet

KIND = ACTIVITY
HOME = ACTIVITY.base

NO_DAY = "autres"
"""The key of what takes place on no day of the week that is known."""

NEARLY_DAILY = "presque-chaque-jour"
"""The key of what takes place so often that a list tells it once, and not under each day."""

OFTEN = 5
"""Days of a week from which that is."""

ONCE = "stages"
"""The key of what takes place on some dates, which are of no week."""

_DAY_TITLES = (
    {NEARLY_DAILY: "Presque chaque jour"}
    | {str(day): f"Le {day.libelle}" for day in Weekday}
    | {NO_DAY: "À d’autres rythmes", ONCE: "Stages et dates uniques"}
)


class Dated(NamedTuple):
    """An activity on one of its days, and what lists say of it."""

    day: str
    offer: Offer
    row: Row


class Choice(NamedTuple):
    """A list that has a page: `words` in a chip, `title` on its page, and which activities it `holds`."""

    key: str
    words: str
    title: str
    description: str
    holds: Callable[[Dated], bool]

    @property
    def address(self) -> str:
        return f"{HOME}{self.key}/"


def _is_on(day: Weekday, one: Dated) -> bool:
    return one.day == str(day) or (one.day == NEARLY_DAILY and day in one.offer.weekdays)


def _is_for(years: Years, one: Dated) -> bool:
    """Whether somebody of these ages may come."""
    return one.offer.years is not None and one.offer.years.meets(years)


DAYS = tuple(
    Choice(
        str(day),
        day.libelle,
        f"Activités du {day.libelle}",
        f"Ce que l’on fait le {day.libelle} dans les associations, heure par heure.",
        partial(_is_on, day),
    )
    for day in Weekday
)
AGES = tuple(
    Choice(
        one.key,
        one.words.lower(),
        f"Activités : {one.words.lower()} ({one.told})",
        f"Ce que l’on fait dans les associations : {one.words.lower()} ({one.told}), jour par jour.",
        partial(_is_for, one.years),
    )
    for one in BRACKETS
)
OTHERS = (
    Choice(
        "gratuites",
        "gratuites",
        "Activités gratuites",
        "Ce que l’on fait gratuitement dans les associations, jour par jour.",
        lambda one: one.offer.free,
    ),
    Choice(
        "avec-des-places",
        "avec des places",
        "Activités où il reste des places",
        "Ce que l’on peut encore rejoindre dans les associations, jour par jour.",
        lambda one: one.offer.with_places,
    ),
)
CHOICES = (*DAYS, *AGES, *OTHERS)


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page of the section, and those of its lists, which stay whatever they hold."""
    yield Sheet(HOME, _home)
    for rank, choice in enumerate(CHOICES):
        for part in tools.once(_lists)[choice.key]:
            yield Sheet(part.address, _list, (rank, part.number - 1))


def _going_on(tools: Pages) -> list[Offer]:
    """What takes place and is not over, of associations that are not dissolved."""
    today = tools.today
    alive = {one.id for one in tools.hub.associations if one.statut is not AssociationStatus.dissoute}
    held = (one for one in tools.hub.of(ACTIVITY) if one.association in alive and not one.annule)
    return [one for one in held if not one.over(today)]


def _dated(tools: Pages) -> list[Dated]:
    """Each of them once a day, by day, then by hour; what is of nearly each day, or of some dates, once."""
    rank = {key: place for place, key in enumerate(_DAY_TITLES)}
    found = []
    for one in tools.once(_going_on):
        row = row_of(one, tools.hub.by_id[one.association], tools.today)
        found += [Dated(day, one, row) for day in _days(one)]
    return sorted(found, key=lambda one: (rank[one.day], *_when(one), sort_key(one.offer.nom)))


def _is_once(one: Offer) -> bool:
    """Whether it takes place on some dates alone."""
    return one.debut.whole and not (one.recurrence and one.recurrence.frequence)


def _days(one: Offer) -> list[str]:
    """Under which titles lists tell it."""
    if _is_once(one):
        return [ONCE]
    if len(one.weekdays) >= OFTEN:
        return [NEARLY_DAILY]
    return [str(day) for day in one.weekdays] or [NO_DAY]


def _when(one: Dated) -> tuple[dt.date, dt.time]:
    """By which a day is ordered: its hours; of dates, the first."""
    day = one.offer.debut.first if one.day == ONCE else dt.date.min
    return day, one.offer.debut.time or dt.time()


@shared
def _lists(tools: Pages) -> dict[str, list[Portion[Dated]]]:
    """The pages of each list, by its key: a page depends on its own list alone."""
    dated = tools.once(_dated)
    return {
        choice.key: portions(choice.address, [one for one in dated if choice.holds(one)], MOST)
        for choice in CHOICES
    }


def _by_day(dated: Sequence[Dated]) -> dict[str, tuple[str, list[Row]]]:
    """The rows of each day, by its key, with its title."""
    found: dict[str, tuple[str, list[Row]]] = {}
    for one in dated:
        found.setdefault(one.day, (_DAY_TITLES[one.day], []))[1].append(one.row)
    return found


def _of_day(day: Choice, dated: Sequence[Dated]) -> dict[str, tuple[str, list[Row]]]:
    """The rows of one day by hour, those that are of nearly each day among the others; nothing of none."""
    rows = [one.row for one in sorted(dated, key=lambda one: (*_when(one), sort_key(one.offer.nom)))]
    return {day.key: (day.title, rows)} if rows else {}


def _home(tools: Pages) -> Page:
    """All of it, where it fits; the table of the week leads to the lists."""
    offers, dated = tools.once(_going_on), tools.once(_dated)
    single = [one for one in offers if _is_once(one)]
    whole = len(tools.hub.of(ACTIVITY)) <= MOST
    return tools.section_page(
        HOME,
        "activites.html",
        count=len(offers) - len(single),
        single=len(single),
        holders=len({one.association for one in offers}),
        days=_by_day(dated) if whole else {},
        day_names=DAYS,
        week=_week(tools),
        others=[_chip(tools, one) for one in OTHERS],
    )


def _chip(tools: Pages, choice: Choice) -> Link:
    held = {id(one.offer) for part in tools.once(_lists)[choice.key] for one in part.things}
    return Link(choice.address, f"{choice.words} ({len(held)})")


def _week(tools: Pages) -> list[tuple[Choice, str, list[tuple[Choice, str, int]]]]:
    """The table of the week, an age a row: (the age, its words, (the day, where that is, how many) a day)."""
    rows = []
    for age, bracket in zip(AGES, BRACKETS, strict=True):
        parts = tools.once(_lists)[age.key]
        held = [(part.address, one) for part in parts for one in part.things]
        pages = {one.day: address for address, one in reversed(held)}
        counts = Counter(day.key for day in DAYS for _, one in held if day.holds(one))
        under = {day.key: day.key if day.key in pages else NEARLY_DAILY for day in DAYS}
        cells = [(day, f"{pages.get(under[day.key], '')}#{under[day.key]}", counts[day.key]) for day in DAYS]
        rows.append((age, bracket.told, cells))
    return rows


def _list(tools: Pages, rank: int, number: int) -> Page:
    """A page of a list."""
    choice = CHOICES[rank]
    part = tools.once(_lists)[choice.key][number]
    return tools.page(
        "activites-liste.html",
        part.address,
        f"{choice.title}{part.words}",
        choice.description,
        HOME,
        shell="activites" if part.number == 1 else "activites-suite",
        choices=[
            ("Les jours", [Link(one.address, one.words, one is choice) for one in DAYS]),
            ("Les âges et le reste", [Link(o.address, o.words, o is choice) for o in (*AGES, *OTHERS)]),
        ],
        days=_of_day(choice, part.things) if choice in DAYS else _by_day(part.things),
        alone=choice in DAYS,
        parts=numbered(part),
    )
