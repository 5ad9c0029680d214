"""What the kinds of content written one to a file have in common."""

from __future__ import annotations

from typing import Any

from hub.model.fields import Consent, Entity, PartialDate, Passage, Text
from hub.model.kind import Search


class Publication(Entity):
    """A titled thing with a text of its own: its file's name is its key, the body its text."""

    titre: Text
    resume: Passage | None = None
    publie_le: PartialDate | None = None
    consentement: Consent | None = None

    @property
    def id(self) -> str:
        return self.origin.document.stem

    @property
    def text(self) -> str:
        return self.origin.document.body


def when_published(thing: Any) -> tuple[str, str]:
    """The order of what is read newest first: of two of a day, by their keys."""
    return str(thing.publie_le or ""), thing.id


TOLD = Search("Appels et actualités", "actualité nouvelle info annonce", 50)
"""One group of results for all that is told of the town: news, calls, newsletters."""
