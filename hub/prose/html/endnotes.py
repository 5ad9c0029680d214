"""The HTML of notes: their calls, and the links back from them.

Every identifier begins with `_`, as those of no heading do. Where a text stands without identifiers (in a
feed, a mail), a call leads to the note on the page of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from hub.prose.event import Event
from hub.prose.notes import Notes

BEGINS = '<div class="notes" role="doc-endnotes" aria-label="Notes">\n<hr>\n<ol>\n'
ENDS = "</ol>\n</div>"


class Endnotes:
    """The notes of a text, each with how many of its calls were written."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._notes = Notes(events)
        self._called: dict[int, int] = {}

    @property
    def listed(self) -> list[tuple[int, int]]:
        """The index of the event of each note that is called, and its number, in order."""
        return self._notes.listed

    def call(self, label: str) -> str:
        """A call; the parser makes none inside a link."""
        number = self._notes.number(label)
        self._called[number] = time = self._called.get(number, 0) + 1
        link = f'<a href="#_note-{number}" role="doc-noteref" aria-label="Note {number}">{number}</a>'
        return f'<sup id="{_anchor(number, time)}">{link}</sup>'

    def back(self, number: int) -> str:
        """The links from a note to each of its calls."""
        return " ".join(_back(number, time) for time in range(1, self._notes.calls[number] + 1))


def _back(number: int, time: int) -> str:
    where, mark = f"note {number}", "↩"
    if time > 1:
        where, mark = f"{where}, appel {time}", f"↩<sup>{time}</sup>"
    return (
        f'<a href="#{_anchor(number, time)}" role="doc-backlink" '
        f'aria-label="Retour au texte, {where}">{mark}</a>'
    )


def _anchor(number: int, time: int) -> str:
    return f"_appel-{number}" if time == 1 else f"_appel-{number}-{time}"
