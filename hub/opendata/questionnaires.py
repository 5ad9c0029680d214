"""The open data of questionnaires: a row a question and an answer, counted, and never a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model import Hub
from hub.model.questionnaire import Questionnaire
from hub.model.tally import Choice, Result, tally

COLUMNS = tuple("questionnaire fin numero question type rang reponse nombre reponses moyenne".split())


def rows(hub: Hub) -> Iterator[dict[str, Any]]:
    """The rows of every questionnaire whose answers were counted."""
    for one in hub.questionnaires:
        yield from of_questionnaire(hub, one)


def of_questionnaire(hub: Hub, one: Questionnaire) -> list[dict[str, Any]]:
    """The rows of a questionnaire: one an answer, and one of the question alone where no answer is told."""
    found = tally(one, hub.responses.get(one.id))
    return [
        {
            "questionnaire": one.id,
            "fin": str(one.fin) if one.fin else None,
            "numero": result.rank,
            "question": result.question.question,
            "type": str(result.question.type),
            "rang": rank,
            "reponse": list(choice.answers),
            "nombre": choice.number,
            "reponses": result.people,
            "moyenne": result.mean,
        }
        for result in (found.results if found else ())
        for rank, choice in enumerate(_choices(result), start=1)
    ]


def _choices(result: Result) -> tuple[Choice, ...]:
    told = (*result.choices, *(Choice((answer,), None) for answer in result.almost_all))
    return told or (Choice((), None),)
