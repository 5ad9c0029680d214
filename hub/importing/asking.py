"""The questions of several files, each asked once: a name that nine minutes give is one doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hub.importing.outcome import Question

SHOWN = 12
"""Places that are said of one question."""


class AskedOnce(NamedTuple):
    """A question, and the words that say where it is asked besides ('' for nowhere)."""

    question: Question
    also: str = ""


def asked_once(files: Sequence[Sequence[Question]]) -> list[list[AskedOnce]]:
    """The questions of each file; what is asked of several files stands in the first of them, and names the
    places in the others. What is asked of one file alone stays as it is."""
    places: dict[str, dict[int, list[str]]] = {}
    for at, questions in enumerate(files):
        for one in questions:
            places.setdefault(one.message.casefold(), {}).setdefault(at, []).append(one.place)
    return [
        [
            AskedOnce(one, _also(places[one.message.casefold()], at) if one is _first(questions, one) else "")
            for one in questions
            if at == min(places[one.message.casefold()])
        ]
        for at, questions in enumerate(files)
    ]


def _first(questions: Sequence[Question], asked: Question) -> Question:
    return next(one for one in questions if one.message.casefold() == asked.message.casefold())


def _also(places: dict[int, list[str]], at: int) -> str:
    others = [place for file, those in places.items() if file != at for place in those]
    if not others:
        return ""
    more = f" et {len(others) - SHOWN} autres" if len(others) > SHOWN else ""
    return f" De même : {', '.join(others[:SHOWN])}{more}."
