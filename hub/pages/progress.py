"""How far projects are: how much of what was decided is done, their state in words and as a stripe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hub.markup.typography import thousands
from hub.model.minutes import PENDING, ActionState
from hub.model.project import ProjectState
from hub.model.thread import Followed, Thread


class Progress(NamedTuple):
    """« 3 actions faites sur 5, 1 abandonnée »; in hundredths what is done, None where one action alone would
    be a drawing of yes or no, and where nobody knows how far they are."""

    words: str
    part: float | None


def progress(actions: Iterable[Followed]) -> Progress | None:
    """How far these actions are; None where there are none. As in the figures, those whose state nobody has
    said are counted apart: they are no more undone than done."""
    states = Counter(one.etat for one in actions)
    if not states:
        return None
    done, given_up = states[ActionState.fait], states[ActionState.abandonne]
    unknown = states[ActionState.a_confirmer]
    known = states.total() - unknown
    if not known:
        many = f"On ne sait pas où en sont les {thousands(unknown)} actions"
        return Progress(many if unknown > 1 else "Une action, dont l’état est à confirmer", None)
    told = _done(done, known, given_up)
    if unknown:
        others = f"de {thousands(unknown)} autres" if unknown > 1 else "d’une autre"
        told = f"{told} ; l’état {others} est à confirmer"
    return Progress(told, round(100 * done / known, 1) if 1 < known != given_up else None)


def _done(done: int, known: int, given_up: int) -> str:
    if given_up == known:
        return f"Les {thousands(known)} actions sont abandonnées" if known > 1 else "Une action, abandonnée"
    if done == known:
        return f"Les {thousands(done)} actions sont faites" if done > 1 else "Une action, faite"
    if known == 1:
        return "Une action, pas encore faite"
    none = f"Aucune action faite sur {thousands(known)}"
    told = f"{_feminine(done, 'action faite')} sur {thousands(known)}" if done else none
    return f"{told}, {_feminine(given_up, 'abandonnée')}" if given_up else told


def standing(thread: Thread) -> str:
    """How far a project is: as its text says, else as what is left to be done of it says."""
    if thread.project:
        return str(thread.project.etat.libelle)
    if not thread.open:
        return "sans action ouverte"
    return "en cours" if _pending(thread) else ActionState.a_confirmer.libelle


def stripe(thread: Thread) -> str:
    """The state of an action that has the colour and the sign of a project."""
    told = _STRIPES.get(thread.project.etat) if thread.project else None
    if told:
        return told.value
    if not thread.open:
        return ActionState.fait.value
    return (ActionState.en_cours if _pending(thread) else ActionState.a_confirmer).value


def _pending(thread: Thread) -> bool:
    """Whether something is known to be left to do."""
    return any(one.etat in PENDING for one in thread.open)


_STRIPES = {
    ProjectState.en_cours: ActionState.en_cours,
    ProjectState.termine: ActionState.fait,
    ProjectState.en_pause: ActionState.a_faire,
    ProjectState.a_confirmer: ActionState.a_confirmer,
    ProjectState.abandonne: ActionState.abandonne,
}
"""Of a project that has a text."""


def _feminine(number: int, words: str) -> str:
    """« 2 actions faites »."""
    return f"{thousands(number)} {' '.join(f'{one}s' for one in words.split()) if number > 1 else words}"
