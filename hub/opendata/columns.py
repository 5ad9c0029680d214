"""The columns of a set of open data, as fields of a Table Schema 1.0: derived from the model of its kind.

https://specs.frictionlessdata.io/table-schema/
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from hub.incomplete import IncompleteError
from hub.markup.plain import capital
from hub.markup.typography import french
from hub.model.fields import ID_PATTERN, Entity
from hub.model.kind import Kind
from hub.model.names import slug
from hub.model.walk import parts
from hub.model.wording import Wording
from hub.opendata.types import Shape, optional, shape_of
from hub.opendata.words import ANYWHERE, NATIONAL, OF_SET, ColumnWords
from hub.schemas.words import Words, words_of

Field = dict[str, Any]


class _Found(NamedTuple):
    """The field of a model that a column shows; `sure` says that each row has the thing that it is of."""

    model: type[Entity]
    name: str
    sure: bool

    @property
    def required(self) -> bool:
        """Whether no row is without it."""
        hint = _hints(self.model)[self.name]
        return self.sure and self.model.model_fields[self.name].is_required() and not optional(hint)


def fields_of(kind: Kind[Any], name: str, columns: tuple[str, ...], town: Wording) -> list[Field]:
    """The fields of the schema of the set `name`, one a column, in their order and in the words of a town.

    Raises `IncompleteError`, which says where to write the words of a column.
    """
    model: type[Entity] = kind.model
    found = _found(model, columns)
    return [
        _field(name, column, _own(name, column) or _key(kind, column), found.get(column), town)
        for column in columns
    ]


def referred(name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(column, the set whose `id` it holds) of each that refers to another set."""
    for column in columns:
        own = _own(name, column)
        if own and own.refers:
            yield column, own.refers


def _key(kind: Kind[Any], column: str) -> ColumnWords | None:
    """The words of the column `scrutin` of a set of parts of « un scrutin »: which of them a row is of."""
    if column != slug(kind.one):
        return None
    words = "L’identifiant, qui est aussi dans l’adresse de sa page."
    return ColumnWords(capital(kind.one), words, "string", required=True, pattern=ID_PATTERN)


def _own(name: str, column: str) -> ColumnWords | None:
    return OF_SET.get(name, {}).get(column) or ANYWHERE.get(column) or NATIONAL.get(column)


def _field(name: str, column: str, own: ColumnWords | None, found: _Found | None, town: Wording) -> Field:
    if own is None and found is None:
        raise IncompleteError(
            f"la colonne « {column} » de donnees/{name}.csv n’est le champ d’aucun modèle : "
            "dites ses mots et son type dans hub/opendata/words.py."
        )
    shape = _shape(own, found, town)
    words = _words(own, found, town)
    required = bool(own and own.required) or bool(found and found.required and not shape.many)
    unit = (own and own.unit) or _unit(found)
    constraints = {
        **({"required": True} if required else {}),
        **({"unique": True} if column == "id" else {}),
        **shape.constraints,
        **({"pattern": own.pattern} if own and own.pattern else {}),
    }
    return {
        "name": column,
        "title": french(words.title),
        "description": french(" ".join(part for part in (words.description, shape.told) if part)),
        "type": shape.kind,
        "format": shape.form,
        **({"unit": unit} if unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _words(own: ColumnWords | None, found: _Found | None, town: Wording) -> Words:
    if own:
        return Words(own.title, own.description).said(town)
    assert found
    return words_of(found.model, found.name, town)


def _shape(own: ColumnWords | None, found: _Found | None, town: Wording) -> Shape:
    if found and not (own and own.kind):
        return shape_of(_hints(found.model)[found.name], town)
    return Shape((own and own.kind) or "string", (own and own.form) or "default")


def _unit(found: _Found | None) -> str:
    """What a number counts, where its field says so: `Field(json_schema_extra={"unit": "EUR"})`."""
    extra = found.model.model_fields[found.name].json_schema_extra if found else None
    return str(extra.get("unit", "")) if isinstance(extra, dict) else ""


@cache
def _found(model: type[Entity], columns: tuple[str, ...]) -> dict[str, _Found]:
    """The field that each column shows, where it shows one: of the model that has most of them, of the thing
    itself, of its other parts; `lieu_adresse` is the field `adresse` of what its field `lieu` holds."""
    models = list(dict.fromkeys((model, *_inside(model))))
    main = max(models, key=lambda one: len(one.model_fields.keys() & set(columns)))
    found: dict[str, _Found] = {}
    for one in dict.fromkeys((main, model, *models)):
        for name in one.model_fields:
            if name in columns and not list(parts(_hints(one)[name])):
                found.setdefault(name, _Found(one, name, one in (main, model)))
    for column in columns:
        if column not in found and (field := _of_part(model, column)):
            found[column] = field
    return found


def _of_part(model: type[Entity], column: str) -> _Found | None:
    for name in model.model_fields:
        for part in parts(_hints(model)[name]):
            rest = column.removeprefix(f"{name}_")
            if column == name:
                rest = "nom"
            if rest in part.model_fields:
                return _Found(part, rest, sure=False)
    return None


def _inside(model: type[Entity]) -> Iterator[type[Entity]]:
    for hint in _hints(model).values():
        for part in parts(hint):
            yield part
            yield from _inside(part)


@cache
def _hints(model: type[Entity]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}
