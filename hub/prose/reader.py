"""Reads each text once, and remembers it with what is said of it."""

from __future__ import annotations

from functools import lru_cache

from hub.prose import reading
from hub.prose.beginning import beginning
from hub.prose.words import whole
from hub.sources.text import CONTROL

NEAR = 256
"""Texts whose events are held: they weigh ten times what is written, and who asks again asks soon."""

LISTED = 8192
"""Texts whose beginning is held: lists show those of many things."""


class Reader:
    """The texts of a hub, by their Markdown: a page, a feed item and a calendar entry say the same one."""

    def __init__(self) -> None:
        self.read = lru_cache(NEAR)(reading.read)
        """The events of a Markdown text."""
        self.words = lru_cache(NEAR)(self._words)
        """What a Markdown text says, a line a block."""
        self.beginning = lru_cache(LISTED)(self._beginning)
        """The first paragraphs of a Markdown text, on one line."""

    def _words(self, written: str) -> str:
        return _clean(whole(self.read(written)))

    def _beginning(self, written: str) -> str:
        return _clean(beginning(self.read(written)))


def _clean(words: str) -> str:
    """Without the control characters that entities may write, and that no format of ours can hold."""
    return CONTROL.sub("", words)
