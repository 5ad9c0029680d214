"""A grant: what the town gave to an association, in the words of the national schema."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from hub.model.amount import Amount, cents
from hub.model.fields import AssociationName, Choice, Entity, Longest, PartialDate, Text

LONGEST_PURPOSE = 256
"""Signs of what a grant is for, in the national schema of grants."""

Purpose = Annotated[Text, AfterValidator(Longest(LONGEST_PURPOSE))]


class GrantType(Choice):
    """What a grant supports."""

    fonctionnement = "fonctionnement", "subvention de fonctionnement"
    projet = "projet", "subvention pour un projet"
    investissement = "investissement", "subvention d’investissement"
    exceptionnelle = "exceptionnelle", "subvention exceptionnelle"


class GrantNature(Choice):
    """In what it is given: the words are those of the national schema."""

    numeraire = "numeraire", "aide en numéraire"
    nature = "nature", "aide en nature"
    les_deux = "numeraire-et-nature", "aide en numéraire et en nature"


class Payment(Choice):
    """How it is paid."""

    unique = "unique", "en une fois"
    echelonne = "echelonne", "en plusieurs fois"


class Grant(Entity):
    """What was given to an association, voted on the day of its `decision`; `convention` is when it was
    signed."""

    association: AssociationName
    montant: Amount
    objet: Purpose
    decision: PartialDate
    type: GrantType | None = None
    nature: GrantNature = GrantNature.numeraire
    deliberation: Text | None = None
    convention: PartialDate | None = None
    versement: Payment | None = None
    verse_du: PartialDate | None = None
    verse_au: PartialDate | None = None
    dispositif: Text | None = None

    @property
    def cents(self) -> int:
        return cents(self.montant)

    @property
    def day(self) -> PartialDate:
        """The day that the national schema calls « date de la convention »: that of the vote, without one."""
        return self.convention or self.decision

    @property
    def paid(self) -> str:
        """The day on which it is paid, or the first and the last one, as the national schema writes them."""
        if self.verse_du is None:
            return ""
        first, last = self.verse_du.first, (self.verse_au or self.verse_du).last
        return f"{first}" if first == last else f"{first}/{last}"
