"""A vote of a meeting, and when so few voted that no more than its outcome is told."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import Field, PrivateAttr

from hub.model.fields import TO_CONFIRM, Choice, Entity, Text

LEAST = 10
"""Ballots from which on they are told apart: of fewer, one could read how each association voted."""

Voices = Annotated[int, Field(ge=0, le=100_000, json_schema_extra={"unit": "voix"})]


class Outcome(Choice):
    """What a meeting made of what was put to the vote."""

    adopte = "adopte", "adopté"
    unanimite = "unanimite", "adopté à l’unanimité"
    majorite = "majorite", "adopté à la majorité"
    rejete = "rejete", "rejeté"
    a_confirmer = TO_CONFIRM, "résultat à confirmer"


ADOPTED = (Outcome.adopte, Outcome.unanimite, Outcome.majorite)


class Counts(NamedTuple):
    """The voices of a vote; None for what nobody counted."""

    pour: int
    contre: int
    abstention: int | None
    ne_prend_pas_part: int | None

    @property
    def cast(self) -> int:
        """How many voted, those who abstained included: it is a vote too."""
        return self.pour + self.contre + (self.abstention or 0)


class Vote(Entity):
    """A vote of a meeting, one association one vote: its voices, or its outcome alone where a show of hands
    was not counted."""

    _there: int = PrivateAttr(default=0)  # who was at the meeting, by its minutes; 0 where they do not say

    objet: Text
    resultat: Outcome
    pour: Voices | None = None
    contre: Voices | None = None
    abstention: Voices | None = None
    ne_prend_pas_part: Voices | None = None
    projet: Text | None = None

    def at(self, present: int) -> None:
        """Told by the minutes of the meeting, as they are read: how many associations were there."""
        self._there = present

    @property
    def counted(self) -> Counts | None:
        """The voices as they are written, None where those for and those against are not."""
        if self.pour is None or self.contre is None:
            return None
        return Counts(self.pour, self.contre, self.abstention, self.ne_prend_pas_part)

    @property
    def discreet(self) -> bool:
        """Whether so few voted that no more than the outcome is told."""
        written = (self.pour, self.contre, self.abstention)
        return any(one is not None for one in written) and sum(one or 0 for one in written) < LEAST

    @property
    def counts(self) -> Counts | None:
        """The voices as they are told."""
        return None if self.discreet else self.counted

    @property
    def outcome(self) -> Outcome:
        """The outcome as it is told: of few, « unanimous » says how each voted, also where nobody counted."""
        unanimous = self.resultat is Outcome.unanimite and 0 < self._there < LEAST
        return Outcome.adopte if unanimous or (self.discreet and self.resultat in ADOPTED) else self.resultat
