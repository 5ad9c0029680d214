"""Offers and requests between associations: a room to lend, a hand to find."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from hub.model.fields import AssociationName, Contact, Markdown, PartialDate, Passage, Text
from hub.model.kind import DataSet, Feed, Kind, Search, Section
from hub.model.publication import Publication, when_published


class Offer(Publication):
    """What an association lends, gives or looks for."""

    associations: tuple[AssociationName, ...] = Field(
        (), title="Associations", description="Celles qui proposent.", examples=["les-licornes"]
    )
    lieu_dit: Text | None = Field(None, title="Lieu", description="Où cela se trouve.", examples=["La Halle"])
    conditions: Passage | None = Field(
        None, title="Conditions", description="Ce qui est demandé.", examples=["Une caution."]
    )
    contact: Contact | None = Field(
        None, title="Contact", description="À qui écrire : une fonction.", examples=["Le secrétariat"]
    )
    details: Markdown | None = Field(None, title="Détails", description="Un texte.", examples=["**Deux**."])
    jusqu_a: PartialDate | None = Field(None, title="Jusqu’à", description="Le dernier jour pour répondre.")

    @property
    def address(self) -> str:
        return f"/offres/{self.id}/"

    def over(self, day: dt.date) -> bool:
        """Whether one may not answer it any more."""
        return self.jusqu_a is not None and self.jusqu_a.last < day


OFFER = Kind(
    attribute="offers",
    model=Offer,
    one="offre",
    many="offres",
    folder="content/offres",
    order=when_published,
    newest=True,
    link="offre",
    section=Section(
        "/offres/", "Offres", "Ce qui se prête et se cherche.", menu=True, words="prêt don échange"
    ),
    shell="offre",
    feed=Feed("Offres", "Un message par offre.", "Offre", "offre"),
    search=Search("Offres", "offre demande prêter donner"),
    card=True,
    letter="Offres et demandes",
    data=(DataSet("offres", "Les offres et les demandes, une par ligne."),),
    over=Offer.over,
)
