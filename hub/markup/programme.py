"""The programme of trainings in words: its terms, and the places that are left."""

from __future__ import annotations

from typing import NamedTuple

from hub.markup import dates
from hub.model.training import Training

_TERMS = ("Janvier à mars", "Avril à juin", "Juillet à septembre", "Octobre à décembre")
UNDATED = "Dates à fixer"


class Term(NamedTuple):
    """A term: its key, an anchor, and its title."""

    key: str
    title: str


def term_of(training: Training) -> Term:
    """The term in which a training begins, as far as that is known."""
    day = training.begins
    if day is None or day.month is None:
        year = f" en {day.year}" if day else ""
        return Term(f"_a-fixer-{day.year}" if day else "_a-fixer", UNDATED + year)
    number = (day.month - 1) // 3
    return Term(f"_{day.year}-{number + 1}", f"{_TERMS[number]} {day.year}")


def places(training: Training) -> str:
    """« 6 places restantes sur 15, au 18 novembre 2026 », « complet (15 places) », « 15 places »; or ''."""
    whole, left, day = training.places, training.restantes, training.restantes_le
    of = f" sur {whole}" if whole is not None else ""
    counted = f", au {dates.date(day)}" if day else ""
    if left:
        return f"{left} place{'s' if left > 1 else ''} restante{'s' if left > 1 else ''}{of}{counted}"
    if left == 0:
        return f"Complet{f' ({whole} places)' if whole else ''}{counted}"
    return f"{whole} place{'s' if whole > 1 else ''}" if whole else ""
