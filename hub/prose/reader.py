"""Reads each text once, and remembers it with what is said of it."""

from __future__ import annotations

from functools import lru_cache

from hub.prose import reading
from hub.prose.beginning import beginning
from hub.prose.words import whole
from hub.sources.text import CONTROL

NEAR = 256
"""Texts whose events are held: they weigh ten times what is written, and who asks again asks soon."""


class Reader:
    """The texts of a hub, by their Markdown: a page, a feed item and a calendar entry say the same one."""

    def __init__(self) -> None:
        self.read = lru_cache(NEAR)(reading.read)
        self._words: dict[str, str] = {}
        self._beginnings: dict[str, str] = {}

    def words(self, written: str) -> str:
        """What a Markdown text says, a line a block."""
        if written not in self._words:
            self._words[written] = _clean(whole(self.read(written)))
        return self._words[written]

    def beginning(self, written: str) -> str:
        """The first paragraphs of a Markdown text, on one line."""
        if written not in self._beginnings:
            self._beginnings[written] = _clean(beginning(self.read(written)))
        return self._beginnings[written]


def _clean(words: str) -> str:
    """Without the control characters that entities may write, and that no format of ours can hold."""
    return CONTROL.sub("", words)
