"""What one hears of an address: it answers, it moved, it is gone, or nobody can tell."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class State(Enum):
    """What an address is worth, the gravest first; the value is the title under which it is told."""

    GONE = "N’existent plus"
    SILENT = "Ne répondent pas"
    MOVED = "Ont changé d’adresse"
    BY_HAND = "À vérifier à la main"
    LEFT = "Pas encore regardées, faute de temps"
    ALIVE = "Répondent"


class Answer(NamedTuple):
    """What was heard: `said` is a French phrase, `to` the new address of what moved; `reached` whether some
    machine was there to say it."""

    state: State
    said: str = ""
    to: str = ""
    reached: bool = True


GONE = {404: "page introuvable (404)", 410: "page retirée (410)"}

GUARDED = frozenset((401, 402, 403, 407, 423, 429, 451, 999))
"""What a site answers to programs, and not to people: nothing is known (999 is LinkedIn's)."""


def of_status(status: int) -> Answer:
    """What a final status (RFC 9110 15) says of an address."""
    if status < 300:
        return Answer(State.ALIVE)
    if status in GONE:
        return Answer(State.GONE, GONE[status])
    if status in GUARDED:
        return Answer(State.BY_HAND, f"le site ne répond pas aux programmes ({status})")
    if status >= 500:
        return Answer(State.SILENT, f"le site est en panne ({status})")
    return Answer(State.BY_HAND, f"réponse inattendue ({status})")
