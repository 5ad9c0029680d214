"""How far projects are: how much of what was decided is done, their state in words and as a stripe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hub.markup.typography import thousands
from hub.model.minutes import ActionState
from hub.model.project import ProjectState
from hub.model.thread import Followed, Thread


class Progress(NamedTuple):
    """« 3 actions faites sur 5, 1 abandonnée »; in hundredths what is done, None where one action alone would
    be a drawing of yes or no."""

    words: str
    part: float | None


def progress(actions: Iterable[Followed]) -> Progress | None:
    """How far these actions are; None where there are none. What was given up is not waited for."""
    states = Counter(one.etat for one in actions)
    done, given_up = states[ActionState.fait], states[ActionState.abandonne]
    expected = states.total() - given_up
    if not states:
        return None
    told = (
        f"{_done(done, expected)}, {_feminine(given_up, 'abandonnée')}" if given_up else _done(done, expected)
    )
    return Progress(told, round(100 * done / expected, 1) if expected > 1 else None)


def _done(done: int, expected: int) -> str:
    if not expected:
        return "Aucune action à suivre"
    if done == expected:
        return f"Les {thousands(done)} actions sont faites" if done > 1 else "Une action, faite"
    if expected == 1:
        return "Une action, pas encore faite"
    if not done:
        return f"Aucune action faite sur {thousands(expected)}"
    return f"{_feminine(done, 'action faite')} sur {thousands(expected)}"


def standing(thread: Thread) -> str:
    """How far a project is: as its text says, else as what is left to be done of it says."""
    if thread.project:
        return str(thread.project.etat.libelle)
    return "en cours" if thread.open else "sans action ouverte"


def stripe(thread: Thread) -> str:
    """The state of an action that has the colour and the sign of a project."""
    told = _STRIPES.get(thread.project.etat) if thread.project else None
    return (told or (ActionState.en_cours if thread.open else ActionState.fait)).value


_STRIPES = {
    ProjectState.en_pause: ActionState.a_faire,
    ProjectState.a_confirmer: ActionState.a_confirmer,
    ProjectState.abandonne: ActionState.abandonne,
}
"""Of a project whose text says more than its actions do."""


def _feminine(number: int, words: str) -> str:
    """« 2 actions faites »."""
    return f"{thousands(number)} {' '.join(f'{one}s' for one in words.split()) if number > 1 else words}"
