"""Who came for the town, named among the associations: « Mme Modèle, service de la vie associative »."""

from __future__ import annotations

from hub.importing.functions import Function, ordinary
from hub.importing.ledger import Ledger
from hub.importing.people import People
from hub.model.names import fold

_FEMININE = {"direction": True, "service": False, "services": False, "cabinet": False}
"""The offices of a town, and whether their noun is feminine."""
_OFFICIALS = frozenset(
    "adjoint adjointe maire elu elue elus elues conseiller conseillere agent agente agents agentes".split()
)
"""The functions that nobody has in an association."""


def is_office(words: str) -> bool:
    """Whether words say an office of the town, or a function in it."""
    said = [
        word
        for word in fold(words.replace("'", " ")).split(" ")
        if word not in ("le", "la", "l", "les", "un", "une")
    ]
    first = said[0] if said else ""
    return first in _FEMININE or first in _OFFICIALS


def met_for_town(piece: str, people: People, ledger: Ledger) -> list[str]:
    """The functions of who came: a person before one has it, and is left out."""
    name, _, words = piece.rpartition(", ")
    said = ordinary(words)
    first = fold(said).split(" ")[0]
    if name:
        ledger.person(name)
        bare = said[:1].lower() + said[1:]
        people.learn(name, Function(bare, _FEMININE[first]) if first in _FEMININE else Function.of(words))
    ledger.told(words)
    return [said]
