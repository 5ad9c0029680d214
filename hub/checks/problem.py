"""A problem: where, how grave, what is wrong in the writer's words, what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hub.sources import Position


class Severity(StrEnum):
    """Errors stop a build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """Ordered by file, line and column. `message` and `remedy` are French sentences."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    remedy: str

    def __str__(self) -> str:
        word = "erreur" if self.severity is Severity.ERROR else "avertissement"
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {word} {self.code} {self.message} {self.remedy}".rstrip()


def error(code: str, at: Position, message: str, remedy: str) -> Problem:
    """A mistake that stops the build."""
    return Problem(*at, code, Severity.ERROR, message, remedy)


def warning(code: str, at: Position, message: str, remedy: str) -> Problem:
    """Something to look at, that never blocks somebody else's correction."""
    return Problem(*at, code, Severity.WARNING, message, remedy)
