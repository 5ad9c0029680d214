"""The answers to a questionnaire, counted: all that is told of them, and nothing that tells who answered
what (`hub.model.disclosure`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hub.model.answered import chosen, numbers
from hub.model.disclosure import FEW, LEAST, of_mean, of_one_choice, of_several_choices
from hub.model.laid import Given, laid
from hub.model.questionnaire import Question, Questionnaire, QuestionType
from hub.model.responses import Responses

OTHER = "Autre réponse"


class Choice(NamedTuple):
    """Answers told together, most often one; `number` is None where it may not be told."""

    answers: tuple[str, ...]
    number: int | None


class Result(NamedTuple):
    """What is told of a question: how many people answered it, None where they are too few for anything to
    be told; the answers and their numbers; the mean; the answers of almost all.

    With `hidden`, some answers are told together, or not at all, so that nobody is known by them. `rank` is
    that of the question, from 1.
    """

    rank: int
    question: Question
    people: int | None
    choices: tuple[Choice, ...] = ()
    mean: float | None = None
    almost_all: tuple[str, ...] = ()
    hidden: bool = False


class _Told(NamedTuple):
    """What is told of a question, before it is looked at how many people answered it."""

    people: int
    choices: tuple[Choice, ...] = ()
    mean: float | None = None
    almost_all: tuple[str, ...] = ()
    hidden: bool = False


class Tally(NamedTuple):
    """The results of a questionnaire; `people` answered it, None where they are under `LEAST`."""

    people: int | None
    results: tuple[Result, ...]


def tally(questionnaire: Questionnaire, responses: Responses | None) -> Tally | None:
    """What is told of the answers; None where they were not counted, or where there are none."""
    if responses is None or questionnaire.depouille_le is None:
        return None
    answers = laid(questionnaire.questions, responses)
    if answers.people < LEAST:
        return Tally(None, ())
    results = (
        _result(rank, question, answers.given.get(rank, []))
        for rank, question in enumerate(questionnaire.questions)
    )
    return Tally(answers.people, tuple(results))


def _result(rank: int, question: Question, given: list[list[Given]]) -> Result:
    told = _TOLD[question.type](question, given)
    if told.people < LEAST:
        return Result(rank + 1, question, None, hidden=True)
    return Result(rank + 1, question, *told)


def _of_choice(question: Question, given: list[list[Given]]) -> _Told:
    names = (*question.options, OTHER)
    found = Counter(next(chosen(question, those), len(question.options)) for those in given)
    counts = [found[rank] for rank in range(len(names))]
    return _of_one(*_without_other(names, counts))


def _without_other(names: Sequence[str], counts: list[int]) -> tuple[Sequence[str], list[int]]:
    """Without the answer « other » where nobody gave it: the question may not have allowed one."""
    return (names, counts) if counts[-1] else (names[:-1], counts[:-1])


def _of_one(names: Sequence[str], counts: list[int]) -> _Told:
    told = of_one_choice(counts)
    cells = tuple(Choice(tuple(names[rank] for rank in cell.ranks), cell.number) for cell in told.cells)
    almost = () if told.almost_all is None else (names[told.almost_all],)
    return _Told(sum(counts), cells, almost_all=almost, hidden=len(cells) < len(names))


def _of_several(question: Question, given: list[list[Given]]) -> _Told:
    names = (*question.options, OTHER)
    found = Counter(rank for those in given for rank in set(chosen(question, those)))
    shown, counts = _without_other(names, [found[rank] for rank in range(len(names))])
    told = of_several_choices(counts, len(given))
    choices = tuple(Choice((name,), one) for name, one in zip(shown, told, strict=True))
    near = len(given) - LEAST if len(given) >= FEW else len(given)
    almost = tuple(name for name, n in zip(shown, counts, strict=True) if n > near)
    return _Told(len(given), _together(choices, almost), almost_all=almost, hidden=None in told)


def _together(choices: tuple[Choice, ...], almost: tuple[str, ...]) -> tuple[Choice, ...]:
    """Those that are told, then in one line those of which nothing is, but for those of `almost` all."""
    told = tuple(one for one in choices if one.number is not None)
    few = tuple(one.answers[0] for one in choices if one.number is None and one.answers[0] not in almost)
    return (*told, Choice(few, None)) if few else told


def _of_note(question: Question, given: list[list[Given]]) -> _Told:
    """The notes where each may be told, and then their mean; else the mean alone: with it, notes told
    together could be found."""
    notes = [note for note in numbers(given) if note in question.notes]
    counts = [notes.count(note) for note in question.notes]
    told = _of_one([str(note) for note in question.notes], counts)
    if notes and not told.hidden:
        return told._replace(mean=round(sum(notes) / len(notes), 1))
    return _Told(len(notes), mean=of_mean(notes, question.minimum, question.maximum), hidden=True)


def _of_number(question: Question, given: list[list[Given]]) -> _Told:
    found = list(numbers(given))
    mean = of_mean(found)
    return _Told(len(found), mean=mean, hidden=mean is None)


def _of_text(question: Question, given: list[list[Given]]) -> _Told:
    return _Told(len(given))


_TOLD: dict[QuestionType, Callable[[Question, list[list[Given]]], _Told]] = {
    QuestionType.choix: _of_choice,
    QuestionType.plusieurs: _of_several,
    QuestionType.note: _of_note,
    QuestionType.nombre: _of_number,
    QuestionType.texte: _of_text,
}
