"""Exchanges between associations: what one lends or offers, what one looks for, until a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.attachment import Picture
from hub.model.fields import Choice, Contact, OrganiserName, PartialDate, Phrase, Text
from hub.model.kind import DataSet, Feed, Kind, Search, Section
from hub.model.publication import Publication, when_published
from hub.model.reminder import Look, Reminder, Urgency


class Direction(Choice):
    """Whether one gives or asks."""

    offre = "offre", "on propose"
    demande = "demande", "on cherche"


class Matter(Choice):
    """What is exchanged."""

    materiel = "materiel", "matériel"
    salle = "salle", "salle"
    competence = "competence", "savoir-faire"
    benevoles = "benevoles", "bénévoles"
    covoiturage = "covoiturage", "covoiturage"
    autre = "autre", "autre"


class ExchangeState(Choice):
    """Where an exchange stands on a given day."""

    en_cours = "en-cours", "en cours"
    pourvu = "pourvu", "pourvu"
    termine = "termine", "terminé"


class Exchange(Publication):
    """What an association, or the town, offers or looks for.

    It has a last day: without one, lists would fill with offers that nobody answers for any more. Nothing is
    booked here: `contact` is whom to write to.
    """

    sens: Direction
    quoi: Matter
    quantite: Text | None = None
    association: OrganiserName
    lieu: Text | None = None
    conditions: Phrase | None = None
    delai: Text | None = None
    jusqu_a: PartialDate
    pourvu_le: PartialDate | None = None
    contact: Contact
    image: Picture | None = None

    @property
    def address(self) -> str:
        return f"/echanges/{self.id}/"

    def over(self, today: dt.date) -> bool:
        """Whether it is no use to answer it any more."""
        return self.state(today) is not ExchangeState.en_cours

    def state(self, today: dt.date) -> ExchangeState:
        """Settled from the day on which it was, else over after its last day."""
        if self.pourvu_le and self.pourvu_le.first <= today:
            return ExchangeState.pourvu
        return ExchangeState.en_cours if today <= self.jusqu_a.last else ExchangeState.termine


def ending_exchanges(those: tuple[Exchange, ...], look: Look) -> Iterator[Reminder]:
    """Whoever announced an exchange says, before it ends, whether it is settled or goes on."""
    for one in those:
        if not one.over(look.today) and look.is_near(one.jusqu_a.last, look.within.appel):
            yield Reminder(
                Urgency.UPKEEP,
                one.jusqu_a.last,
                look.named(one.association),
                "cet échange va se terminer.",
                "S’il est pourvu, écrivez « pourvu_le » ; s’il dure, repoussez « jusqu_a ».",
                one.origin.at("jusqu_a"),
                one,
            )


EXCHANGE = Kind(
    attribute="exchanges",
    model=Exchange,
    one="échange",
    many="échanges",
    folder="content/echanges",
    optional=True,
    order=when_published,
    newest=True,
    reminders=(ending_exchanges,),
    link="echange",
    section=Section(
        "/echanges/",
        "Échanges",
        "Ce que les associations se prêtent, se proposent et cherchent.",
        rank=85,
        under="/appels/",
        words="prêt prêter emprunter matériel tables chaises entraide mutualiser covoiturage propose cherche",
        task="Prêter, emprunter, chercher de l’aide",
        drawing="materiel",
    ),
    shell="echange",
    feed=Feed("Échanges", "Ce que les associations proposent et cherchent.", "Échange", "echange"),
    search=Search("Échanges et salles", "échange prêt prêter emprunter propose cherche besoin", 45),
    card=True,
    letter="Échanges",
    data=(DataSet("echanges", "Les échanges, offres et demandes, un par ligne.", "publie_le"),),
    over=Exchange.over,
)
