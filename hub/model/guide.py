"""Resource guides for associations."""

from __future__ import annotations

from collections.abc import Iterator

from hub.model.attachment import AttachedDocument, Picture
from hub.model.fields import TO_CONFIRM, Contact, Entity, PartialDate, Text, ThemeId, Url
from hub.model.kind import Feed, Kind, Search, Section
from hub.model.names import fold, sort_key
from hub.model.publication import Publication
from hub.model.reminder import SERVICE, Look, Reminder, Urgency


class GuideSource(Entity):
    """A page or a document on which a guide rests: the date it bears, and the day it was read."""

    titre: Text
    adresse: Url | None = None
    page_du: PartialDate | None = None
    lu_le: PartialDate


class Guide(Publication):
    """A resource guide for associations."""

    responsable: Contact | None = None
    revu_le: PartialDate | None = None
    a_revoir_avant: PartialDate | None = None
    themes: tuple[ThemeId, ...] = ()
    image: Picture | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: tuple[GuideSource, ...] = ()

    @property
    def address(self) -> str:
        return f"/guides/{self.id}/"


def guides_to_review(those: tuple[Guide, ...], look: Look) -> Iterator[Reminder]:
    """A guide is read again by the day that it sets itself, by who answers for it."""
    for one in those:
        if one.a_revoir_avant and look.is_near(one.a_revoir_avant.last, look.within.guide):
            known = one.responsable and fold(one.responsable) != fold(TO_CONFIRM)
            yield Reminder(
                Urgency.UPKEEP,
                one.a_revoir_avant.last,
                one.responsable if one.responsable and known else SERVICE,
                "ce guide est à relire.",
                "Relisez-le, puis changez « revu_le » et « a_revoir_avant ».",
                one.origin.at("a_revoir_avant"),
                one,
            )


GUIDE = Kind(
    attribute="guides",
    model=Guide,
    one="guide",
    many="guides",
    folder="content/guides",
    order=lambda guide: sort_key(guide.titre),
    reminders=(guides_to_review,),
    link="guide",
    section=Section(
        "/guides/",
        "Guides",
        "Des réponses pratiques pour les associations.",
        rank=90,
        menu=True,
        words="aide documentation démarches fiches pratiques",
        mapped=True,
        task="S’y prendre, pas à pas",
        drawing="guide",
    ),
    shell="guide",
    feed=Feed("Guides", "Les nouveaux guides pratiques.", "Guide", "guide"),
    search=Search("Guides", "guide aide comment faire conseil pratique démarche", 40),
    card=True,
    letter="Nouveaux guides",
    data=None,
    over=None,
)
