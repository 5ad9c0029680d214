"""What an answer says: the options that it names, its number, whether it is one that its question expects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hub.model.laid import Given, Laid, option_of
from hub.model.names import fold
from hub.model.questionnaire import FEWEST, Question, Questionnaire, QuestionType


class Unread(NamedTuple):
    """Answers to a question that are none of those expected: their lines."""

    rank: int
    lines: tuple[int, ...]


def chosen(question: Question, those: Sequence[Given]) -> Iterator[int]:
    """The ranks of the options that a person chose; one more stands for any other answer."""
    for one in those:
        if one.chosen is not None:
            yield one.chosen
        elif question.type is QuestionType.choix:
            found = option_of(question, one.words)
            yield len(question.options) if found is None else found
        else:
            yield from _in_one_cell(question, one.words)


_BETWEEN = re.compile(r"[;,|\n/]")


def _in_one_cell(question: Question, words: str) -> Iterator[int]:
    """The options named in a cell, between commas, semicolons or bars, which stand in some of them too: the
    longest one that fits is taken each time."""
    longest = max((len(_BETWEEN.split(one)) for one in question.options), default=1)
    parts = _BETWEEN.split(words)
    at = 0
    while at < len(parts):
        ends = range(min(at + longest, len(parts)), at, -1)
        fits = ((end, option_of(question, " ".join(parts[at:end]))) for end in ends if parts[at].strip())
        end, found = next(((end, rank) for end, rank in fits if rank is not None), (at + 1, None))
        if found is not None or parts[at].strip():
            yield len(question.options) if found is None else found
        at = end


_THOUSANDS = re.compile("(?<=\\d)[ \u00a0\u202f](?=\\d{3}(?!\\d))")

_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?")


def number(words: str) -> float | None:
    """« 3 », « 2,5 », « 4 - Satisfait », « 12 heures » as a number; None for what begins with none."""
    found = _NUMBER.match(_THOUSANDS.sub("", words))
    return float(found[0].replace(",", ".")) if found else None


def numbers(given: list[list[Given]]) -> Iterator[float]:
    """The numbers that people answered, those that are none left out."""
    for those in given:
        value = number(those[0].words)
        if value is not None:
            yield value


def unread(questionnaire: Questionnaire, answers: Laid) -> Iterator[Unread]:
    """The answers that are none of those that their question expects."""
    for rank, question in enumerate(questionnaire.questions):
        lines = [
            one.line
            for those in answers.given.get(rank, [])
            for one in those
            if not _is_expected(question, one)
        ]
        if lines:
            yield Unread(rank, tuple(lines))


def _is_expected(question: Question, one: Given) -> bool:
    match question.type:
        case QuestionType.note:
            return number(one.words) in question.notes
        case QuestionType.nombre:
            return number(one.words) is not None
        case QuestionType.choix | QuestionType.plusieurs:
            options = question.options  # where there are none to choose from, that is what is wrong
            return len(options) < FEWEST or len(options) not in set(chosen(question, (one,)))
    return True


_LEFT_OUT = re.compile(r"[(\[] ?(?:…|\.\.\.) ?[)\]]")


def is_given(kept: str, answers: Laid, rank: int) -> bool:
    """Whether a text that was kept stands in an answer to the question: « (…) » stands for what was left
    out."""
    parts = [fold(part) for part in _LEFT_OUT.split(kept)]
    return any(
        _in_order(fold(one.words), [part for part in parts if part])
        for those in answers.given.get(rank, [])
        for one in those
    )


def _in_order(words: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        found = words.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return bool(parts)
