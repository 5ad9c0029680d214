"""What the end of a build needs of a page, as texts that a book holds."""

from __future__ import annotations

import datetime as dt
import json
from typing import NamedTuple

from hub.pages.page import Clues, Page


class Note(NamedTuple):
    """A page without its body, and its record for the search."""

    page: Page
    searched: str


def said_of(page: Page, searched: str) -> tuple[str, ...]:
    """A note as texts."""
    modified = str(page.modified or "")
    said = (page.title, page.description, page.section, page.shell or "", modified, json.dumps(page.clues))
    return (page.address, *said, searched)


def note_of(said: tuple[str, ...]) -> Note:
    """The note that `said_of` gave. Raises ValueError and TypeError for what it never gives."""
    address, title, description, section, shell, modified, clues, searched = said
    names, when, years, over, words, spellings = json.loads(clues)
    found = Clues(tuple(names), when, tuple(years), over, words, tuple(spellings))
    day = dt.date.fromisoformat(modified) if modified else None
    return Note(Page(address, title, description, "", section, shell or None, day, found), searched)
