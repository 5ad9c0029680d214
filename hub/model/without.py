"""What a town is without, by `mots` in its settings: its registers, and what their entries need not say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints

from hub.model.fields import TO_CONFIRM, Entity, Meaning
from hub.model.kinds import KINDS
from hub.model.walk import meaning_of, parts
from hub.model.wording import Wording


def registers(words: Wording) -> frozenset[str]:
    """The registers of which a town has nothing to list."""
    needed = {kind.register for kind in KINDS if kind.is_of(words)}
    return frozenset(kind.register for kind in KINDS if kind.register and kind.register not in needed)


def of_no_college(model: type[Entity], data: Any) -> Any:
    """What a source says of a thing in a town without colleges: that it is of none, as are its parts.

    An unknown one, left by who copied the form of another town, is none either.
    """
    if not isinstance(data, dict):
        return data
    own, within = _colleges(model)
    if not own and not within:
        return data
    data = {**data, **{name: None for name in own if data.get(name, "") in ("", TO_CONFIRM)}}
    for name, part in within.items():
        if isinstance(data.get(name), list):
            data[name] = [of_no_college(part, one) for one in data[name]]
    return data


@cache
def _colleges(model: type[Entity]) -> tuple[tuple[str, ...], Mapping[str, type[Entity]]]:
    """The fields of a model that name a college, and those that list parts which do."""
    hints = {
        name: hint
        for name, hint in get_type_hints(model, include_extras=True).items()
        if name in model.model_fields
    }
    own = tuple(name for name, hint in hints.items() if meaning_of(hint) is Meaning.COLLEGE)
    within = {name: part for name, hint in hints.items() for part in parts(hint) if any(_colleges(part))}
    return own, within
