"""The fields of a file as its form shows them, by the models: the labels, the cards, the lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from hub.atelier.shapes import is_typed
from hub.atelier.words import LABELS
from hub.markup.plain import capital
from hub.model.fields import Choice, Entity
from hub.model.kinds import BY_FOLDER, KINDS
from hub.model.site import Site
from hub.model.wording import DEFAULT, Wording
from hub.schemas.shapes import inner
from hub.schemas.words import title_of, words_of
from hub.sources.document import Key
from hub.sources.tree import SETTINGS


class Field(NamedTuple):
    """A field of a form: its label; of a group or of cards, their `model`; of a list, `many`, and what `one`
    of its cards or lines is called ('' where it is picked); of what is picked, its words by value."""

    label: str
    model: type[Entity] | None = None
    many: bool = False
    one: str = ""
    choices: Mapping[str, str] = {}
    town: Wording = DEFAULT

    @property
    def inside(self) -> Fields:
        """The fields of a group or of a card."""
        return fields_of(self.model, self.town) if self.model else {}


LINE = "ligne"
"""What is typed is a line, of those of a list."""

Fields = Mapping[str, Field]


@cache
def form_of(path: str, town: Wording = DEFAULT) -> Fields:
    """The fields of the form by which the file at `path` is filled in, in the words of a town; none where no
    form does."""
    if path == SETTINGS:
        return fields_of(Site, town)
    if kind := BY_FOLDER.get(path.rpartition("/")[0]):
        return fields_of(kind.model, town)
    return {
        kind.attribute: Field(capital(town.say(kind.many)), kind.model, True, town.say(kind.one), town=town)
        for kind in KINDS
        if kind.register == path
    }


def fields_of(model: type[Entity], town: Wording = DEFAULT) -> Fields:
    """The fields of the form of a model, by their names, in the words of a town."""
    return _fields_of(model, town)


@cache
def _fields_of(model: Any, town: Wording) -> Fields:
    hints = get_type_hints(model, include_extras=True)
    return {name: _field(model, name, hints[name], town) for name in model.model_fields}


def _field(model: type[Entity], name: str, hint: Any, town: Wording) -> Field:
    label = words_of(model, name, town).title
    kind, many = inner(hint)
    if isinstance(kind, type) and issubclass(kind, Entity):
        return Field(label, kind, many, title_of(kind, town).lower() if many else "", town=town)
    if isinstance(kind, type) and issubclass(kind, Choice):
        return Field(
            label, None, many, "", {one.value: town.say(LABELS.get(one, one.libelle)) for one in kind}
        )
    return Field(label, None, many, LINE if many and is_typed(kind) else "")


def labels(form: Fields, loc: tuple[Key, ...]) -> tuple[str, ...]:
    """The words of the place `loc` of a form, from the outside in: « Suivi », « action 1 », « Qui ».

    What no form has ends them.
    """
    return tuple(_labels(form, loc))


def _labels(form: Fields, loc: tuple[Key, ...]) -> Iterator[str]:
    field: Field | None = None
    for step in loc:
        if isinstance(step, int):
            if field and field.one:
                yield f"{field.one} {step + 1}"
            continue
        field = form.get(step)
        if field is None:
            return
        yield field.label
        form = field.inside


def known(form: Fields, loc: tuple[Key, ...] = ()) -> Fields:
    """Every field that a sentence about the place `loc` of a form may name: those that are nearest win."""
    found: dict[str, Field] = {}
    for fields in reversed([*_around(form, loc)]):
        found |= fields
    return {**_below(form), **found}


def _around(form: Fields, loc: tuple[Key, ...]) -> Iterator[Fields]:
    """The fields beside the place, then those of what holds it, outwards."""
    nested = [form]
    for step in loc:
        field = nested[-1].get(step) if isinstance(step, str) else None
        if field and field.model:
            nested.append(field.inside)
    yield from reversed(nested)


def _below(form: Fields) -> dict[str, Field]:
    """The fields of the groups and cards of a form, the outer ones winning."""
    found: dict[str, Field] = {}
    for field in form.values():
        if field.model:
            inside = field.inside
            found = {**_below(inside), **inside, **found}
    return {**found, **form}
