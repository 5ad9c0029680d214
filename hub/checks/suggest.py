"""« Vouliez-vous dire … ? »: the closest of the words that would have been right, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from hub.model.hub import Hub
from hub.model.names import fold
from hub.sources import Origin
from hub.sources.document import Key

CLOSE_ENOUGH = 75.0
"""Below this similarity (percent, on folded text) a suggestion misleads more than it helps."""

COMPARISONS = 10_000_000
"""How many pairs of words one rule compares: some seconds of work, and every mistake of a usual town."""


class Candidate(NamedTuple):
    """A word that would have been right; `origin` and `loc` say where it is written, in a register."""

    word: str
    origin: Origin | None = None
    loc: tuple[Key, ...] = ()

    def __str__(self) -> str:
        if not self.origin:
            return f"« {self.word} »"
        at = self.origin.at(*self.loc)
        return f"« {self.word} » ({at.path}:{at.line})"


class Suggestions:
    """Suggestions among candidates that are gathered and folded once, when there is a mistake to explain."""

    def __init__(self, candidates: Callable[[], Iterable[Candidate]]) -> None:
        self._gather = candidates
        self._candidates: list[Candidate] = []
        self._folded: list[str] = []
        self._found: dict[str, Candidate | None] = {}
        self.compared = 0

    def closest(self, word: str) -> Candidate | None:
        """The candidate most like `word`, accents and case aside.

        None when none is close, or when so many mistakes were explained that this one must do without.
        """
        if not self._candidates:
            self._candidates = list(self._gather())
            self._folded = [fold(candidate.word) for candidate in self._candidates]
        if word not in self._found:
            if self.compared >= COMPARISONS:
                return None
            self._found[word] = self._search(word)
        return self._found[word]

    def _search(self, word: str) -> Candidate | None:
        from rapidfuzz import fuzz, process  # loaded only when there is a mistake to explain

        self.compared += len(self._folded)
        found = process.extractOne(fold(word), self._folded, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
        if found and _same_number(word, found[0]):
            return self._candidates[found[2]]
        return None

    def did_you_mean(self, word: str, otherwise: str) -> str:
        """The question, or `otherwise` where nothing is close."""
        found = self.closest(word)
        return f"Vouliez-vous dire {found} ?" if found else otherwise


def _same_number(word: str, other: str) -> bool:
    """Whether the digits of two words differ by one at most: another date is another meeting."""
    one, two = (re.sub(r"\D", "", text) for text in (word, other))
    if len(one) != len(two):
        return abs(len(one) - len(two)) <= 1
    return sum(a != b for a, b in zip(one, two, strict=True)) <= 1


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word`; None when none is close."""
    found = Suggestions(lambda: map(Candidate, candidates)).closest(word)
    return found.word if found else None


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str) -> str:
    """The question, among a few words that stand nowhere."""
    return Suggestions(lambda: map(Candidate, candidates)).did_you_mean(word, otherwise)


def spellings(hub: Hub) -> Iterable[Candidate]:
    """Every name, alias, spelling and id of an association."""
    for association in hub.associations:
        origin = association.origin
        yield Candidate(association.nom, origin, ("nom",))
        for key in ("alias", "graphies"):
            for index, name in enumerate(getattr(association, key)):
                yield Candidate(name, origin, (key, index))
        yield Candidate(association.id, origin, ("id",))
