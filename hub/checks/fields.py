"""The words that people write in fields, wherever they are: what a page shows beside the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.walk import Written, fields, said, things

WORDS = (None, Meaning.CONTACT)
"""What may speak of people: neither keys, references and numbers, nor texts, which have their own rules."""

OF_SITE = frozenset(
    ("contact", "editeur", "directeur_de_publication", "hebergeur", "delegue_protection_donnees", "accueil")
)
"""The settings that may speak of people: who answers, and how to reach them."""


def words(hub: Hub) -> Iterator[tuple[Any, tuple[Written, ...]]]:
    """Each thing of the hub, and what its fields say; of the site, how to reach whoever answers for it."""
    for thing in things(hub):
        by_meaning = said(hub, thing)
        yield thing, tuple(one for wanted in WORDS for one in by_meaning.get(wanted, ()))
    if hub.site.is_known:
        told = (one for one in fields(hub.site) if one.loc[0] in OF_SITE and one.meaning in WORDS)
        yield hub.site, tuple(told)
