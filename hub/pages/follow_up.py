"""The follow-up: every action on one page while they are few; beyond, the open ones, and a page a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hub.markup import dates
from hub.model.association import Association
from hub.model.minutes import MINUTES, OPEN, PENDING, Action, ActionState, Minutes
from hub.pages.links import Link
from hub.pages.page import Page, Pages, shared
from hub.pages.portions import MOST, Portion, numbered, portions
from hub.pages.sheet import Sheet

HOME = "/suivi/"

STATES = (
    ActionState.a_faire,
    ActionState.en_cours,
    ActionState.a_confirmer,
    ActionState.fait,
    ActionState.abandonne,
)


class Followed(NamedTuple):
    """An action as the follow-up shows it: `age` says how long ago it was decided, while it is pending."""

    action: Action
    who: list[tuple[str, Association | None]]
    minutes: Minutes
    late: bool
    age: str


class Decided(NamedTuple):
    """An action, and the minutes of the meeting that decided it."""

    action: Action
    minutes: Minutes


class Year(NamedTuple):
    """The actions that a year decided, in the order of their states, then oldest first."""

    number: int
    address: str
    decided: list[Decided]

    @property
    def counts(self) -> list[int]:
        """How many there are of each state, in the order of `STATES`."""
        counts = Counter(one.action.etat for one in self.decided)
        return [counts[state] for state in STATES]


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page of the section, and those of its years where the actions are many; none is withdrawn."""
    if len(tools.once(_decided)) <= MOST:
        yield Sheet(HOME, _whole)
        return
    yield Sheet(HOME, _open)
    for year in tools.once(_years):
        for part in portions(year.address, year.decided):
            yield Sheet(part.address, _year_page, (year.number, part))


def _decided(tools: Pages) -> list[Decided]:
    return [Decided(action, one) for one in reversed(tools.hub.minutes) for action in one.suivi]


def _whole(tools: Pages) -> Page:
    states = _by_state(tools, tools.once(_decided))
    return tools.section_page(HOME, "suivi.html", states=states, years=[], left=0)


def _years(tools: Pages) -> list[Year]:
    """The years in which something was decided, the last one first."""
    years: dict[int, list[Decided]] = {}
    for one in tools.once(_decided):
        years.setdefault(one.minutes.date.year, []).append(one)
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
    pending = [one for one in tools.once(_decided) if one.action.etat in OPEN]
    return tools.section_page(
        HOME,
        "suivi.html",
        states=_by_state(tools, pending[-MOST:]),
        years=tools.once(_years),
        every=STATES,
        left=max(0, len(pending) - MOST),
    )


def _year_page(tools: Pages, year: int, part: Portion[Decided]) -> Page:
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
        states=_by_state(tools, part.things),
    )


def _by_state(tools: Pages, decided: Iterable[Decided]) -> list[tuple[ActionState, list[Followed]]]:
    """The actions of each state, oldest first."""
    rows: dict[ActionState, list[Followed]] = {state: [] for state in STATES}
    for action, minutes in decided:
        rows[action.etat].append(
            Followed(
                action,
                tools.named(action.qui),
                minutes,
                _late(tools, action),
                _age(tools, action, minutes),
            )
        )
    return [(state, those) for state, those in rows.items() if those]


def _age(tools: Pages, action: Action, minutes: Minutes) -> str:
    return dates.ago(minutes.date.first, tools.today) if action.etat in PENDING else ""


def _late(tools: Pages, action: Action) -> bool:
    return action.etat in PENDING and action.echeance is not None and action.echeance.last < tools.today
