"""The French words of every field, by model: adding a field to a model is adding a line to its table."""

from __future__ import annotations

from hub.model.fields import Entity
from hub.schemas.words import meetings, publications, registers
from hub.schemas.words.words import Group, Words

__all__ = ["GROUPS", "Group", "Words", "words_of"]

GROUPS: dict[type[Entity], Group] = {**registers.GROUPS, **meetings.GROUPS, **publications.GROUPS}


def words_of(model: type[Entity], name: str) -> Words:
    """The words of a field, those of the model it is inherited from if it has none of its own.

    Raises `KeyError`, which says where to write them.
    """
    for owner in model.__mro__:
        if owner in GROUPS and name in GROUPS[owner].fields:
            return GROUPS[owner].fields[name]
    raise KeyError(f"hub/schemas/words/ has no French words for {model.__name__}.{name}")
