"""What the end of a build needs of a page, as bytes that a book holds, read where they are needed."""

from __future__ import annotations

import datetime as dt
import json
from typing import NamedTuple

from hub.pages.page import Clues, Page


class Note(NamedTuple):
    """A page without its body, and its record for the search."""

    page: Page
    searched: str


def said_of(page: Page, searched: str) -> bytes:
    """A note as a line of JSON."""
    modified = page.modified and str(page.modified)
    said = (page.address, page.title, page.description, page.section, page.shell, modified, page.clues)
    return json.dumps([*said, searched], ensure_ascii=False, separators=(",", ":")).encode()


def note_of(said: bytes) -> Note:
    """The note that `said_of` gave. Raises ValueError and TypeError for what it never gives."""
    address, title, description, section, shell, modified, clues, searched = json.loads(said)
    names, when, years, over, words, spellings = clues
    texts = (address, title, description, section, shell or "", searched, when, words, *names, *spellings)
    if not (all(isinstance(one, str) for one in texts) and all(type(one) is int for one in years)):
        raise TypeError("no note")
    found = Clues(tuple(names), when, tuple(years), over is True, words, tuple(spellings))
    day = dt.date.fromisoformat(modified) if modified else None
    return Note(Page(address, title, description, "", section, shell, day, found), searched)


def is_note(said: bytes, address: str) -> bool:
    """Whether that is a note of the page at `address`: it may come from anybody."""
    try:
        return note_of(said).page.address == address
    except (ValueError, TypeError, RecursionError):
        return False
