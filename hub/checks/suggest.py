"""« Vouliez-vous dire … ? »: the closest of the words that would have been right."""

from __future__ import annotations

from collections.abc import Iterable

from hub.model.names import fold

CLOSE_ENOUGH = 75.0
"""Below this similarity (percent, on folded text) a suggestion misleads more than it helps."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word`, accents and case aside; None when none is close."""
    from rapidfuzz import fuzz, process  # loaded only when there is a mistake to explain

    folded = {candidate: fold(candidate) for candidate in candidates}
    found = process.extractOne(fold(word), folded, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return found[2] if found else None


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str) -> str:
    """The question, or `otherwise` where nothing is close."""
    found = closest(word, candidates)
    return f"Vouliez-vous dire « {found} » ?" if found else otherwise
