"""Which meeting adopted the minutes of which: a link between two sets of minutes."""

from __future__ import annotations

from collections.abc import Mapping

from hub.model.hub import Hub
from hub.model.minutes import Minutes


def adopting(hub: Hub) -> Mapping[str, Minutes]:
    """The minutes of the meeting that adopted others, by the id of these: the one that they name, or that of
    the same body on the day that they say."""
    return hub.once(_adopting)


def _adopting(hub: Hub) -> Mapping[str, Minutes]:
    by_id = {minutes.id: minutes for minutes in hub.minutes}
    by_meeting = {(minutes.instance, minutes.date): minutes for minutes in reversed(hub.minutes)}
    found: dict[str, Minutes] = {}
    for minutes in hub.minutes:
        other = by_id.get(minutes.adopte_par or "")
        if other is None and minutes.adopte_le and not minutes.adopte_par:
            other = by_meeting.get((minutes.instance, minutes.adopte_le))
        if other is not None and other.id != minutes.id:
            found[minutes.id] = other
    return found
