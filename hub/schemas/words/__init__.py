"""The French words of every field, by model: adding a field to a model is adding a line to its table."""

from __future__ import annotations

from hub.incomplete import IncompleteError
from hub.markup.plain import capital
from hub.model.fields import Entity
from hub.model.kinds import KINDS
from hub.model.wording import DEFAULT, Wording
from hub.schemas.words import (
    elections,
    exchanges,
    grants,
    meetings,
    publications,
    questionnaires,
    registers,
    trainings,
)
from hub.schemas.words.words import Group, Words

__all__ = ["GROUPS", "Group", "Words", "title_of", "words_of"]

_NAMES = {kind.model: kind.one for kind in KINDS}

GROUPS: dict[type[Entity], Group] = {
    **registers.GROUPS,
    **meetings.GROUPS,
    **elections.GROUPS,
    **publications.GROUPS,
    **grants.GROUPS,
    **trainings.GROUPS,
    **exchanges.GROUPS,
    **questionnaires.GROUPS,
}


def title_of(model: type[Entity], town: Wording = DEFAULT) -> str:
    """What an editor calls a thing: its title here, else the name of its kind; in the words of a town."""
    return town.say(GROUPS[model].title) if model in GROUPS else capital(town.say(_NAMES[model]))


def words_of(model: type[Entity], name: str, town: Wording = DEFAULT) -> Words:
    """The words of a field: its own (`Field(title=…, description=…, examples=…)`), else those of its model
    here, else those of the model it is inherited from; in the words of a town.

    Raises `IncompleteError`, which says where to write them.
    """
    own = model.model_fields[name]
    if own.title and own.description:
        return Words(own.title, own.description, tuple(own.examples or ())).said(town)
    for owner in model.__mro__:
        if owner in GROUPS and name in GROUPS[owner].fields:
            return GROUPS[owner].fields[name].said(town)
    raise IncompleteError(
        f"le champ « {name} » de {model.__name__} n'a pas de mots français : écrivez title= et description= "
        "dans son Field(…), ou une ligne dans hub/schemas/words/."
    )
