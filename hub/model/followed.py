"""The minutes of a hub, followed: the thread of each project through them.

An action that returns in later minutes is the same one, in the state that these say, as long as it was still
open; one that was done is another when it returns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from hub.model.minutes import OPEN, Minutes
from hub.model.names import fold
from hub.model.project_names import called, known_as
from hub.model.thread import Followed, Step, Thread


def followed(minutes: Iterable[Minutes], projects: Iterable[Any]) -> dict[str, Thread]:
    """The threads, by key: those of the projects that have a text, in their order, then the others, in the
    order in which meetings first spoke of them. `minutes` are given newest first, as a hub has them."""
    projects = tuple(projects)
    known = called(projects)
    found: dict[str, list[Step]] = {one.id: [] for one in projects}
    met: dict[str, dict[str, Minutes]] = defaultdict(dict)
    names: dict[str, str] = {one.id: one.titre for one in projects}
    for one in reversed(tuple(minutes)):
        for name, step in _named(one):
            key = known_as(name, known)
            names.setdefault(key, name)
            met[key][one.id] = one
            found.setdefault(key, []).extend(step)
    by_id = {one.id: one for one in projects}
    return {
        key: Thread(key, names[key], by_id.get(key), _actions(steps), tuple(met[key].values()))
        for key, steps in found.items()
    }


def _named(minutes: Minutes) -> Iterator[tuple[str, list[Step]]]:
    """The projects that a meeting names: by an action, with what it says of it, or by a vote."""
    for rank, action in enumerate(minutes.suivi):
        yield action.projet, [Step(minutes, rank)]
    for vote in minutes.votes:
        if vote.projet:
            yield vote.projet, []


def _actions(steps: list[Step]) -> tuple[Followed, ...]:
    """The actions that meetings speak of, oldest first: those that are the same, once."""
    actions: list[list[Step]] = []
    latest: dict[str, list[Step]] = {}
    for step in steps:
        what = fold(step.action.quoi)
        before = latest.get(what)
        if before and _goes_on(before[-1], step):
            before.append(step)
        else:
            latest[what] = [step]
            actions.append(latest[what])
    return tuple(Followed(tuple(those)) for those in actions)


def _goes_on(before: Step, after: Step) -> bool:
    """Whether an action that is said in the same words is the same one: it was still open, or is for the same
    day; two rows of one meeting are two."""
    if before.minutes.id == after.minutes.id:
        return False
    day = before.action.echeance
    return before.action.etat in OPEN or (day is not None and day == after.action.echeance)
