"""The newsletter, issue by issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from hub.model.fields import Choice
from hub.model.kind import Feed, Kind, Part, Section
from hub.model.publication import TOLD, Publication, when_published
from hub.model.reminder import SERVICE, Look, Reminder, Urgency, later


class LetterAudience(Choice):
    """Who receives an issue of the newsletter."""

    tous = "tous", "tout le monde"
    habitants = "habitants", "les habitantes et les habitants"
    associations = "associations", "les associations"


class Letter(Publication):
    """An issue of the newsletter; the body is its editorial, the rest is composed (`hub.model.issue`)."""

    numero: Annotated[int, Field(ge=1, le=9999)]
    public: LetterAudience = LetterAudience.tous

    def reaches(self, audience: LetterAudience) -> bool:
        """Whether those readers receive it: an issue for all is received by all."""
        return LetterAudience.tous in (self.public, audience) or self.public is audience

    @property
    def address(self) -> str:
        return f"/lettre/{self.id}/"


def next_letter(those: tuple[Letter, ...], look: Look) -> Iterator[Reminder]:
    """A town that has a letter goes on with it."""
    dated = [(one.publie_le.first, one) for one in those if one.publie_le]
    day, latest = max(dated, key=lambda pair: pair[0], default=(None, None))
    if day and latest and look.has_been(day, look.within.lettre):
        yield Reminder(
            Urgency.LATE,
            later(day, look.within.lettre),
            SERVICE,
            f"Un numéro de la lettre est à écrire : le dernier est « {latest.titre} ».",
            "Écrivez-le dans content/lettre/, ou dites aux abonnés que la lettre s’arrête.",
            latest.origin.at("publie_le"),
        )


LETTER = Kind(
    attribute="letters",
    model=Letter,
    one="lettre",
    feminine=True,
    many="lettres",
    folder="content/lettre",
    order=when_published,
    newest=True,
    reminders=(next_letter,),
    link="lettre",
    section=Section(
        "/lettre/",
        "Lettre",
        "La lettre d’information, numéro par numéro.",
        rank=100,
        under="/actualites/",
        words="newsletter lettre info bulletin",
        drawing="courriel",
    ),
    shell="lettre",
    feed=Feed(
        "Lettre",
        "La lettre d’information, numéro par numéro.",
        "Lettre",
        "lettre",
        (
            Part(
                "/lettre/habitants/",
                "Lettre aux habitantes et aux habitants",
                "Les numéros qui s’adressent à toute la ville.",
                lambda letter: letter.reaches(LetterAudience.habitants),
            ),
            Part(
                "/lettre/associations/",
                "Lettre aux associations",
                "Les numéros qui s’adressent aux associations.",
                lambda letter: letter.reaches(LetterAudience.associations),
            ),
        ),
    ),
    search=TOLD,
    card=True,
    letter=None,
    data=None,
    over=None,
)
