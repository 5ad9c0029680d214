"""The headings of a text, and their anchors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hub.model.names import fold
from hub.prose.event import Event, Kind
from hub.prose.words import words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the index of its event, its level as written (1 to 6), its words, its anchor in the page."""

    index: int
    level: int
    words: str
    anchor: str


def headings(events: Sequence[Event]) -> list[Heading]:
    """The headings of a text in order, each with an anchor of its own: `election`, then `election_1`.

    Those of notes are no parts of the text.
    """
    found: list[Heading] = []
    taken: dict[str, int] = {}
    notes = -1
    for index, event in enumerate(events):
        if event.kind is Kind.NOTE:
            notes = max(notes, event.other)
        elif event.kind is Kind.HEADING and index > notes:
            title = " ".join(words(_without_images(events, index)).split("\n"))
            found.append(Heading(index, event.value, title, _unique(anchor(title), taken)))
    return found


def anchor(title: str) -> str:
    """An anchor in ASCII, as a clerk would guess it: « Élection » -> `election`."""
    return "-".join(fold(re.sub(r"['’\-·]", " ", title)).split()) or "section"


def _unique(anchor: str, taken: dict[str, int]) -> str:
    """`anchor`, numbered where it was given already; `taken` counts how often each was."""
    number = taken.get(anchor, 0)
    taken[anchor] = number + 1
    if not number:
        return anchor
    return _unique(f"{anchor}_{number}", taken)


def _without_images(events: Sequence[Event], heading: int) -> list[Event]:
    """What stands in a heading, without the alternatives of its images."""
    kept: list[Event] = []
    at, end = heading + 1, events[heading].other
    while at < end:
        if events[at].kind is Kind.IMAGE:
            at = events[at].other
        else:
            kept.append(events[at])
        at += 1
    return kept
