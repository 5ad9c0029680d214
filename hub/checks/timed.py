"""What the rules of what comes back (E) hold of."""

from __future__ import annotations

from hub.model.hub import Hub
from hub.model.offer import ACTIVITY
from hub.model.timed import Timed


def timed(hub: Hub) -> tuple[Timed, ...]:
    """All that takes place at some time: dates and activities."""
    return (*hub.events, *hub.of(ACTIVITY))
