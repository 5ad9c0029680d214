"""The follow-up: every action on one page while they are few; beyond, the open ones, and a page a year."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hub.markup import dates
from hub.model.minutes import MINUTES, OPEN, PENDING, ActionState
from hub.model.thread import Entry, entries, when_decided
from hub.pages.actions import Row, by_year, row
from hub.pages.actions import Year as OfYear
from hub.pages.links import Link
from hub.pages.page import Page, Pages, shared
from hub.pages.portions import MOST, Portion, numbered, portions
from hub.pages.progress import progress
from hub.pages.sheet import Sheet

HOME = "/suivi/"

STATES = (
    ActionState.a_faire,
    ActionState.en_cours,
    ActionState.a_confirmer,
    ActionState.fait,
    ActionState.abandonne,
)

WAYS = {
    HOME: "par état",
    f"{HOME}par-projet/": "par projet",
    f"{HOME}par-qui/": "par qui",
    f"{HOME}par-mandat/": "par mandat",
}
"""The pages by which actions are read, each in an order of its own."""


class Followed(NamedTuple):
    """A row of the follow-up: `age` says how long ago the action was decided, while it is pending."""

    row: Row
    age: str


class State(NamedTuple):
    """The actions in a state, by the day by which they are to be done, so that those that are late come
    first, then oldest first; of those that are over, the years are folded."""

    state: ActionState
    number: int
    rows: list[Followed]
    years: list[OfYear]


class Year(NamedTuple):
    """The actions that a year decided, in the order of their states, then oldest first."""

    number: int
    address: str
    decided: list[Entry]

    @property
    def counts(self) -> list[int]:
        """How many there are of each state, in the order of `STATES`."""
        counts = Counter(one.action.etat for one in self.decided)
        return [counts[state] for state in STATES]


def ways(tools: Pages, current: str) -> list[Link]:
    """Links to the ways of reading, the `current` one marked; a town without bureau has no terms."""
    shown = [one for one in WAYS if "mandat" not in one or tools.hub.site.mots.has("bureau")]
    return [Link(one, WAYS[one], one == current) for one in shown]


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page of the section, and those of its years where the actions are many; none is withdrawn."""
    if len(tools.once(decided)) <= MOST:
        yield Sheet(HOME, _whole)
        return
    yield Sheet(HOME, _open)
    for year in tools.once(_years):
        for part in portions(year.address, year.decided):
            yield Sheet(part.address, _year_page, (year.number, part))


def decided(tools: Pages) -> list[Entry]:
    """Every action, in the order in which they were decided."""
    return sorted(entries(tools.hub.threads.values()), key=when_decided)


def _whole(tools: Pages) -> Page:
    those = tools.once(decided)
    return tools.section_page(
        HOME,
        "suivi.html",
        progress=progress(one.action for one in those),
        states=_by_state(tools, those),
        years=[],
        left=0,
        ways=ways(tools, HOME),
    )


def _years(tools: Pages) -> list[Year]:
    """The years in which something was decided, the last one first."""
    years: dict[int, list[Entry]] = {}
    for one in tools.once(decided):
        years.setdefault(one.action.first.minutes.date.year, []).append(one)
    rank = {state: place for place, state in enumerate(STATES)}
    return [
        Year(year, _address(year), sorted(those, key=lambda one: rank[one.action.etat]))
        for year, those in sorted(years.items(), reverse=True)
    ]


@shared
def _numbers(tools: Pages) -> list[int]:
    """The years that have a page: all that the page of one tells of the others."""
    return [year.number for year in tools.once(_years)]


def _address(year: int) -> str:
    return f"{HOME}{year:04}/"


def _open(tools: Pages) -> Page:
    """The open actions, or the latest of them where they are too many for a page, and the table of years."""
    pending = [one for one in tools.once(decided) if one.action.etat in OPEN]
    return tools.section_page(
        HOME,
        "suivi.html",
        progress=progress(one.action for one in tools.once(decided)),
        states=_by_state(tools, pending[-MOST:]),
        years=tools.once(_years),
        every=STATES,
        left=max(0, len(pending) - MOST),
        ways=ways(tools, HOME),
    )


def _year_page(tools: Pages, year: int, part: Portion[Entry]) -> Page:
    """A page of what a year decided; its frame is that of the minutes of a year."""
    return tools.page(
        "suivi-annee.html",
        part.address,
        f"Actions décidées en {year}{part.words}",
        f"Ce que les réunions de {year} ont décidé, et où cela en est{part.words}.",
        MINUTES.base,
        shell="comptes-rendus" if part.number == 1 else "comptes-rendus-suite",
        under=HOME,
        filters=[Link(_address(one), str(one), one == year) for one in tools.once(_numbers)],
        parts=numbered(part),
        states=_by_state(tools, part.things, folded=False),
    )


def _by_state(tools: Pages, those: Iterable[Entry], *, folded: bool = True) -> list[State]:
    """The actions of each state, the first to be done first, then oldest first."""
    rows: dict[ActionState, list[Row]] = {state: [] for state in STATES}
    for one in those:
        rows[one.action.etat].append(row(tools, one))
    for of_state in rows.values():
        of_state.sort(key=_due)
    return [
        State(
            state,
            len(of_state),
            [] if folded and state not in OPEN else [Followed(one, _age(tools, one)) for one in of_state],
            by_year(of_state) if folded and state not in OPEN else [],
        )
        for state, of_state in rows.items()
        if of_state
    ]


def _due(one: Row) -> dt.date:
    """What has been late for longest comes first, what has no day last; what is over keeps its order."""
    return one.due.last if one.due and one.open else dt.date.max


def _age(tools: Pages, one: Row) -> str:
    return dates.ago(one.decided.date.first, tools.today) if one.state in PENDING else ""
