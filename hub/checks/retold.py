"""What was found in a text is found again, while it and what was asked about the town are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from hub.checks.known import Known, Question
from hub.checks.problem import Problem
from hub.checks.texts import Prose, Rule
from hub.model.hub import Hub
from hub.model.walk import Body, texts
from hub.prose import read
from hub.sources.document import Key


class Told(NamedTuple):
    """What the rules found in a text, and what they asked about the town (`Known.asked`)."""

    asked: Mapping[Question, Any] | None
    problems: tuple[Problem, ...]


def problems_of_texts(hub: Hub, known: Known, rules: tuple[Rule, ...]) -> Iterator[tuple[Problem, ...]]:
    """What these rules find in every text of `hub`, which `known` knows, text by text.

    A text is read for its rules and let go. One in which they looked before, the same object in a hub made
    from another, is not read where all that they asked has the same answer.
    """
    for body in texts(hub):
        told = told_of(hub, body.thing, rules)
        before = told.get(body.loc)
        if before is None or not known.still(before.asked):
            before = told[body.loc] = _look(body, known, rules)
        yield before.problems


def told_of(hub: Hub, thing: Any, rules: tuple[Rule, ...]) -> dict[tuple[Key, ...], Told]:
    """What these rules found in the texts of a thing, by field; others may put there what they know."""
    return hub.memory.of(_keeper(rules), thing)


@cache
def _keeper(rules: tuple[Rule, ...]) -> Callable[[Any], dict[tuple[Key, ...], Told]]:
    """What makes the place where is kept, by field, what these rules found in the texts of a thing."""
    return lambda thing: {}


def _look(body: Body, known: Known, rules: tuple[Rule, ...]) -> Told:
    prose = Prose(read(body.words), body.thing, body.loc)
    known.listen()
    problems = tuple(found for rule in rules for found in rule(prose, known))
    return Told(known.asked, problems)
