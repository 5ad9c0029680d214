"""What was found in texts, kept from one build to the next: a text that is as it was is not read again.

It holds as long as the text does, and the answers to what its rules asked about the town (`checks.known`). A
problem stands at a line of a file: it is kept for the same file. A thing of a register, whose line moves with
each one before it, is known by what it says, where nothing was found in it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from hub.catalogue import CATALOGUE, Severity
from hub.checks.known import QUESTIONS, Known
from hub.checks.problem import Problem
from hub.checks.retold import Told, told_of
from hub.checks.runner import PROSE_RULES
from hub.kept.cupboard import Cupboard
from hub.model import Hub
from hub.model.walk import things
from hub.sources.heads import Heads

DRAWER, READ = "textes", "lectures"

Kept = Mapping[str, list[Any]]
"""By what a thing says: for each of its texts the field, what was asked and answered, and the problems."""


class Texts:
    """What is kept of the texts of a town in `cupboard`, by the same `program`."""

    def __init__(self, cupboard: Cupboard, program: str) -> None:
        self._cupboard, self._key = cupboard, program

    @cached_property
    def heads(self) -> Heads:
        """The YAML that was read before; what is read is to be found in it too."""
        return Heads(self._cupboard.read(READ, self._key) or b"{}")

    def recall(self, hub: Hub, today: dt.date) -> None:
        """Have `hub` remember what was found in the texts that it has still."""
        kept = loads(self._cupboard.read(DRAWER, self._key) or b"{}")
        known = Known(hub, today)
        for thing in things(hub) if kept else ():
            for loc, asked, problems in kept.get(hub.memory.of(_name, thing), ()):
                told = _told(asked, problems)
                if told and _still(known, told):
                    told_of(hub, thing, PROSE_RULES)[tuple(loc)] = told

    def keep(self, hub: Hub) -> None:
        """Keep what was read, and what `hub` remembers, once it was checked."""
        self._cupboard.write(DRAWER, self._key, dumps(hub))
        if self.heads.are_others:
            self._cupboard.write(READ, self._key, self.heads.dumps())


def dumps(hub: Hub) -> bytes:
    """What was found in the texts of `hub`, as JSON."""
    said = {
        hub.memory.of(_name, thing): found for thing in things(hub) if (found := list(_found(hub, thing)))
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def loads(data: bytes) -> Kept:
    """What `dumps` gave, as far as its shape goes; nothing for anything else."""
    try:
        said = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {
        name: those for name, those in said.items() if isinstance(those, list) and all(map(_is_one, those))
    }


def _is_one(said: Any) -> bool:
    """Whether that is the field of a text, what was asked, and what was found."""
    if not (isinstance(said, list) and len(said) == 3 and all(isinstance(part, list) for part in said)):
        return False
    loc, asked, problems = said
    return all(type(key) in (str, int) for key in loc) and all(type(one) is list for one in asked + problems)


def _name(thing: Any) -> str:
    """What tells a thing, and where a problem of its texts stands."""
    document, loc = thing.origin
    column = document.position(*loc).column  # by which YAML tells what belongs to what
    digest = hashlib.sha256(f"{document.path}\n{loc[:1]} {column}\n".encode())
    for part in (document.said(*loc),) if loc else (document.head, document.body.encode()):
        digest.update(part)
    return digest.hexdigest()


def _found(hub: Hub, thing: Any) -> Iterator[list[Any]]:
    for loc, told in told_of(hub, thing, PROSE_RULES).items():
        if told.asked is not None and not (thing.origin.loc and told.problems):
            asked = [[*question, _written(answer)] for question, answer in told.asked.items()]
            yield [loc, asked, told.problems]


def _written(answer: Any) -> Any:
    return {"set": sorted(answer)} if isinstance(answer, frozenset) else answer


def _read(written: Any) -> Any:
    if isinstance(written, dict):
        return frozenset(written["set"])
    return tuple(written) if isinstance(written, list) else written


def _told(asked: list[list[Any]], problems: list[list[Any]]) -> Told | None:
    """What was found in a text; None for what never is."""
    try:
        questions = {(str(name), *map(str, of)): _read(answer) for name, *of, answer in asked}
        found = tuple(map(_problem, problems))
    except (ValueError, TypeError, KeyError):
        return None
    return Told(questions, found) if all(question[0] in QUESTIONS for question in questions) else None


def _problem(said: list[Any]) -> Problem:
    """Raises ValueError, TypeError and KeyError for what is none."""
    path, line, column, code, severity, message, remedy = said
    if not all(isinstance(one, str) for one in (path, code, message, remedy)):
        raise TypeError("no text")
    if not all(type(one) is int for one in (line, column)) or CATALOGUE[code].severity != severity:
        raise ValueError("no problem")
    return Problem(path, line, column, code, Severity(severity), message, remedy)


def _still(known: Known, told: Told) -> bool:
    """Whether what was asked has the same answers; what nobody could ask has none."""
    try:
        return known.still(told.asked)
    except (LookupError, TypeError):
        return False
