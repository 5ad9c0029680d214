"""The French words of the fields: all of them, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from hub.model.fields import Entity
from hub.model.kinds import BY_FOLDER
from hub.model.site import Site
from hub.schemas.documents import ROWS
from hub.schemas.words import GROUPS, words_of


def models() -> Iterator[type[Entity]]:
    """Every model of something that a town writes, those inside others included."""
    roots = [*(kind.model for kind in BY_FOLDER.values()), Site]
    roots += [model for lists in ROWS.values() for model in lists.values()]
    for root in roots:
        yield from _inside(root)


def _inside(hint: Any) -> Iterator[type[Entity]]:
    if isinstance(hint, type) and issubclass(hint, Entity):
        yield hint
        for name in hint.model_fields:
            yield from _inside(get_type_hints(hint)[name])
    for part in get_args(hint):
        yield from _inside(part)


@pytest.mark.parametrize("model", sorted(set(models()), key=lambda model: model.__name__))
def test_every_field_has_french_words(model: type[Entity]) -> None:
    for name in model.model_fields:
        words = words_of(model, name)
        assert words.title
        assert words.description.endswith((".", "…"))


def test_no_words_are_left_for_a_field_that_is_gone() -> None:
    dead = [
        f"{model.__name__}.{name}"
        for model, words in GROUPS.items()
        for name in words.fields
        if name not in model.model_fields
    ]
    assert dead == []


def test_no_words_are_left_for_a_model_that_nothing_writes() -> None:
    written = {owner for model in models() for owner in model.__mro__}
    assert set(GROUPS) - written == set()
