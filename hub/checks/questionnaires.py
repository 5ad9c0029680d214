"""Rules of questionnaires (Q): what they ask, when, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.model.hub import Hub
from hub.model.laid import heading
from hub.model.names import fold
from hub.model.questionnaire import CHOSEN, FEWEST, Question, Questionnaire, QuestionType
from hub.sources import Position


def questions_say_their_answers(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A question has what its type needs, and nothing of another."""
    for one in hub.questionnaires:
        for rank, question in enumerate(one.questions):
            if found := _of_question(question):
                field, message, remedy = found
                yield problem("Q006", one.origin.at("questions", rank, field), message, remedy)
        yield from _same_column(one)


def _of_question(question: Question) -> tuple[str, str, str] | None:
    kind = question.type
    twice = [name for name, n in Counter(map(fold, question.options)).items() if n > 1]
    if kind in CHOSEN and len(question.options) < FEWEST:
        return (
            "type",
            f"Cette question ({kind.libelle}) ne dit pas les réponses que l'on pouvait choisir.",
            "Écrivez-les toutes dans « options » : elles seront comptées une à une.",
        )
    if kind not in CHOSEN and question.options:
        return (
            "options",
            f"Une question à laquelle on répond par « {kind.value} » n'a pas d'« options ».",
            "Retirez-les, ou écrivez « type: choix » ou « type: plusieurs ».",
        )
    if twice:
        return ("options", "Une même réponse est deux fois dans « options ».", "Gardez-la une fois.")
    if question.gardees and kind is not QuestionType.texte:
        return (
            "gardees",
            f"Des réponses ne se gardent que d'une question libre, et celle-ci est « {kind.value} ».",
            "Retirez « gardees », ou écrivez « type: texte ».",
        )
    return None


def _same_column(one: Questionnaire) -> Iterator[Problem]:
    """Each question has a column of its own."""
    met: set[str] = set()
    for rank, question in enumerate(one.questions):
        name = heading(question.heading)
        if name in met:
            yield problem(
                "Q006",
                one.origin.at("questions", rank),
                f"Deux questions ont la même colonne : « {question.heading} ».",
                "Retirez l'une des deux, ou donnez à chacune sa « colonne ».",
            )
        met.add(name)


def days_in_order(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """It begins, ends, and is counted after its end: counted again each week, two counts would tell what the
    last one to answer said."""
    for one in hub.questionnaires:
        if one.debut and one.fin and one.fin.last < one.debut.first:
            yield problem(
                "Q011",
                one.origin.at("fin"),
                f"Le questionnaire finit ({one.fin}) avant de commencer ({one.debut}).",
                "Corrigez l'une des deux dates.",
            )
        elif one.depouille_le and one.fin is None:
            yield problem(
                "Q011",
                one.origin.at("depouille_le"),
                "Les réponses seraient comptées, et la fin du questionnaire n'est pas dite.",
                "Écrivez dans « fin » le dernier jour où l'on pouvait répondre.",
            )
        elif one.depouille_le and one.fin and one.depouille_le.last < one.fin.first:
            yield problem(
                "Q011",
                one.origin.at("depouille_le"),
                f"Les réponses auraient été comptées ({one.depouille_le}) avant la fin ({one.fin}).",
                "Attendez la fin : deux comptes successifs diraient ce qu'a répondu la dernière personne.",
            )


def results_come_from_answers(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What is said to be counted has its answers beside it, and its questions."""
    for one in hub.questionnaires:
        if not one.depouille_le or hub.spoiled.has("questionnaires", one.id):
            continue
        if one.id not in hub.responses:
            yield problem(
                "Q012",
                one.origin.at("depouille_le"),
                f"Les réponses sont dites comptées, et il n'y a pas de fichier {one.id}.csv à côté.",
                f"Mettez-les dans content/questionnaires/{one.id}.csv, ou retirez « depouille_le ».",
            )
        elif not one.questions:
            yield problem(
                "Q012",
                one.origin.missing("questions"),
                "Les réponses sont dites comptées, et aucune question n'est décrite.",
                "Décrivez-les dans « questions » : la question, son type, ses réponses.",
            )


def outcomes_are_in_minutes(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The minutes in which something was decided exist."""
    known = hub.keys["cr"]
    for one in hub.questionnaires:
        for rank, outcome in enumerate(one.suites):
            name = outcome.compte_rendu
            if name and name not in known and not hub.spoiled.has("minutes", name):
                yield problem(
                    "Q013",
                    one.origin.at("suites", rank, "compte_rendu"),
                    f"Il n'y a pas de compte rendu « {name} ».",
                    did_you_mean(name, known, "Écrivez le nom de son fichier, sans « .md »."),
                )


def outcomes_are_followed(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The project in which something goes on is one that the minutes follow."""
    if hub.spoiled.unknown or hub.spoiled.keys.get("minutes") or hub.spoiled.keys.get("projets"):
        return  # what cannot be read may name it
    told = (one.project.names if one.project else (one.name,) for one in hub.threads.values())
    names = [name for those in told for name in those]
    for one in hub.questionnaires:
        for rank, outcome in enumerate(one.suites):
            if outcome.projet and hub.thread(outcome.projet) is None:
                yield problem(
                    "Q015",
                    one.origin.at("suites", rank, "projet"),
                    f"Aucun compte rendu ne suit de projet « {outcome.projet} ».",
                    did_you_mean(
                        outcome.projet, names, "Écrivez son nom comme le compte rendu, ou retirez-le."
                    ),
                )


def answers_have_their_questionnaire(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A table of answers stands beside the questionnaire of its name."""
    names = [one.id for one in hub.questionnaires]
    for name, responses in hub.responses.items():
        if name not in names and not hub.spoiled.has("questionnaires", name):
            yield problem(
                "Q003",
                Position(responses.path, 1, 1),
                f"Ces réponses ne sont celles d'aucun questionnaire : il n'y a pas de « {name}.md » à côté.",
                did_you_mean(name, names, "Donnez aux deux fichiers le même nom, ou retirez celui-ci."),
            )


CHECKS = (
    questions_say_their_answers,
    days_in_order,
    results_come_from_answers,
    outcomes_are_in_minutes,
    outcomes_are_followed,
    answers_have_their_questionnaire,
)
