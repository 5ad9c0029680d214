"""The campaign of grants of each year: how they are asked for, and what was given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from hub.model.amount import Amount
from hub.model.attachment import AttachedDocument
from hub.model.convention import above, deadline, lacking
from hub.model.fields import Consent, Contact, Entity, Id, PartialDate, Passage, Text
from hub.model.french import joined
from hub.model.grant import Grant
from hub.model.kind import DataSet, Kind, Search, Section
from hub.model.reminder import SERVICE, Look, Reminder, Urgency


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


def conventions(those: tuple[Campaign, ...], look: Look) -> Iterator[Reminder]:
    """The essential data of a convention are published whole within three months of its signing."""
    for campaign in those:
        named = {one.association: look.named(one.association) for one in campaign.attributions}
        for places, _ in above(campaign.attributions, named):
            grants = [campaign.attributions[index] for index in places]
            signed = [(one.convention, index) for one, index in zip(grants, places, strict=True)]
            dated = [(day, index) for day, index in signed if day]
            missing = lacking(grants)
            if not dated or not missing:
                continue
            day, index = min(dated)
            yield Reminder(
                Urgency.NOW,
                deadline(day.last),
                SERVICE,
                f"les données essentielles de la convention de {named[grants[0].association]} sont "
                "incomplètes.",
                f"Écrivez {joined(missing)} : elles se publient dans les trois mois de la signature (décret "
                "n° 2017-779).",
                campaign.origin.at("attributions", index, "convention"),
                campaign,
            )


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
    search=Search("", "subvention aide argent financement demander euros montant attribuée dossier", 60),
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
