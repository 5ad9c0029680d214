"""Trainings: the programme of a town, each with its sessions, who teaches, and the places that are left."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from hub.model.attachment import AttachedDocument
from hub.model.audience import EventAudience
from hub.model.fields import (
    Choice,
    Contact,
    End,
    Entity,
    Moment,
    OrganiserName,
    PartialDate,
    Passage,
    Phrase,
    Text,
)
from hub.model.kind import Awaited, DataSet, Feed, Kind, Search, Section
from hub.model.publication import Publication, when_published
from hub.model.recurrence import Place

Number = Annotated[int, Field(ge=0, le=100_000)]


class TrainingState(Choice):
    """Where a training stands on a given day."""

    ouverte = "ouverte", "places libres"
    complete = "complete", "complet"
    a_venir = "a-venir", "à venir"
    en_cours = "en-cours", "commencée"
    a_programmer = "a-programmer", "date à fixer"
    annulee = "annulee", "annulé"
    passee = "passee", "passé"


class Session(Entity):
    """One time that it takes place, which is also a date of the calendar."""

    debut: Moment
    fin: End | None = None
    lieu: Place | None = None
    annule: Passage | None = None
    modifie_le: Moment | None = None

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return max(self.debut.last, self.fin.last if self.fin else self.debut.last)


class Training(Publication):
    """A training. `intervenants` are who teaches, associations or functions; `restantes` are the places that
    were left on the day `restantes_le`."""

    theme: Text
    seances: tuple[Session, ...] = ()
    periode: PartialDate | None = None
    intervenants: tuple[Text, ...] = ()
    organisateurs: tuple[OrganiserName, ...] = ()
    public: EventAudience | None = None
    tarif: Phrase | None = None
    inscription: Contact | None = None
    places: Number | None = None
    restantes: Number | None = None
    restantes_le: PartialDate | None = None
    annule: Passage | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/formations/{self.id}/"

    @property
    def held(self) -> tuple[Session, ...]:
        """The sessions that take place, in the order of their days."""
        kept = () if self.annule else tuple(one for one in self.seances if not one.annule)
        return tuple(sorted(kept or self.seances, key=lambda one: one.debut))

    @property
    def begins(self) -> PartialDate | None:
        """When it begins, as far as that is known."""
        return self.held[0].debut if self.held else self.periode

    def over(self, day: dt.date) -> bool:
        """Whether its last session is past; without any, whether the time it was planned for is."""
        if self.seances:
            return max(one.last for one in self.held) < day
        return self.periode is not None and self.periode.last < day

    def state(self, day: dt.date) -> TrainingState:
        """A training is said open only where somebody counted the places that are left."""
        if self.annule or (self.seances and all(one.annule for one in self.seances)):
            return TrainingState.annulee
        if self.over(day):
            return TrainingState.passee
        if not self.seances:
            return TrainingState.a_programmer
        if self.held[0].debut.last < day:
            return TrainingState.en_cours
        if self.restantes is None:
            return TrainingState.a_venir
        return TrainingState.ouverte if self.restantes else TrainingState.complete


TRAINING = Kind(
    attribute="formations",
    model=Training,
    one="formation",
    feminine=True,
    many="formations",
    folder="content/formations",
    optional=True,
    order=when_published,
    newest=True,
    awaited=(Awaited("qui enseigne", ("intervenants",)), Awaited("inscription", ("inscription",))),
    link="formation",
    section=Section(
        "/formations/",
        "Programme des formations",
        "Ce qui est proposé, trimestre par trimestre : qui enseigne, et combien de places restent.",
        rank=72,
        under="/agenda/",
        words="se former apprendre cours stage programme bénévoles trimestre places inscription",
        drawing="formation",
    ),
    shell="formation",
    feed=Feed("Programme des formations", "Un message par formation au programme.", "Formation", "formation"),
    search=Search("Agenda", "formation cours stage apprendre places inscription", 20),
    card=True,
    letter="Au programme des formations",
    data=(DataSet("formations", "Les formations du programme, une par ligne.", "publie_le"),),
    over=Training.over,
)
