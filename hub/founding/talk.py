"""The questions, one after the other, in a terminal: a wrong answer is taught, and asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hub.founding.answers import Answers
from hub.founding.questions import QUESTIONS, Question
from hub.founding.replies import WrongAnswerError
from hub.markup.typography import french
from hub.model.fields import TO_CONFIRM
from hub.model.names import fold

Ask = Callable[[str], str]
Say = Callable[[str], None]

UNKNOWN = frozenset(("", fold(TO_CONFIRM), "je ne sais pas", "?"))
"""What means that nobody knows."""


def talked(ask: Ask = input, say: Say = print) -> Answers:
    """The answers of somebody to whom `say` shows a line, and `ask` too, that reads one.

    Raises EOFError where there is nobody any more.
    """
    known: dict[str, Any] = {}
    for question in QUESTIONS:
        if question.asked(known):
            _answer(question, known, ask, say)
            say("")
    return Answers.model_construct(**known)


def _answer(question: Question, known: dict[str, Any], ask: Ask, say: Say) -> None:
    """Put the answer to a question among what is `known`."""
    if question.many:
        known[question.name] = ()
    while True:
        say(french(question.words(known)))
        value = _read(question, known, ask, say)
        if not question.many:
            known[question.name] = value
            return
        if value is None:
            return
        known[question.name] = (*known[question.name], value)


def _read(question: Question, known: dict[str, Any], ask: Ask, say: Say) -> Any:
    while True:
        answer = " ".join(ask("   > ").split())
        if fold(answer) in UNKNOWN or not answer:
            usual = question.usual(known)
            if usual != "":
                return usual
        try:
            return question.read(answer, known)
        except WrongAnswerError as wrong:
            say(french(f"     {wrong}"))
