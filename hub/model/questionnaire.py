"""Questionnaires: what people were asked, and what was decided from what they answered.

The answers stand beside, in a table of the same name (`hub.model.responses`), which is published nowhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from hub.model.attachment import AttachedDocument
from hub.model.fields import (
    TO_CONFIRM,
    AssociationName,
    Choice,
    Contact,
    Entity,
    Id,
    Meaning,
    PartialDate,
    Passage,
    Text,
    Url,
)
from hub.model.kind import Awaited, DataSet, Feed, Kind, Search, Section
from hub.model.publication import Publication, when_published
from hub.model.reminder import SERVICE, Look, Reminder, Urgency


class QuestionType(Choice):
    """How a question is answered."""

    choix = "choix", "une seule réponse"
    plusieurs = "plusieurs", "plusieurs réponses possibles"
    note = "note", "une note"
    nombre = "nombre", "un nombre"
    texte = "texte", "une réponse libre"


CHOSEN = (QuestionType.choix, QuestionType.plusieurs)
"""The answers are those of a list."""


FEWEST = 2
"""Answers that such a question offers at least."""


class Question(Entity):
    """What was asked: `colonne` is its heading in the table of answers, where that is not the question."""

    question: Text
    type: QuestionType
    colonne: Annotated[Text, Meaning.NUMBER] | None = None
    options: tuple[Text, ...] = ()
    minimum: Annotated[int, Field(ge=0, le=1)] = 1
    maximum: Annotated[int, Field(ge=2, le=10)] = 5
    unite: Text | None = None
    gardees: tuple[Passage, ...] = ()

    @property
    def heading(self) -> str:
        return self.colonne or self.question

    @property
    def notes(self) -> range:
        """The notes that one may give."""
        return range(self.minimum, self.maximum + 1)


class Outcome(Entity):
    """What was decided from the answers, and where."""

    quoi: Passage
    compte_rendu: Id | None = None
    projet: Text | None = None


class QuestionnaireState(Choice):
    """Where a questionnaire stands on a given day."""

    a_venir = "a-venir", "à venir"
    ouvert = "ouvert", "ouvert"
    a_confirmer = TO_CONFIRM, "date de fin à confirmer"
    depouillement = "depouillement", "clos, réponses pas encore comptées"
    resultats = "resultats", "résultats publiés"
    passe = "passe", "passé, fin inconnue"


OPEN = (QuestionnaireState.ouvert, QuestionnaireState.a_confirmer)
A_YEAR = dt.timedelta(days=365)


class Questionnaire(Publication):
    """A questionnaire: its answers are told from `depouille_le` on, the day on which they were counted."""

    aupres_de: Text | None = None
    comment: Passage | None = None
    debut: PartialDate | None = None
    fin: PartialDate | None = None
    depouille_le: PartialDate | None = None
    lien: Url | None = None
    contact: Contact | None = None
    associations: tuple[AssociationName, ...] = ()
    questions: tuple[Question, ...] = ()
    suites: tuple[Outcome, ...] = ()
    documents: tuple[AttachedDocument, ...] = ()

    @property
    def address(self) -> str:
        return f"/questionnaires/{self.id}/"

    def over(self, today: dt.date) -> bool:
        """Whether one may not answer it any more, and nobody has counted what was answered."""
        return self.state(today) in (QuestionnaireState.depouillement, QuestionnaireState.passe)

    def state(self, today: dt.date) -> QuestionnaireState:
        """Whatever the day, once the answers were counted; never said open where no end is known."""
        if self.depouille_le:
            return QuestionnaireState.resultats
        if self.debut and self.debut.first > today:
            return QuestionnaireState.a_venir
        if self.fin is None:
            opened = self.debut or self.publie_le
            past = opened is not None and opened.last + A_YEAR < today
            return QuestionnaireState.passe if past else QuestionnaireState.a_confirmer
        return QuestionnaireState.ouvert if today <= self.fin.last else QuestionnaireState.depouillement


def answers_to_count(those: tuple[Questionnaire, ...], look: Look) -> Iterator[Reminder]:
    """Whoever answered waits to be told what came of it."""
    for one in those:
        if one.fin and one.state(look.today) is QuestionnaireState.depouillement:
            yield Reminder(
                Urgency.LATE,
                one.fin.last,
                SERVICE,
                "ce questionnaire est clos, et ses réponses ne sont pas publiées.",
                f"Rangez les réponses dans content/questionnaires/{one.id}.csv, décrivez les questions, puis "
                "écrivez « depouille_le ».",
                one.origin.at("fin"),
                one,
            )


QUESTIONNAIRE = Kind(
    attribute="questionnaires",
    model=Questionnaire,
    one="questionnaire",
    many="questionnaires",
    folder="content/questionnaires",
    optional=True,
    order=when_published,
    newest=True,
    awaited=(Awaited("date de fin", ("fin", "depouille_le")), Awaited("contact", ("contact",))),
    reminders=(answers_to_count,),
    link="questionnaire",
    section=Section(
        "/questionnaires/",
        "Questionnaires",
        "Ce qui a été demandé aux habitants et aux associations, et ce qui a été fait de leurs réponses.",
        rank=87,
        under="/appels/",
        words="enquête sondage consultation réponses avis résultats",
        drawing="question",
    ),
    shell="questionnaire",
    feed=Feed(
        "Questionnaires",
        "Un message par questionnaire, ouvert ou dépouillé.",
        "Questionnaire",
        "questionnaire",
    ),
    search=Search("Questionnaires", "questionnaire enquête sondage consultation résultats réponses", 55),
    card=True,
    letter="Questionnaires",
    data=(
        DataSet(
            "questionnaires",
            "Les réponses aux questionnaires, comptées : une question et un choix par ligne.",
            "fin",
        ),
    ),
    over=Questionnaire.over,
)
