"""Which column of a table of answers is to which question.

A row is of a person (Google Forms, Microsoft Forms, Framaforms, LimeSurvey, Sphinx), or of an answer, where
the headings are « personne », « question » and « reponse ». Answers of which several may be chosen stand in
one cell, or each in a column of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hub.model.names import fold
from hub.model.questionnaire import CHOSEN, Question
from hub.model.responses import Responses, Row

FIRST_ROWS = 4
"""Rows among which the headings are: those of Framaforms have three."""

PEOPLE = frozenset("personne numero participant repondant id".split())
ASKED, ANSWERED = frozenset(("question",)), frozenset("reponse valeur".split())

NOTHING = frozenset(("", "n a", "na", "sans reponse", "pas de reponse", "non reponse"))
"""What exports write where nothing was answered, folded."""

NOT_CHOSEN = NOTHING | frozenset("0 non n no false faux".split()) | {"non selectionne", "not selected"}
"""What they write in the column of an answer that was not chosen."""


class Given(NamedTuple):
    """What a person answered to a question, as it is written; with `chosen`, the rank of the option whose
    column it is."""

    line: int
    words: str
    chosen: int | None = None


class Column(NamedTuple):
    """A column that answers a question, by its rank; with `option`, one of its answers."""

    at: int
    question: int
    option: int | None = None


class Laid(NamedTuple):
    """The answers by the rank of their question, a list a person who answered it; `people` answered at
    least one.

    `unasked` are the headings that are of no question, and `line` is that of the headings.
    """

    people: int
    given: dict[int, list[list[Given]]]
    found: frozenset[int]
    unasked: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    line: int = 1


def laid(questions: Sequence[Question], responses: Responses) -> Laid:
    """Which answers are to which question."""
    rows = responses.rows
    if rows and (listed := _listed(rows[0])):
        return _of_answers(questions, rows, *listed)
    best = max(range(min(FIRST_ROWS, len(rows))), key=lambda at: _found(questions, rows, at), default=0)
    columns = list(_columns(questions, rows, best)) if rows else []
    return _of_people(rows, best, columns)


def heading(words: str) -> str:
    """A heading as it is compared: without the signs that forms add to a question."""
    return fold(words)


def _listed(head: Row) -> tuple[int, int, int] | None:
    """Where person, question and answer stand in a table that has a row an answer; None for another."""
    names = [fold(cell) for cell in head.cells]
    found = [next((n for n, one in enumerate(names) if one in of), -1) for of in (PEOPLE, ASKED, ANSWERED)]
    return (found[0], found[1], found[2]) if min(found) >= 0 and len(set(found)) == len(found) else None


def _of_answers(
    questions: Sequence[Question], rows: Sequence[Row], who: int, asked: int, answered: int
) -> Laid:
    ranks = {heading(one.heading): rank for rank, one in enumerate(questions)}
    given: dict[int, dict[str, list[Given]]] = defaultdict(lambda: defaultdict(list))
    people, unasked = (
        set(),
        dict.fromkeys(
            cell for n, cell in enumerate(rows[0].cells) if cell and n not in (who, asked, answered)
        ),
    )
    named: dict[str, None] = {}
    for row in rows[1:]:
        person, question, words = (_cell(row, at) for at in (who, asked, answered))
        named[question] = None
        rank = ranks.get(heading(question))
        if rank is None:
            unasked[question] = None
        elif fold(words) not in NOTHING:
            people.add(person)
            given[rank][person].append(Given(row.line, words))
    by_question = {rank: list(those.values()) for rank, those in given.items()}
    found = frozenset(ranks[name] for one in named if (name := heading(one)) in ranks)
    return Laid(len(people), by_question, found, tuple(unasked), tuple(named), rows[0].line)


def _found(questions: Sequence[Question], rows: Sequence[Row], at: int) -> int:
    """How many questions have a column, were the headings in that row."""
    return len({column.question for column in _columns(questions, rows, at)})


def _columns(questions: Sequence[Question], rows: Sequence[Row], at: int) -> Iterator[Column]:
    """The columns that answer a question, where the headings are in that row."""
    ranks = {heading(one.heading): rank for rank, one in enumerate(questions)}
    groups = [_spread(row.cells) for row in rows[:at]]
    for n, words in enumerate(rows[at].cells):
        name = heading(words)
        if name in ranks and name:
            yield Column(n, ranks[name])
        elif found := _of_option(questions, ranks, words, [one[n] for one in groups if n < len(one)]):
            yield Column(n, *found)


def _spread(cells: tuple[str, ...]) -> list[str]:
    """A row of headings of groups, each over the columns up to the next."""
    spread, last = [], ""
    for cell in cells:
        last = cell or last
        spread.append(last)
    return spread


_BRACKETED = re.compile(r"(?P<before>[^\[\]]*)\[(?P<option>[^\[\]]*)\]")


def _of_option(
    questions: Sequence[Question], ranks: dict[str, int], words: str, above: Sequence[str]
) -> tuple[int, int] | None:
    """The question and the option of which a column is: « Question [Option] », « Question - Option », or the
    option under the question."""
    for rank, question in (
        (ranks[name], questions[ranks[name]]) for name in map(heading, above) if name in ranks
    ):
        if (option := option_of(question, words)) is not None:
            return rank, option
    if found := _BRACKETED.fullmatch(words):
        rank = ranks.get(heading(found["before"]), -1)
        chosen = rank >= 0 and questions[rank].type in CHOSEN
        return (rank, _option(questions[rank], found["option"])) if chosen else None
    name = heading(words)
    for known, rank in ranks.items():
        if name.startswith(f"{known} ") and questions[rank].type in CHOSEN:
            option = option_of(questions[rank], name.removeprefix(known))
            if option is not None:
                return rank, option
    return None


def option_of(question: Question, words: str) -> int | None:
    """The rank of the option that these words are; None for none."""
    name = fold(words)
    return next((n for n, one in enumerate(question.options) if fold(one) == name), None)


def _option(question: Question, words: str) -> int:
    """The same, where any other words are one more option: what people wrote beside those."""
    found = option_of(question, words)
    return len(question.options) if found is None else found


def _of_people(rows: Sequence[Row], at: int, columns: list[Column]) -> Laid:
    given: dict[int, list[list[Given]]] = defaultdict(list)
    body, people = rows[at + 1 :], 0
    for row in body:
        own: dict[int, list[Given]] = defaultdict(list)
        for column in columns:
            words = _cell(row, column.at)
            if fold(words) not in (NOTHING if column.option is None else NOT_CHOSEN):
                own[column.question].append(Given(row.line, words, column.option))
        people += bool(own)
        for rank, those in own.items():
            given[rank].append(those)
    head = rows[at].cells if rows else ()
    known = {column.at for column in columns}
    unasked = tuple(
        words
        for n, words in enumerate(head)
        if n not in known and words and any(_cell(row, n) for row in body)
    )
    found = frozenset(column.question for column in columns)
    return Laid(people, dict(given), found, unasked, head, rows[at].line if rows else 1)


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""
