"""The kinds of text -> the header of a new one: what a snippet of an editor and a page of a forge begin with.

Both show every field in the same order, those that are required first, each with what it may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, get_type_hints

from hub.model.fields import TO_CONFIRM, Choice, Entity
from hub.model.imported import Imported
from hub.model.typing_faults import group_form
from hub.schemas.shapes import inner

OPENING = (
    "# Écrivez après chaque « : » ; entre les crochets, avec des virgules ; une date, ainsi : 2026-11-21.\n"
    "# Ce que l’on ne sait pas reste vide. Une ligne qui commence par « # » n’est pas lue."
)
"""What a header says of itself: remarks, which nobody reads but who fills it."""


class Field(NamedTuple):
    """A field of a header: the `values` it may have if these are few, its `form` if it is a group."""

    name: str
    required: bool
    many: bool
    values: tuple[str, ...] = ()
    form: str = ""


@cache
def fields_of(model: type[Entity]) -> tuple[Field, ...]:
    """The fields of a header, those that are required first."""
    return tuple(_fields(model))


def _fields(model: type[Entity]) -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    for name, info in sorted(model.model_fields.items(), key=lambda field: not field[1].is_required()):
        kind, many = inner(hints[name])
        if kind is Imported:  # a program writes it
            continue
        field = Field(name, info.is_required(), many)
        if isinstance(kind, type) and issubclass(kind, Entity):
            form = group_form(kind)
            field = field._replace(form=f"[{form}]" if many else form)
        elif isinstance(kind, type) and issubclass(kind, Choice):
            members = [member.value for member in kind]
            chosen = members if field.required else dict.fromkeys((TO_CONFIRM, *members))
            field = field._replace(values=tuple(chosen))
        yield field


def header(model: type[Entity], known: Mapping[str, str]) -> str:
    """The header of a new text between its fences, with what is `known` of it, and a line for its text."""
    lines = (_line(field, known.get(field.name, "")) for field in fields_of(model))
    return "\n".join(("---", OPENING, *lines, "---", "", ""))


def entry(model: type[Entity]) -> str:
    """A new entry of a register, each field empty."""
    lines = [_line(field, "") for field in fields_of(model)]
    return "\n".join((f"  - {lines[0]}", *(f"    {line}" for line in lines[1:]), ""))


def _line(field: Field, known: str) -> str:
    """`name: value`, and what it may be as a remark; a group of fields is one, its form in view."""
    if field.form:
        return f"# {field.name}: {field.form}"
    remark = f"  # {', '.join(field.values)}" if field.values and not known else ""
    value = known or ("[]" if field.many else "")
    return f"{field.name}: {value}".rstrip() + remark
