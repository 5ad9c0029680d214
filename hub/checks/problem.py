"""A problem: where, how grave, what is wrong in the writer's words, what to do."""

from __future__ import annotations

from typing import NamedTuple

from hub.catalogue import CATALOGUE, Severity
from hub.sources import Position


def word_of(severity: Severity) -> str:
    """The French word for a severity."""
    return "erreur" if severity is Severity.ERROR else "avertissement"


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
        return self.said(word_of(self.severity))

    def said(self, word: str) -> str:
        """The line that tells it, `word` being what it is: an error, a warning, something to do."""
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {word} {self.code} {self.message} {self.remedy}".rstrip()


def problem(code: str, at: Position, message: str, remedy: str) -> Problem:
    """The problem of breaking the rule `code`; the catalogue says how grave that is."""
    return Problem(*at, code, CATALOGUE[code].severity, message, remedy)
