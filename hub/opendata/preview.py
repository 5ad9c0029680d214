"""What a page shows of a set before anybody takes it: its first rows, its columns, what its files weigh."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hub.markup.plain import excerpt
from hub.markup.weight import weight
from hub.model import Hub
from hub.opendata.columns import Field, fields_of
from hub.opendata.rows import Row, as_csv, as_json, first_rows
from hub.opendata.sets import Described

SHOWN = 5
"""Rows: enough to see what is in a file."""

WEIGHED = 40
"""Rows: what more of them weigh is told from these, or a large town would make every file twice."""

LONGEST = 48
"""Signs of a cell."""

_TYPES = {"string": "texte", "integer": "nombre entier", "number": "nombre", "boolean": "oui ou non"}
_FORMATS = {"uri": "adresse web", "email": "courriel"}


class Column(NamedTuple):
    """A column: its name in the file, what it is called, what it says, its type in words, whether no row is
    without it."""

    name: str
    title: str
    description: str
    kind: str
    required: bool


class Preview(NamedTuple):
    """The `columns` of a set, its first `rows` as cells, and the weight of its files by their form."""

    columns: list[Column]
    rows: list[list[str]]
    weights: dict[str, str]


def preview(hub: Hub, one: Described) -> Preview:
    """What is shown of a set."""
    rows = first_rows(hub, one.kind, one.name, WEIGHED)
    shown = [[_cell(value) for value in row.values()] for row in rows[:SHOWN]]
    columns = [_column(field) for field in fields_of(one.kind, one.name, one.columns, hub.site.mots)]
    return Preview(columns, shown, {"csv": _csv(one, rows), "json": _weight(one, rows, as_json)})


def _column(field: Field) -> Column:
    kind = _FORMATS.get(field["format"]) or _TYPES[field["type"]]
    required = bool(field.get("constraints", {}).get("required"))
    return Column(field["name"], field["title"], field["description"], kind, required)


def _csv(one: Described, rows: list[Row]) -> str:
    return _weight(one, rows, lambda made: as_csv(made, one.columns))


def _weight(one: Described, rows: list[Row], written: Callable[[Callable[[], list[Row]]], bytes]) -> str:
    """« 12 ko », « environ 340 ko »: all that is not a row counts once."""
    size = len(written(lambda: rows))
    if one.rows <= len(rows):
        return weight(size)
    bare = len(written(list))
    return f"environ\u00a0{weight(bare + (size - bare) * one.rows // len(rows))}"


def _cell(value: object) -> str:
    """A value as a person reads it: what is several is told one after the other."""
    words = ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return excerpt(words, LONGEST)
