"""An action that minutes decide, in words."""

from __future__ import annotations

from dataclasses import dataclass

from hub.model.minutes import ActionState


@dataclass(frozen=True, slots=True)
class Action:
    """A row: what the model's `Action` holds, in words."""

    project: str
    what: str
    who: tuple[str, ...] = ()
    due: str = ""
    state: ActionState = ActionState.a_confirmer
