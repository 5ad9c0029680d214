"""What the page of a meeting shows of its votes, and of the minutes that it adopted."""

from __future__ import annotations

from typing import Any, NamedTuple

from hub.markup import elections
from hub.markup.titles import minutes_title
from hub.model.adoption import adopting
from hub.model.minutes import MINUTES, Minutes
from hub.model.vote import Vote
from hub.pages.page import Pages, shared


class Told(NamedTuple):
    """A vote as shown: its voices in words, in hundredths those for, None where none are told, and the
    address of its project, '' where that has no page."""

    vote: Vote
    voices: str
    part: float | None
    project: str


class Meeting(NamedTuple):
    """A meeting as another names it."""

    address: str
    title: str


def of_minutes(tools: Pages, minutes: Minutes) -> dict[str, Any]:
    """The votes of a meeting; who adopted its minutes, which it adopted."""
    return {
        "votes": [told(tools, vote) for vote in minutes.votes],
        "adopted_by": tools.once(_adopted_by).get(minutes.id),
        "adopts": tools.once(_adopts).get(minutes.id, ()),
    }


def told(tools: Pages, vote: Vote) -> Told:
    """A vote as a page shows it."""
    counts = vote.counts
    thread = tools.hub.thread(vote.projet) if vote.projet else None
    address = thread.address if thread and thread.paged else ""
    if counts is None:
        return Told(vote, elections.counted(vote), None, address)
    part = round(100 * counts.pour / counts.cast, 1) if counts.cast else 0
    return Told(vote, elections.voices(counts), part, address)


@shared
def _adopted_by(tools: Pages) -> dict[str, Meeting]:
    """The meeting that adopted the minutes of each."""
    return {key: _named(other) for key, other in adopting(tools.hub).items()}


@shared
def _adopts(tools: Pages) -> dict[str, list[Meeting]]:
    """The minutes that each meeting adopted, newest first."""
    found: dict[str, list[Meeting]] = {}
    links = adopting(tools.hub)
    for minutes in tools.hub.of(MINUTES):
        if minutes.id in links:
            found.setdefault(links[minutes.id].id, []).append(_named(minutes))
    return found


def _named(minutes: Minutes) -> Meeting:
    return Meeting(minutes.address, minutes_title(minutes))
