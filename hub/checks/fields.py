"""The words that people write in fields, wherever they are: what a page shows beside the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.walk import Written, said, things

WORDS = (None, Meaning.CONTACT)
"""What may speak of people: neither keys, references and numbers, nor texts, which have their own rules."""


def words(hub: Hub) -> Iterator[tuple[Any, tuple[Written, ...]]]:
    """Each thing of the hub, and what its fields say; of the site, how to reach whoever answers for it."""
    for thing in things(hub):
        by_meaning = said(hub, thing)
        yield thing, tuple(one for wanted in WORDS for one in by_meaning.get(wanted, ()))
    if hub.site.contact:
        yield hub.site, (Written(hub.site, ("contact",), hub.site.contact, Meaning.CONTACT),)
