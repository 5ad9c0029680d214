"""For whom something is: publics, ages, and who may come."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import Field

from hub.model.fields import Choice, Entity

OLDEST = 120
"""The greatest age that may be written."""


class Audience(Choice):
    """For whom it works."""

    tous = "tous", "tout public"
    enfants = "enfants", "enfants"
    adolescents = "adolescents", "adolescents"
    adultes = "adultes", "adultes"
    seniors = "seniors", "seniors"
    familles = "familles", "familles"
    personnes_handicapees = "personnes-handicapees", "personnes handicapées"


Age = Annotated[int, Field(ge=0, le=OLDEST)]


class Ages(Entity):
    """From an age to another, both included; a side that is not written has no limit."""

    de: Age | None = None
    a: Age | None = None


class Years(NamedTuple):
    """The ages from `first` to `last`, both included."""

    first: int
    last: int

    def meets(self, other: Years) -> bool:
        """Whether some age is in both."""
        return self.first <= other.last and other.first <= self.last


EVERY_AGE = Years(0, OLDEST)

_OF_PUBLIC = {
    Audience.enfants: Years(0, 11),
    Audience.adolescents: Years(12, 17),
    Audience.adultes: Years(18, OLDEST),
    Audience.seniors: Years(60, OLDEST),
}


def years_of(public: Audience) -> Years:
    """The ages of a public; of those that are of any age, all."""
    return _OF_PUBLIC.get(public, EVERY_AGE)


class EventAudience(Choice):
    """Who may come."""

    tous = "tous", "pour tout le monde"
    associations = "associations", "pour les associations"
