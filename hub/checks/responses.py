"""Rules of the answers to questionnaires (Q): each column is asked for, and nobody is known by them.

No cell is ever repeated in a message: what people answered is theirs, and messages are kept by forges.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from hub.checks.personal import Sort, personal
from hub.checks.problem import Problem, problem
from hub.checks.suggest import closest, did_you_mean
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.questionnaire import Questionnaire
from hub.model.responses import Laid, Responses, heading, laid
from hub.model.tally import is_given, unread
from hub.sources import Position
from hub.sources.attachment import DOCUMENTS
from hub.sources.separated import decoded, separated
from hub.sources.tree import TABLE

SHOWN = 5
"""Lines, or headings, that a message lists."""

SPREADSHEETS = (".ods", ".xlsx")


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
                f"({_lines(found.lines)}).",
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


def answers_reach_nobody(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No telephone, mailbox or number of a person is in a table of answers; a name is looked at again."""
    for name in sorted(hub.responses):
        responses = hub.responses[name]
        reached = _personal(responses, lambda sort: sort is not Sort.NAME)
        named = _personal(responses, lambda sort: sort is Sort.NAME)
        if reached:
            many = "ces lignes disent" if len(reached) > 1 else "cette ligne dit"
            yield problem(
                "Q009",
                Position(responses.path, reached[0], 1),
                f"Un portable, une boîte personnelle ou un numéro de personne : {many} de qui est la réponse "
                f"({_lines(reached)}).",
                "Effacez-les du fichier. S'il est déjà dans le dépôt, ils restent dans l'historique : "
                "« Ce qui ne s'écrit pas », dans Contribuer.",
            )
        if named:
            yield problem(
                "Q010",
                Position(responses.path, named[0], 1),
                f"Des réponses semblent nommer quelqu'un ({_lines(named)}).",
                "Relisez-les : remplacez un nom de personne par « (…) ». Le nom d'un lieu peut rester.",
            )


def _personal(responses: Responses, wanted: Callable[[Sort], bool]) -> list[int]:
    """The lines in which something of a person is, headings left out."""
    return [
        row.line
        for row in responses.rows[1:]
        if any(wanted(found.sort) for cell in row.cells for found in personal(cell))
    ]


def answers_stay_unpublished(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Documents are published: no table of answers is one."""
    for document in hub.documents.values():
        stem, extension = document.name.rpartition(".")[0], document.extension
        copied = extension in SPREADSHEETS and stem in hub.responses
        if copied or (extension == TABLE and _holds_answers(hub, document.data)):
            yield problem(
                "Q014",
                document.position,
                f"Ce document est un fichier de réponses : tout ce qui est dans {DOCUMENTS}/ est publié.",
                f"Retirez-le de {DOCUMENTS}/ : les réponses restent à côté du questionnaire, où elles sont "
                "comptées et ne sont pas publiées.",
            )


def _holds_answers(hub: Hub, data: Callable[[], bytes]) -> bool:
    """Whether a table has the columns of the answers to a questionnaire: the same headings, row for row."""
    if not hub.responses:
        return False
    try:
        rows = [cells for _, _, cells in separated(decoded(data()))]
    except (OSError, csv.Error):
        return False
    there = {_folded(cells) for cells in rows}
    return any(_is_copied(one.rows, there) for one in hub.responses.values())


def _is_copied(rows: Sequence[tuple[int, tuple[str, ...]]], there: set[tuple[str, ...]]) -> bool:
    """Whether the headings are there, or most of the answers."""
    if not rows:
        return False
    head, *body = [_folded(cells) for _, cells in rows]
    same = sum(row in there for row in body)
    return (len(head) > 1 and head in there) or (len(body) > 1 and same * 2 > len(body))


def _folded(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(cell) for cell in cells)


def _lines(lines: Sequence[int]) -> str:
    """« ligne 3 », « lignes 3, 8 et 12 », « lignes 1, 2, 3, 4, 5 et 12 autres »."""
    distinct = list(dict.fromkeys(lines))
    if len(distinct) == 1:
        return f"ligne {distinct[0]}"
    first, more = distinct[:SHOWN], len(distinct) - SHOWN
    if more > 0:
        return f"lignes {', '.join(map(str, first))} et {more} autre{'s' if more > 1 else ''}"
    return f"lignes {', '.join(map(str, first[:-1]))} et {first[-1]}"


def _short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


CHECKS = (
    questions_have_their_column,
    columns_have_their_question,
    answers_are_expected,
    kept_texts_were_given,
    answers_reach_nobody,
    answers_stay_unpublished,
)
