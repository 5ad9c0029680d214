"""The ballots of an election: how many were cast, for which seats, and for whom."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hub.model.bureau import Count
from hub.model.fields import TO_CONFIRM, AssociationName, Choice, CollegeId, Entity
from hub.model.vote import LEAST, Voices

Rank = Annotated[int, Field(ge=1, le=500)]


class Method(Choice):
    """How voices are cast and counted."""

    majorite = "majorite", "scrutin majoritaire"
    approbation = "approbation", "vote par approbation"
    classement = "classement", "vote par classement"
    a_confirmer = TO_CONFIRM, "méthode à confirmer"


class Elected(Choice):
    """Whether a candidate was elected, and to which kind of seat where there are two."""

    titulaire = "titulaire", "titulaire"
    suppleant = "suppleant", "suppléant"
    oui = "oui", "élue"
    a_confirmer = TO_CONFIRM, "à confirmer"
    non = "non", "non élue"


WON = (Elected.titulaire, Elected.suppleant, Elected.oui)


class Turnout(Entity):
    """How many could vote, how many did, and what was in the ballot box; None for what is not known."""

    inscrits: Voices | None = None
    votants: Voices | None = None
    exprimes: Voices | None = None
    blancs: Voices | None = None
    nuls: Voices | None = None

    @property
    def ballots(self) -> int | None:
        """How many ballots were cast, or were valid where nobody says how many were cast."""
        return self.votants if self.votants is not None else self.exprimes

    @property
    def few(self) -> bool:
        """Whether it is known that so few voted that no more than the outcome is told."""
        return self.ballots is not None and self.ballots < LEAST


class Contest(Turnout):
    """The seats that are voted on together: those of a college, or all of them (None). Its turnout is told
    where it votes apart."""

    college: CollegeId | None = None
    titulaires: Count = 0
    suppleants: Count = 0
    non_pourvus: Count = 0

    @property
    def seats(self) -> int:
        return self.titulaires + self.suppleants


class Candidate(Entity):
    """An association that stood: its voices, its rank, whether it was elected."""

    association: AssociationName
    college: CollegeId | None = None
    voix: Voices | None = None
    rang: Rank | None = None
    elu: Elected = Elected.non
