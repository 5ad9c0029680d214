"""Minutes of the council's meetings, and the actions they decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pydantic import PrivateAttr

from hub.model.attachment import AttachedDocument
from hub.model.bureau import Count
from hub.model.fields import (
    TO_CONFIRM,
    AssociationName,
    Choice,
    Consent,
    Entity,
    Id,
    Moment,
    PartialDate,
    Passage,
    Text,
)
from hub.model.kind import Awaited, DataSet, Feed, Kind, Search, Section
from hub.model.noun import Noun
from hub.model.reminder import SERVICE, Look, Reminder, Urgency, later
from hub.model.vote import Vote
from hub.model.wording import DEFAULT, Wording

LATE = dt.timedelta(days=366)
"""How long after a meeting its minutes are still news."""


class Body(Choice):
    """The body of the council that met."""

    bureau = "bureau", "bureau"
    pleniere = "pleniere", "assemblée plénière"
    commission = "commission", "commission"
    groupe_de_travail = "groupe-de-travail", "groupe de travail"


class MinutesStatus(Choice):
    """Whether the next meeting has approved them."""

    projet = "projet", "projet, à approuver à la prochaine réunion"
    adopte = "adopte", "adopté"
    a_confirmer = TO_CONFIRM, "à confirmer"


class ActionState(Choice):
    """How far an action is."""

    a_faire = "a-faire", "à faire"
    en_cours = "en-cours", "en cours"
    fait = "fait", "fait"
    abandonne = "abandonne", "abandonné"
    a_confirmer = TO_CONFIRM, "état à confirmer"


PENDING = (ActionState.a_faire, ActionState.en_cours)
OPEN = (*PENDING, ActionState.a_confirmer)
"""Nobody has said that it is over."""


class TownAttendee(Entity):
    """Somebody of the town at a meeting, by function; a name for elected officials only."""

    fonction: Text
    nom: Text | None = None


class Action(Entity):
    """A row of the table « Synthèse et suivi »: to be done, as long as nobody says more."""

    projet: Text
    quoi: Passage
    qui: tuple[Text, ...] = ()
    echeance: PartialDate | None = None
    etat: ActionState = ActionState.a_faire


class Minutes(Entity):
    """The minutes of one meeting; the text is the file's body."""

    _words = PrivateAttr(default=None)  # the `Wording` of its town; it has no type, for it is no field

    instance: Body
    date: PartialDate
    statut: MinutesStatus
    adopte_le: PartialDate | None = None
    adopte_par: Id | None = None
    publie_le: PartialDate | None = None
    lieu: Text | None = None
    presents: tuple[AssociationName, ...] = ()
    excuses: tuple[AssociationName, ...] = ()
    ville: tuple[TownAttendee, ...] = ()
    quorum: Count | None = None
    ordre_du_jour: tuple[Text, ...] = ()
    votes: tuple[Vote, ...] = ()
    suivi: tuple[Action, ...] = ()
    prochaine: Moment | None = None
    consentement: Consent | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    def model_post_init(self, context: Any) -> None:
        super().model_post_init(context)
        for vote in self.votes:
            vote.at(len(self.presents))

    @property
    def id(self) -> str:
        return self.origin.document.stem

    @property
    def address(self) -> str:
        return f"/comptes-rendus/{self.id}/"

    @property
    def body(self) -> Noun:
        """What the town calls the body that met."""
        words: Wording = self._words or DEFAULT
        return words.noun(self.instance.name)

    @property
    def text(self) -> str:
        return self.origin.document.body


def drafts(those: tuple[Minutes, ...], look: Look) -> Iterator[Reminder]:
    """A draft is adopted at the next meeting of its body."""
    days = look.within.compte_rendu
    for one in those:
        if one.statut is MinutesStatus.projet and look.has_been(one.date.last, days):
            yield Reminder(
                Urgency.LATE,
                later(one.date.last, days),
                SERVICE,
                "il est encore un projet.",
                "Faites-le adopter à la prochaine réunion, puis écrivez « statut: adopte ».",
                one.origin.at("statut"),
                one,
            )


MINUTES = Kind(
    attribute="minutes",
    model=Minutes,
    one="compte rendu",
    many="comptes rendus",
    folder="minutes",
    order=lambda minutes: (minutes.date, minutes.id),
    newest=True,
    awaited=(
        Awaited("associations présentes", ("presents",)),
        Awaited("par qui", ("qui",), each="suivi"),
    ),
    reminders=(drafts,),
    link="cr",
    section=Section(
        "/comptes-rendus/",
        "Comptes rendus",
        "Les réunions {du conseil} et leurs suites.",
        rank=30,
        menu=True,
        entry="Décisions",
        words="CR PV procès-verbal procès-verbaux réunions décisions dernier",
        drawing="decisions",
    ),
    shell="compte-rendu",
    frames={"comptes-rendus": 2, "comptes-rendus-suite": 3},  # a year, the pages that follow its first
    feed=Feed("Comptes rendus", "Un message par réunion.", "Compte rendu", "compte-rendu", cited=True),
    search=Search("Comptes rendus", "compte rendu CR PV procès-verbal réunion décision", 30),
    card=True,
    letter="Comptes rendus parus",
    data=(
        DataSet("reunions", "Les réunions qui ont un compte rendu."),
        DataSet("actions", "Les actions décidées en réunion, avec leur état."),
        DataSet(
            "votes",
            "Les votes des réunions, dans les colonnes nationales des délibérations.",
            optional=True,
        ),
    ),
    over=lambda minutes, day: minutes.date.last + LATE < day,
)
