"""Rules of the answers to questionnaires (Q): each column is asked for, each answer is expected.

No cell is ever repeated in a message: what people answered is theirs, and messages are kept by forges.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from hub.checks.problem import Problem, problem
from hub.checks.secrecy import SHOWN, lines_of
from hub.checks.suggest import closest, did_you_mean
from hub.model.answered import is_given, unread
from hub.model.hub import Hub
from hub.model.laid import Laid, heading, laid
from hub.model.questionnaire import Questionnaire
from hub.model.responses import Responses
from hub.sources import Position
from hub.sources.tree import TABLE


class Answered(NamedTuple):
    """A questionnaire, its table, and which answers are to which question."""

    one: Questionnaire
    responses: Responses
    laid: Laid

    @property
    def missing(self) -> list[int]:
        """The ranks of the questions that have no column; of two that have the same, Q006 tells."""
        names = [heading(question.heading) for question in self.one.questions]
        found = {names[rank] for rank in self.laid.found}
        return [rank for rank, name in enumerate(names) if name not in found]

    def at(self, line: int) -> Position:
        return Position(self.responses.path, line, 1)


def _answered(hub: Hub) -> list[Answered]:
    return [
        Answered(one, responses, laid(one.questions, responses))
        for one in hub.questionnaires
        if one.questions and (responses := hub.responses.get(one.id))
    ]


def questions_have_their_column(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The answers to a question are in the table."""
    for one in hub.once(_answered):
        free = [name for name in one.laid.headings if name in one.laid.unasked]
        for rank in one.missing:
            question = one.one.questions[rank]
            where = ("questions", rank, "colonne" if question.colonne else "question")
            help_ = "Recopiez dans « colonne » le titre qu'elle a dans le fichier."
            yield problem(
                "Q004",
                one.one.origin.at(*where),
                f"Aucune colonne de {one.one.id}{TABLE} ne s'appelle « {question.heading} ».",
                did_you_mean(question.heading, free, help_),
            )


def columns_have_their_question(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A column that is of no question is taken out: the day and the hour, an address, an identifier tell who
    answered (RGPD, article 5.1.c)."""
    for one in hub.once(_answered):
        meant = {closest(one.one.questions[rank].heading, one.laid.unasked) for rank in one.missing}
        unasked = [name for name in one.laid.unasked if name not in meant]  # Q004 tells those
        if unasked:
            names = ", ".join(f"« {_short(name)} »" for name in unasked[:SHOWN])
            more = len(unasked) - SHOWN
            rest = f" et {more} autre{'s' if more > 1 else ''}" if more > 0 else ""
            several = len(unasked) > 1
            what = (
                "ces colonnes ne sont d'aucune question"
                if several
                else "cette colonne n'est d'aucune question"
            )
            yield problem(
                "Q005",
                one.at(one.laid.line),
                f"{names}{rest} : {what}.",
                "Effacez-les dans le fichier avant de l'enregistrer ici : la date, l'adresse ou le numéro "
                "d'une réponse disent de qui elle est. Si c'en est une, décrivez-la dans « questions ».",
            )


def answers_are_expected(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An answer is one of those that the question offers, a note is on its scale, a number is one."""
    for one in hub.once(_answered):
        for found in unread(one.one, one.laid):
            question, many = one.one.questions[found.rank], len(found.lines) > 1
            what = "réponses ne sont pas de celles" if many else "réponse n'est pas de celles"
            yield problem(
                "Q007",
                one.at(found.lines[0]),
                f"« {question.question} » : {len(found.lines)} {what} qu'elle attend "
                f"({lines_of(found.lines)}).",
                f"{'Elles comptent' if many else 'Elle compte'} pour « Autre réponse »."
                " Si c'est une réponse proposée, ajoutez-la à « options », écrite de même."
                if question.options
                else f"{'Elles ne comptent' if many else 'Elle ne compte'} pas. "
                "Vérifiez le type de la question, et sa note la plus haute.",
            )


def kept_texts_were_given(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A text that is kept is one that somebody wrote."""
    for one in hub.once(_answered):
        for rank, question in enumerate(one.one.questions):
            for index, kept in enumerate(question.gardees):
                if rank in one.laid.found and not is_given(kept, one.laid, rank):
                    yield problem(
                        "Q008",
                        one.one.origin.at("questions", rank, "gardees", index),
                        f"Personne n'a écrit cela en réponse à « {question.question} ».",
                        "Recopiez la réponse telle qu'elle est ; « (…) » remplace ce que vous en retirez.",
                    )


def _short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


CHECKS = (
    questions_have_their_column,
    columns_have_their_question,
    answers_are_expected,
    kept_texts_were_given,
)
