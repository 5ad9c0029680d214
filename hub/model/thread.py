"""The thread of a project through the minutes: its actions, each told once, however many meetings speak of
it.

Two names are the same project where they are spelt alike (`names.slug`), or where a text of
`content/projets/` bears both. An action that returns in later minutes is the same one, in the state that
these say, as long as it was still open; one that was done is another when it returns.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from hub.model.dates import PartialDate
from hub.model.fields import ID_PATTERN
from hub.model.minutes import OPEN, Action, ActionState, Minutes
from hub.model.names import fold, slug
from hub.model.vote import Vote

VIEWS = ("par-projet", "par-qui", "par-mandat")
"""The pages of the follow-up that a project is never called by."""

LONGEST = 80
"""Signs of a key (`fields.Id`)."""

_SIGNS = 8
_KEY = re.compile(ID_PATTERN)


class Step(NamedTuple):
    """What the minutes of a meeting say of an action: the row `rank` of their `suivi`."""

    minutes: Minutes
    rank: int

    @property
    def action(self) -> Action:
        return self.minutes.suivi[self.rank]


class Followed(NamedTuple):
    """An action, and what each meeting said of it, oldest first."""

    steps: tuple[Step, ...]

    @property
    def first(self) -> Step:
        return self.steps[0]

    @property
    def last(self) -> Step:
        return self.steps[-1]

    @property
    def before(self) -> Step | None:
        """What the meeting before the last one said of it; None where one meeting spoke of it."""
        return self.steps[-2] if len(self.steps) > 1 else None

    @property
    def etat(self) -> ActionState:
        return self.last.action.etat

    @property
    def open(self) -> bool:
        return self.etat in OPEN

    @property
    def qui(self) -> tuple[str, ...]:
        """Who is in charge, as the last meeting that named somebody said."""
        return next((step.action.qui for step in reversed(self.steps) if step.action.qui), ())

    @property
    def echeance(self) -> PartialDate | None:
        """Until when, as the last meeting that told a day said."""
        days = (step.action.echeance for step in reversed(self.steps))
        return next((day for day in days if day), None)

    @property
    def due(self) -> dt.date | None:
        """The last day of an action that is open; None where there is none."""
        return self.echeance.last if self.open and self.echeance else None


class Thread(NamedTuple):
    """A project over the meetings: `name` as it is called, the `project` whose text tells of it (a `Project`,
    None where there is none), its actions in the order in which they were decided, and its `meetings`, oldest
    first: those that spoke of its actions, and those that voted on it."""

    key: str
    name: str
    project: Any
    actions: tuple[Followed, ...]
    meetings: tuple[Minutes, ...]

    @property
    def paged(self) -> bool:
        """Whether it has a page of its own: where a text presents it, or where two meetings spoke of it. What
        one meeting said of it stands in its minutes."""
        return self.project is not None or len(self.meetings) > 1

    @property
    def address(self) -> str:
        """That of its page."""
        return f"/suivi/{self.key}/"

    @property
    def open(self) -> list[Followed]:
        """What is left to be done."""
        return [one for one in self.actions if one.open]

    def votes(self, minutes: Minutes) -> list[Vote]:
        """What a meeting put to the vote of it."""
        names = {self.key, *(map(key_of, self.project.names) if self.project else ())}
        return [vote for vote in minutes.votes if vote.projet and key_of(vote.projet) in names]

    def said(self) -> dict[str, list[Followed]]:
        """What each meeting said, by the id of its minutes: each action as far as that meeting knew it."""
        found: dict[str, dict[int, Followed]] = {one.id: {} for one in self.meetings}
        for action in self.actions:
            for at, step in enumerate(action.steps, start=1):
                found[step.minutes.id][step.rank] = Followed(action.steps[:at])
        return {key: [those[rank] for rank in sorted(those)] for key, those in found.items()}


class Entry(NamedTuple):
    """An action, and the project that it is of: as it is called, and the address of its page, '' for none."""

    project: str
    address: str
    action: Followed


def entries(threads: Iterable[Thread]) -> Iterator[Entry]:
    """Every action of these projects, beside the project that it is of."""
    for thread in threads:
        address = thread.address if thread.paged else ""
        yield from (Entry(thread.name, address, action) for action in thread.actions)


def when_decided(entry: Entry) -> tuple[dt.date, str, int]:
    """The order in which actions were decided."""
    step = entry.action.first
    return step.minutes.date.first, step.minutes.id, step.rank


def key_of(name: str) -> str:
    """The key of the project that minutes call so: its address, for ever.

    A name without letters of ours, of a year, or of a page of the follow-up, has a key that is none of
    theirs.
    """
    plain = slug(name)
    if plain.isdigit() or plain in VIEWS:
        plain = f"projet-{plain}"
    if not _KEY.fullmatch(plain):
        plain = "projet"
    elif len(plain) <= LONGEST:
        return plain
    mark = sha256(fold(name).encode()).hexdigest()[:_SIGNS]
    return f"{plain[: LONGEST - _SIGNS - 1].rstrip('-')}-{mark}"


def called(projects: Iterable[Any]) -> dict[str, Any]:
    """The projects that have a text, by the keys of all their names: the first that bears one has it."""
    found: dict[str, Any] = {}
    for one in projects:
        found.setdefault(one.id, one)
    for one in projects:
        for name in one.names:
            found.setdefault(key_of(name), one)
    return found


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
            key = key_of(name)
            key = known[key].id if key in known else key
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


def other_addresses(projects: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """(the address, its own) of each other name of a project that has a text: minutes called it so before,
    and its page may have been there."""
    for key, one in called(tuple(projects)).items():
        if key != one.id:
            yield f"/suivi/{key}/", one.address
