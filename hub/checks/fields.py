"""The words that people write in fields, wherever they are: what a page shows beside the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.checks.texts import markdown_in
from hub.model.fields import Choice, Entity
from hub.model.hub import Hub
from hub.sources.document import Key

CONTACTS = frozenset("courriel telephone contact inscription responsable".split())
"""The fields by which somebody may be reached."""

NOT_WORDS = frozenset(
    """
    id alias graphies college themes
    association associations presents excuses organisateurs remplace membres site
    rna siren siret code_postal consentement identifiant site_name site_url site_description
    commune conseil
    """.split()
)
"""Keys, references and numbers: not words about people."""


class Words(NamedTuple):
    """What a field of a thing says, and where it stands under the thing."""

    thing: Any
    loc: tuple[Key, ...]
    value: str


def words(hub: Hub) -> Iterator[Words]:
    """What every field of the hub says, `contact` of the site included, Markdown left out."""
    # What stands in another file, a meeting that minutes announce, has its words there.
    published = (thing for thing in hub.publications if not thing.origin.loc)
    for thing in (*hub.associations, *hub.bureau.mandats, *published, *hub.editorials.values()):
        yield from _inside(thing, thing, ())
    if hub.site.contact:
        yield Words(hub.site, ("contact",), hub.site.contact)


def _inside(thing: Any, part: Entity, loc: tuple[Key, ...]) -> Iterator[Words]:
    for name in type(part).model_fields:
        if name in NOT_WORDS or (name == "nom" and part is thing):
            continue
        value = getattr(part, name)
        several = isinstance(value, tuple)
        for index, one in enumerate(value if several else (value,)):
            if not (isinstance(one, str) and name in markdown_in(type(part))):  # a text: hub.checks.texts
                yield from _value(thing, one, (*loc, name, index) if several else (*loc, name))


def _value(thing: Any, value: Any, loc: tuple[Key, ...]) -> Iterator[Words]:
    if isinstance(value, Entity):
        yield from _inside(thing, value, loc)
    elif isinstance(value, str) and not isinstance(value, Choice):
        yield Words(thing, loc, value)
