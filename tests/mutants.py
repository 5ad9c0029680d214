"""Good sources with one character too many or too few, and what `check` says of each.

`Town.judge` reads one mutant and tells whether its problem stands where the hand slipped. Only the mutated
file is read again, and only what it may change is checked again: `tests/test_mutations.py` compares this
with the whole check.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hub.checks import Problem, Severity
from tests.rechecking import Rechecker
from tests.towns import EXAMPLE, TODAY

INSERTED = ":- \"'#[]{},é\n\t\u00a0@*a0"
"""What a hurried hand types without seeing it."""

DELETED = ""

REGISTERS = ("associations.yaml", "bureau.yaml")
OF_REFERENCES = {"A010", "A011", "A012", "B008", "B009", "L002"}
"""Problems of who names a thing: the line of the slip is told where the name is still alike."""


class Mutant(NamedTuple):
    """A file with the character `typed` before `index`, or without that at `index` when it is ''."""

    path: str
    index: int
    typed: str

    def of(self, text: str) -> str:
        rest = self.index if self.typed else self.index + 1
        return text[: self.index] + self.typed + text[rest:]

    def line(self, text: str) -> int:
        """The line where the hand slipped, from 1."""
        return text.count("\n", 0, self.index) + 1


class Verdict(StrEnum):
    """What came of a mutant."""

    CLEAN = "clean"
    WARNED = "warned"
    AT = "at the line"
    NEXT = "next to it"
    NAMED = "named"
    EXCUSED = "excused"
    ELSEWHERE = "elsewhere"


class Judged(NamedTuple):
    """A mutant, what came of it, its new problems, and the seconds of the processor it took."""

    mutant: Mutant
    verdict: Verdict
    problems: list[Problem]
    seconds: float


class Town:
    """The example town, one file of which is mutated at a time."""

    def __init__(self) -> None:
        self.texts = {
            file.relative_to(EXAMPLE).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(EXAMPLE.rglob("*"))
            if file.suffix in (".md", ".yaml", ".yml")
        }
        self.rechecker = Rechecker(EXAMPLE, TODAY)

    def mutants(self, path: str, typed: str) -> Iterator[Mutant]:
        """Every mutant of a file by one character, or by each deletion when `typed` is ''."""
        for index in range(len(self.texts[path]) + bool(typed)):
            yield Mutant(path, index, typed)

    def judge(self, mutant: Mutant) -> Judged:
        start = time.process_time()
        text = self.texts[mutant.path]
        problems = self.new(self.rechecker.recheck(mutant.path, mutant.of(text)))
        verdict = _verdict(problems, mutant, mutant.line(text))
        return Judged(mutant, verdict, problems, time.process_time() - start)

    def new(self, found: list[Problem]) -> list[Problem]:
        """The problems that the town has not when it is not mutated, whatever their lines."""
        known = Counter(map(_said, self.rechecker.problems))
        new = []
        for one in found:
            known[_said(one)] -= 1
            if known[_said(one)] < 0:
                new.append(one)
        return new


def _said(problem: Problem) -> tuple[str, str, str, str]:
    return (problem.path, problem.code, problem.message, problem.remedy)


def _verdict(problems: list[Problem], mutant: Mutant, line: int) -> Verdict:
    """A warning does not make up for an error that stands elsewhere."""
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if not errors:
        return Verdict.WARNED if problems else Verdict.CLEAN
    distances = [abs(one.line - line) for one in errors if one.path == mutant.path]
    if distances and min(distances) <= 1:
        return Verdict.NEXT if min(distances) else Verdict.AT
    if any(
        f"{mutant.path}:{near}" in re.findall(r"[\w./-]+:\d+", one.remedy)
        for one in errors
        for near in range(line - 1, line + 2)
    ):
        return Verdict.NAMED
    return Verdict.EXCUSED if excuse(problems, mutant) else Verdict.ELSEWHERE


def excuse(problems: list[Problem], mutant: Mutant) -> str | None:
    """Why the problem of this mutant cannot stand at its line; None when it could."""
    codes = {one.code for one in problems if one.severity is Severity.ERROR}
    if mutant.path in REGISTERS and codes <= OF_REFERENCES:
        return "a definition is gone from a register, and nothing like it is left to be named"
    return None
