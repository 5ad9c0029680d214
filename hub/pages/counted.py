"""The answers to a question, drawn: a bar an answer, in the table that says its number."""

from __future__ import annotations

from typing import NamedTuple

from hub.markup.typography import decimal
from hub.model.questionnaire import QuestionType
from hub.model.tally import Choice, Result

WHOLE = 100


class Bar(NamedTuple):
    """A row: its answers, their number and their part in words, and `length`, that part out of 100."""

    answers: tuple[str, ...]
    number: str
    part: str
    length: int

    @property
    def together(self) -> bool:
        """Whether several answers are counted together."""
        return len(self.answers) > 1


class Counted(NamedTuple):
    """A question as its page shows it: how many answered and how, the rows, sentences, texts that were kept.

    `mean` is a number in words, and `of` what it is of.
    """

    rank: int
    title: str
    people: str
    bars: list[Bar]
    mean: str
    of: str
    told: str
    kept: tuple[str, ...]


def counted(result: Result) -> Counted:
    """What a page shows of a question."""
    question, people = result.question, result.people
    if people is None:
        words = (
            "Moins de cinq réponses"
            if question.gardees
            else "Moins de cinq réponses : elles ne sont pas données."
        )
        return Counted(result.rank, question.question, words, [], "", "", "", question.gardees)
    return Counted(
        result.rank,
        question.question,
        f"{people} réponses{_HOW.get(question.type, '')}",
        [_bar(one, people) for one in result.choices],
        decimal(result.mean) if result.mean is not None else "",
        f"sur {question.maximum}" if question.type is QuestionType.note else question.unite or "",
        _told(result),
        question.gardees,
    )


_HOW = {QuestionType.plusieurs: " ; on pouvait en choisir plusieurs"}


def _bar(choice: Choice, people: int) -> Bar:
    if choice.number is None:
        return Bar(choice.answers, "non donné", "", 0)
    part = round(WHOLE * choice.number / people)
    return Bar(choice.answers, str(choice.number), f"{part} %", part)


def _told(result: Result) -> str:
    """What is said where numbers are not."""
    if result.question.type is QuestionType.texte:
        return "" if result.question.gardees else "Lues, et non publiées."
    if result.almost_all:
        return f"Presque toutes les personnes qui ont répondu ont choisi : {' ; '.join(result.almost_all)}."
    if not result.hidden or result.choices:
        return ""
    if result.mean is not None and result.question.type is QuestionType.note:
        return "La répartition des notes n’est pas donnée : moins de cinq personnes ont mis l’une d’elles."
    return "Les réponses ne sont pas données : trop peu de personnes ont répondu autrement que les autres."
