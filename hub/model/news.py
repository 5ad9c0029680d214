"""News: what happens to associations and to the council."""

from __future__ import annotations

from hub.model.attachment import AttachedDocument, Picture
from hub.model.fields import AssociationName, Passage
from hub.model.kind import Feed, Kind, Section
from hub.model.publication import TOLD, Publication, when_published


class News(Publication):
    """A piece of news."""

    associations: tuple[AssociationName, ...] = ()
    image: Picture | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/actualites/{self.id}/"


NEWS = Kind(
    attribute="news",
    model=News,
    one="actualité",
    feminine=True,
    many="actualités",
    folder="content/actualites",
    order=when_published,
    newest=True,
    link="actualite",
    section=Section(
        "/actualites/",
        "Actualités",
        "Les nouvelles des associations et {du conseil}.",
        rank=70,
        drawing="actualite",
        menu=True,
    ),
    shell="actualite",
    feed=Feed("Actualités", "Les nouvelles des associations.", "Actualité", "actualite"),
    search=TOLD,
    card=True,
    letter="Actualités",
    data=None,
    over=None,
)
