"""Lost property: what associations found, and keep for whom it belongs to."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from hub.model.fields import AssociationName, Contact, Markdown, PartialDate, Passage, Text
from hub.model.kind import DataSet, Feed, Kind, Search, Section
from hub.model.publication import Publication, when_published


class Find(Publication):
    """Something that was found."""

    associations: tuple[AssociationName, ...] = Field(
        (), title="Associations", description="Celles qui l’ont trouvé.", examples=["les-licornes"]
    )
    lieu_dit: Text | None = Field(None, title="Lieu", description="Où il est gardé.", examples=["La Halle"])
    conditions: Passage | None = Field(
        None, title="Conditions", description="Ce qu’il faut apporter.", examples=["Une preuve."]
    )
    contact: Contact | None = Field(
        None, title="Contact", description="À qui écrire : une fonction.", examples=["Le secrétariat"]
    )
    details: Markdown | None = Field(None, title="Détails", description="Un texte.", examples=["**Deux**."])
    jusqu_a: PartialDate | None = Field(None, title="Jusqu’à", description="Le jour où il s’en va.")

    @property
    def address(self) -> str:
        return f"/trouvailles/{self.id}/"

    def over(self, day: dt.date) -> bool:
        """Whether nobody may have it back any more."""
        return self.jusqu_a is not None and self.jusqu_a.last < day


FIND = Kind(
    attribute="finds",
    model=Find,
    one="trouvaille",
    many="trouvailles",
    feminine=True,
    folder="content/trouvailles",
    order=when_published,
    newest=True,
    link="trouvaille",
    section=Section(
        "/trouvailles/", "Trouvailles", "Ce qui a été trouvé en ville.", menu=True, words="objet perdu"
    ),
    shell="trouvaille",
    feed=Feed("Trouvailles", "Un message par objet trouvé.", "Trouvaille", "trouvaille"),
    search=Search("Trouvailles", "trouvaille perdu objet"),
    card=True,
    letter="Objets trouvés",
    data=(DataSet("trouvailles", "Les objets trouvés, un par ligne."),),
    over=Find.over,
)
