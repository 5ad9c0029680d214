"""A place, and a time of an event that is not as its rule has it."""

from __future__ import annotations

from hub.model.fields import End, Entity, Moment, Phrase, Text
from hub.model.spot import Latitude, Longitude, Spot, spot_of


class Place(Entity):
    """Where an event takes place."""

    nom: Text
    adresse: Text | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    @property
    def words(self) -> str:
        """« Salle des fêtes, 1 rue du Bac »."""
        return f"{self.nom}, {self.adresse}" if self.adresse else self.nom

    @property
    def position(self) -> Spot | None:
        """(latitude, longitude), None unless both are known."""
        return spot_of(self)


class Change(Entity):
    """One time that is not as the rule has it: `date` is the day it was for.

    It is moved (`debut`), elsewhere (`lieu`), or cancelled (`annule`, the reason). Its hour is said only
    where the day has several times.
    """

    date: Moment
    debut: Moment | None = None
    fin: End | None = None
    lieu: Place | None = None
    annule: Phrase | None = None
