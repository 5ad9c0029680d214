"""The words that people write in fields, wherever they are: what a page shows beside the text itself."""

from __future__ import annotations

from collections.abc import Iterator

from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.walk import Written, meaning

WORDS = (None, Meaning.CONTACT)
"""What may speak of people: neither keys, references and numbers, nor texts, which have their own rules."""


def words(hub: Hub) -> Iterator[Written]:
    """What every field of the hub says, `contact` of the site included."""
    yield from meaning(hub, *WORDS)
    if hub.site.contact:
        yield Written(hub.site, ("contact",), hub.site.contact, Meaning.CONTACT)
