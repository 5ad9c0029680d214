"""Grants: the campaign of each year, and what the town gave to associations."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from hub.model.amount import Amount, cents
from hub.model.attachment import AttachedDocument
from hub.model.fields import (
    AssociationName,
    Choice,
    Consent,
    Contact,
    Entity,
    Id,
    Longest,
    PartialDate,
    Passage,
    Text,
)
from hub.model.kind import DataSet, Kind, Search, Section
from hub.model.names import fold
from hub.model.reminder import SERVICE, Look, Reminder, Urgency

THRESHOLD = 2_300_000
"""Cents that an association may be given in a year without a convention (loi n° 2000-321, article 10, and
décret n° 2001-495)."""

MONTHS = 3
"""Within how many months of its signing the essential data of a convention are published (décret n° 2017-779,
article 2)."""

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


class Campaign(Entity):
    """The grants of a year: how they are asked for, who gives their opinion, what was given.

    `appels`, `dates` and `guide` are keys of calls, of dates of the calendar and of a guide. `commission`
    names who sits: associations, or functions.
    """

    annee: Annotated[int, Field(ge=1950, le=2200)]
    appels: tuple[Id, ...] = ()
    dates: tuple[Id, ...] = ()
    guide: Id | None = None
    contact: Contact | None = None
    commission: tuple[Text, ...] = ()
    reponses: Passage | None = None
    enveloppe: Amount | None = None
    demandes: Annotated[int, Field(ge=0, le=100_000)] | None = None
    attributions: tuple[Grant, ...] = ()
    documents: tuple[AttachedDocument, ...] = ()
    consentement: Consent | None = None
    publie_le: PartialDate | None = None
    source: Passage | None = None

    @property
    def id(self) -> str:
        return f"{self.annee:04}"

    @property
    def titre(self) -> str:
        return f"Subventions {self.annee}"

    @property
    def address(self) -> str:
        return f"/subventions/{self.id}/"


def above(campaign: Campaign, key: Mapping[str, str] | None = None) -> Iterator[tuple[list[int], int]]:
    """The grants, by their places, and the cents in all of each association that was given more than the
    threshold in a year. `key` tells which names are one association's; without it, equal ones."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(campaign.attributions):
        if one.nature is not GrantNature.nature:
            places[(key or {}).get(one.association, fold(one.association))].append(index)
    for those in places.values():
        total = sum(campaign.attributions[index].cents for index in those)
        if total > THRESHOLD:
            yield those, total


def lacking(grants: Sequence[Grant]) -> list[str]:
    """What the essential data of these grants lack, in French words."""
    asked = {"la délibération": "deliberation", "le versement": "versement", "ses dates": "verse_du"}
    return [words for words, name in asked.items() if any(getattr(one, name) is None for one in grants)]


def conventions(those: tuple[Campaign, ...], look: Look) -> Iterator[Reminder]:
    """The essential data of a convention are published whole within three months of its signing."""
    for campaign in those:
        named = {one.association: look.named(one.association) for one in campaign.attributions}
        for places, _ in above(campaign, named):
            grants = [campaign.attributions[index] for index in places]
            signed = [(one.convention, index) for one, index in zip(grants, places, strict=True)]
            dated = [(day, index) for day, index in signed if day]
            missing = lacking(grants)
            if not dated or not missing:
                continue
            day, index = min(dated)
            yield Reminder(
                Urgency.NOW,
                _deadline(day.last),
                SERVICE,
                f"les données essentielles de la convention de {named[grants[0].association]} sont "
                "incomplètes.",
                f"Écrivez {_listed(missing)} : elles se publient dans les trois mois de la signature (décret "
                "n° 2017-779).",
                campaign.origin.at("attributions", index, "convention"),
                campaign,
            )


def _deadline(signed: dt.date) -> dt.date:
    """The day by which the data of what was signed are published: that of the month, or its last one."""
    year, month = divmod(signed.year * 12 + signed.month - 1 + MONTHS, 12)
    return dt.date(year, month + 1, min(signed.day, monthrange(year, month + 1)[1]))


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} et {words[-1]}"


CAMPAIGN = Kind(
    attribute="subventions",
    model=Campaign,
    one="campagne de subventions",
    feminine=True,
    many="campagnes de subventions",
    told="Une campagne par année : comment demander, qui donne son avis, ce qui a été attribué.",
    register="subventions.yaml",
    optional=True,
    order=lambda campaign: campaign.annee,
    newest=True,
    reminders=(conventions,),
    link="subventions",
    section=Section(
        "/subventions/",
        "Subventions",
        "La campagne de l’année, et ce que la ville a attribué.",
        rank=88,
        under="/appels/",
        words="argent aide financière demander dossier montant commission attribution convention euros",
        mapped=True,
        task="Demander une subvention",
        drawing="subvention",
    ),
    shell="subventions",
    frames={"subventions-suite": 4},
    feed=None,
    search=Search("", "subvention aide argent euros montant attribuée dossier commission", 60),
    card=False,
    letter=None,
    data=(
        DataSet(
            "subventions",
            "Les subventions attribuées, une par ligne, aux colonnes nationales (SCDL subventions 2.1.1).",
            "dateConvention",
        ),
    ),
    over=None,
)
