"""The thread of a project through the minutes: its actions, each told once, however many meetings speak of
it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from hub.model.dates import PartialDate
from hub.model.minutes import OPEN, Action, ActionState, Minutes
from hub.model.project_names import key_of
from hub.model.vote import Vote


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
