"""A value of a field -> what it means, to be compared, and its French words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_type_hints

from hub.markup import dates
from hub.markup.titles import organiser
from hub.markup.typeset import typeset
from hub.model import Hub
from hub.model.dates import Moment, PartialDate
from hub.model.fields import TO_CONFIRM, Choice, Entity, Meaning
from hub.model.walk import meaning_of
from hub.prose import Target, read
from hub.prose.headings import headings
from hub.prose.html import Lead, html
from hub.prose.words import whole

SHORT = 80
"""Characters of the words by which a row is known."""

NAMES = {Meaning.ASSOCIATION: "associations", Meaning.ORGANISER: "associations"}
NUMBERED = {Meaning.THEME: "themes", Meaning.COLLEGE: "colleges"}
"""What a field may name, by the attribute of the hub: an association, under any name; a theme or a college,
by its key."""

Renamed = Mapping[str, Mapping[str, str]]
"""The keys that are others, by the attribute of their kind: whoever said one means it still."""


class Speech:
    """The words of the values of one hub, beside another one, in which some keys are `renamed`."""

    def __init__(self, hub: Hub, other: Hub, renamed: Renamed = MappingProxyType({})) -> None:
        self._hub, self._other, self._renamed = hub, other, renamed

    def meant(self, value: Any, meaning: Meaning | None = None) -> Hashable:
        """What a value says: two that are written otherwise and say the same are equal."""
        if isinstance(value, Entity):
            of = meanings(type(value))
            return tuple((name, self.meant(getattr(value, name), of[name])) for name in of)
        if isinstance(value, tuple):
            return tuple(self.meant(one, meaning) for one in value)
        if isinstance(value, PartialDate):
            return str(value)  # « 2026 » and « 2026-01 » are equal in order, and do not say the same
        if isinstance(value, str) and meaning is not None:
            return self._said(value, meaning)
        hashable: Hashable = value
        return hashable

    def _said(self, value: str, meaning: Meaning) -> Hashable:
        if meaning in NAMES:
            found = self._hub.named(value) or self._other.named(value)
            return ("", self._now(NAMES[meaning], found.id)) if found else value
        if meaning in NUMBERED:
            return self._now(NUMBERED[meaning], value)
        return shown(value) if meaning is Meaning.TEXT else value

    def _now(self, attribute: str, key: str) -> str:
        return self._renamed.get(attribute, {}).get(key, key)

    def words(self, value: Any, meaning: Meaning | None = None) -> str:
        """A value as one says it; '' for none."""
        if isinstance(value, tuple):
            return ", ".join(self.words(one, meaning) for one in value)
        if isinstance(value, Entity):
            return self.row(value)
        if isinstance(value, PartialDate):
            return _date(value)
        if isinstance(value, Choice):
            return self._hub.site.mots.label(value)
        return "" if value is None else self._named(str(value), meaning)

    def _named(self, value: str, meaning: Meaning | None) -> str:
        if value == TO_CONFIRM:
            return "à confirmer"
        if meaning is Meaning.TEXT:
            return " ".join(plain(value).split("\n"))
        if meaning is Meaning.ORGANISER:
            return organiser(self._hub, value)[0]
        if meaning is Meaning.ASSOCIATION:
            found = self._hub.named(value)
            return found.nom if found else value
        if meaning in NUMBERED:
            things = self._hub.things.get(NUMBERED[meaning], ())
            return next((str(one.nom) for one in things if one.id == value), value)
        return value

    def row(self, part: Entity) -> str:
        """By which words a row of a list is known: those of the fields that it must have."""
        of = meanings(type(part))
        needed = [name for name, info in type(part).model_fields.items() if info.is_required()] or [*of]
        said = (self.words(getattr(part, name), of[name]) for name in needed)
        return " : ".join(filter(None, said))[: SHORT * 2]


@cache
def meanings(model: type[Entity]) -> dict[str, Meaning | None]:
    """What each field of a model means, by its name, in order."""
    hints = get_type_hints(model, include_extras=True)
    return {name: meaning_of(hints[name]) for name in model.model_fields}


def _date(value: PartialDate) -> str:
    words = dates.date(value)
    return f"{words} à {dates.hour(value.time)}" if isinstance(value, Moment) and value.time else words


class _AsWritten:
    """Links that lead where they say."""

    def link(self, target: Target) -> Lead:
        return Lead(target.destination)

    def image(self, target: Target, alternative: str) -> str:
        return f'<img src="{target.destination}" alt="{alternative}">'

    def caption(self, title: str) -> str:
        return title


def shown(written: str) -> str:
    """A Markdown text as it is shown, whatever the site: lines cut elsewhere, other bullets change
    nothing."""
    text = read(written)
    return " ".join(html(typeset(text.events), headings(text.events), _AsWritten()).split())


def plain(written: str) -> str:
    """What a Markdown text says, a line a block."""
    return whole(read(written))
