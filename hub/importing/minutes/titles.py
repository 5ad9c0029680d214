"""What the titles of a text say, and what looks like one and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.importing.headings import FIRST
from hub.importing.minutes.labels import Part, announces_next, label_of
from hub.importing.said_dates import dates_in

_TITLE = re.compile(rf"^{'#' * FIRST} (?P<words>.+)$", re.MULTILINE)
_POINT = re.compile(r"point (?:n° ?)?\d{1,2} ?[:.–-] ?(?=\w)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?=[^\w\s])")


def agenda_of(text: str, nouns: tuple[str, ...]) -> Iterator[str]:
    """What was spoken of, by the highest titles of a text in Markdown, without « Point 1 : »; `nouns` are the
    town's own for who meets."""
    for found in _TITLE.finditer(text):
        words = _ESCAPED.sub("", found["words"])
        label = label_of(words, nouns)
        if not label or label.part not in (Part.NEXT, Part.FOLLOW_UP):
            bare = _POINT.sub("", words)
            yield bare[:1].upper() + bare[1:]


def says_next(words: str, nouns: tuple[str, ...]) -> bool:
    """Whether a line says when the next meeting is: nothing stands under it, and it is no title."""
    return announces_next(words, nouns) and bool(dates_in(words))
