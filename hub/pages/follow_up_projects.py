"""The projects of the follow-up, by how far they are."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from hub.model.dates import PartialDate
from hub.model.minutes import PENDING, ActionState, Minutes
from hub.model.names import sort_key
from hub.model.thread import Thread
from hub.pages.actions import is_late
from hub.pages.page import Pages
from hub.pages.progress import Progress, progress, standing, stripe


class Project(NamedTuple):
    """A project in their list: `state` and `words` are how far it is, for the stripe and in words; `late` is
    the first of its days that are past, `due` the next one that is not."""

    name: str
    address: str
    state: str
    words: str
    open: int
    progress: Progress | None
    late: PartialDate | None
    due: PartialDate | None
    latest: Minutes | None


class Group(NamedTuple):
    """The projects of a page that are as far, and the state of an action that has their sign; `folded` where
    nothing is left to be done of them."""

    key: str
    title: str
    sign: str
    folded: bool
    projects: list[Project]


def groups(those: Iterable[Project]) -> list[Group]:
    """Projects, which are in the order of `_RANKS`, by how far they are."""
    return [
        Group(key, title, sign, key == "clos", list(alike))
        for (key, title, sign), alike in groupby(those, key=lambda one: _RANKS[_rank(one)])
    ]


_RANKS = (
    ("en-retard", "En retard", "en-cours"),
    ("en-cours", "En cours", "en-cours"),
    ("a-confirmer", "État à confirmer", "a-confirmer"),
    ("clos", "Clos", "fait"),
)


def _rank(one: Project) -> int:
    """Where in `_RANKS` a project stands."""
    if one.late:
        return 0
    if one.state == ActionState.a_confirmer.value:
        return 2
    return 3 if not one.open and one.state in _OVER else 1


_OVER = (ActionState.fait.value, ActionState.abandonne.value)


def projects(tools: Pages) -> list[Project]:
    """Every project that meetings follow or that has a text, by how far it is, those that were spoken of last
    before."""
    found = [_project(tools, thread) for thread in tools.hub.threads.values()]
    found.sort(key=lambda one: sort_key(one.name))
    found.sort(key=lambda one: str(one.latest.date) if one.latest else "", reverse=True)
    return sorted(found, key=_rank)


def _project(tools: Pages, thread: Thread) -> Project:
    pending = [one for one in thread.open if one.etat in PENDING]
    late = [one.echeance for one in pending if one.echeance and is_late(tools, one)]
    coming = [one.echeance for one in pending if one.echeance and one.echeance not in late]
    return Project(
        thread.name,
        thread.address if thread.paged else "",
        stripe(thread),
        "en retard" if late else standing(thread),
        len(thread.open),
        progress(thread.actions),
        min(late, default=None),
        min(coming, default=None),
        thread.meetings[-1] if thread.meetings else None,
    )
