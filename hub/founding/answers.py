"""What a new town answers, typed as its settings are: what one refuses, the other does."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hub.founding.naming import USUAL, called
from hub.markup.town import of
from hub.model.fields import Choice, Colour, Email, Entity, Name, OfTown, Phone, Text, Url
from hub.model.names import slug
from hub.model.noun import NounText
from hub.model.wording import Wording

LONGEST_KEY = 80
"""Characters of an identifier (`hub.model.fields.Id`)."""


class Keeping(Choice):
    """Where the files of a town are kept."""

    github = "github", "GitHub"
    gitlab = "gitlab", "GitLab"
    forgejo = "forgejo", "Forgejo"
    aucune = "aucune", "aucune forge"


class NewCollege(Entity):
    """A college of the council, and how many seats it elects to the bureau."""

    nom: Name
    titulaires: Annotated[int, Field(ge=0, le=99)]
    suppleants: Annotated[int, Field(ge=0, le=99)] = 0


class Answers(Entity):
    """The answers to the six questions: the town, its council, its colleges, its colour, its service, its
    forge. `conseil_un` is what a sentence calls the council; `depot` is the page of its files, if there is
    one yet."""

    commune: Text
    commune_de: OfTown | None = None
    conseil: Text
    conseil_un: NounText | None = None
    colleges: tuple[NewCollege, ...] = ()
    couleur: Colour | None = None
    courriel: Email | None = None
    telephone: Phone | None = None
    forge: Keeping
    depot: Url | None = None

    @property
    def of_town(self) -> str:
        """« du Mans », as the town said it, or as the program would."""
        return self.commune_de or of(self.commune)

    @property
    def mots(self) -> dict[str, str]:
        """What the town calls otherwise than the program would, or is without: its settings say it."""
        said = self.conseil_un or called(self.conseil) or USUAL
        words = {} if said == USUAL else {"conseil": said}
        return words if self.colleges else {**words, "college": "aucun"}

    @property
    def wording(self) -> Wording:
        """The same, for the sentences of its first files."""
        return Wording.model_validate(self.mots)

    @property
    def key(self) -> str:
        """The name by which subscribers will know the site for ever."""
        return f"vie-associative-{slug(self.commune)}"[:LONGEST_KEY].strip("-")

    @property
    def elected(self) -> tuple[tuple[str, NewCollege], ...]:
        """Each college with the key by which seats will name it; two are never alike."""
        found: dict[str, NewCollege] = {}
        for one in self.colleges:
            plain = slug(one.nom)[:LONGEST_KEY].strip("-")
            found[plain if plain not in found else f"{plain[: LONGEST_KEY - 3]}-{len(found) + 1}"] = one
        return tuple(found.items())
