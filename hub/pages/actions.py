"""An action as pages show it: who is in charge, since when it is late, which meetings spoke of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from hub.markup.titles import named
from hub.model.association import Association
from hub.model.dates import PartialDate
from hub.model.minutes import OPEN, PENDING, ActionState, Minutes
from hub.model.names import fold
from hub.model.thread import Entry, Followed
from hub.pages.page import Pages

A_DAY = dt.timedelta(days=1)


class Who(NamedTuple):
    """Who is in charge: an `association` of the directory, a body that has a page, or a function."""

    name: str
    association: Association | None
    address: str


class Row(NamedTuple):
    """An action: `late` is the day by which it was to be done, where that is past; `told` are the minutes
    that spoke of it last, where they are not those that decided it."""

    project: str
    address: str
    what: str
    who: list[Who]
    due: PartialDate | None
    late: PartialDate | None
    state: ActionState
    decided: Minutes
    told: Minutes | None

    @property
    def open(self) -> bool:
        """Whether something is left to be done."""
        return self.state in OPEN


class Year(NamedTuple):
    """The actions that were decided in a year."""

    number: int
    rows: list[Row]


class Held(NamedTuple):
    """What somebody is in charge of: what is `open`, which the latest meetings decided, how many more there
    are, and the latest of what is over, by year."""

    open: list[Row]
    left: int
    over: list[Year]


SHOWN = 20
"""Actions of an association that its page names, open ones and others; the follow-up has them all."""


def held(tools: Pages, association: Association) -> Held:
    """The actions of an association, for its page."""
    those = tools.hub.actions_of.get(association.id, ())
    left = [one for one in those if one.action.open]
    over = [one for one in those if not one.action.open]
    rows = [row(tools, one) for one in left[:SHOWN]]
    return Held(rows, max(0, len(left) - SHOWN), by_year(row(tools, one) for one in over[:SHOWN]))


def row(tools: Pages, entry: Entry) -> Row:
    """An action as a page shows it."""
    action = entry.action
    first, last = action.first.minutes, action.last.minutes
    return Row(
        entry.project,
        entry.address,
        action.last.action.quoi,
        whos(tools, action.qui, last.date.first),
        action.echeance,
        action.echeance if is_late(tools, action) else None,
        action.etat,
        first,
        last if last.id != first.id else None,
    )


def is_late(tools: Pages, action: Followed) -> bool:
    """Whether the day by which an action was to be done is past, where it is known not to be done: once it
    is, it stays so."""
    due = action.due if action.etat in PENDING else None
    return due is not None and due < dt.date.max and tools.reached(due + A_DAY)


def by_year(rows: Iterable[Row]) -> list[Year]:
    """Rows by the year of their decision, the last one first."""
    ordered = sorted(rows, key=lambda one: one.decided.date.year, reverse=True)
    return [Year(year, list(those)) for year, those in groupby(ordered, lambda one: one.decided.date.year)]


def whos(tools: Pages, names: Iterable[str], day: dt.date) -> list[Who]:
    """Who bears these names on the day of a meeting."""
    return [
        Who(words, one, "" if one else _body(tools, words, day)) for words, one in named(tools.hub, names)
    ]


def _body(tools: Pages, name: str, day: dt.date) -> str:
    """The page of the bureau, or of the term that had a commission of that name; '' for neither."""
    words = tools.hub.site.mots
    if words.has("bureau") and fold(name) in _bureau(tools):
        return "/bureau/"
    term = tools.hub.bureau.term_on(day)
    noun = words.noun("commission").one
    for one in term.commissions if term else ():
        if fold(name) in (fold(one.nom), fold(f"{noun} {one.nom}")):
            return f"{term.address}#commissions" if term else ""
    return ""


def _bureau(tools: Pages) -> frozenset[str]:
    """What the bureau is called."""
    words = tools.hub.site.mots
    spellings = ("{bureau}", "{le bureau}", "{bureau} {du conseil}", "{le bureau} {du conseil}")
    return frozenset(fold(words.say(one)) for one in spellings)
