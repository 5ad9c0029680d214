"""The type of a field -> the type of a column, as Table Schema 1.0 says it: of what is published, which the
checks have made regular, not of all that a clerk may write (`hub.schemas.shapes`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from hub.model.dates import End, Moment, PartialDate
from hub.model.fields import (
    ID_PATTERN,
    Choice,
    CollegeId,
    Email,
    Id,
    PostalCode,
    Rna,
    Siren,
    Siret,
    ThemeId,
    Url,
    Website,
)
from hub.model.names import fold
from hub.model.wording import Wording

SEVERAL = "Plusieurs valeurs, séparées par « | »."
"""Table Schema 1.0 has no lists in cells, but of JSON."""

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_PATTERNS: list[tuple[Any, str]] = [
    (Id, ID_PATTERN[1:-1]),
    (ThemeId, ID_PATTERN[1:-1]),
    (CollegeId, ID_PATTERN[1:-1]),
    (PostalCode, r"\d{5}"),
    (Siren, r"\d{9}"),
    (Siret, r"\d{14}"),
    (Rna, r"(W[0-9][0-9A-Z]\d{7}|[0-9][0-9A-Z]\d[A-Z]\d{8,10})"),
    (PartialDate, _DAY),
    (Moment, rf"{_DAY}( \d{{2}}:\d{{2}})?"),
    (End, rf"{_DAY}( \d{{2}}:\d{{2}})?"),
]
_FORMATS: list[tuple[Any, str]] = [(Url, "uri"), (Website, "uri"), (Email, "email")]

_KNOWN_IN_PART = "ou AAAA-MM, ou AAAA, si l’on n’en sait pas plus."
_TOLD = [
    (PartialDate, f"Écrit AAAA-MM-JJ, {_KNOWN_IN_PART}"),
    (Moment, f"Écrit AAAA-MM-JJ HH:MM, AAAA-MM-JJ sans heure, {_KNOWN_IN_PART}"),
    (End, f"Écrit AAAA-MM-JJ HH:MM, AAAA-MM-JJ sans heure, {_KNOWN_IN_PART}"),
]


@dataclass(frozen=True)
class Shape:
    """The `type`, the `format` and the `constraints` of a column; `told` says in words what they do not."""

    kind: str
    form: str = "default"
    constraints: dict[str, Any] = field(default_factory=dict)
    told: str = ""
    many: bool = False


def shape_of(hint: Any, town: Wording) -> Shape:
    """The shape of the column that shows a field of that type."""
    kind, many = _inner(hint)
    if isinstance(kind, type) and issubclass(kind, Choice):
        return _choice(kind, many, town)
    if _is(kind, int):
        return Shape("integer", constraints=_limits(kind))
    if _is(kind, float):
        return Shape("number", constraints=_limits(kind))
    pattern = next((known for one, known in _PATTERNS if one == kind), "")
    told = next((words for one, words in _TOLD if one == kind), "")
    if many:
        return Shape("string", constraints=_of_several(pattern), told=f"{told} {SEVERAL}".strip(), many=True)
    form = next((known for one, known in _FORMATS if one == kind), "default")
    return Shape("string", form, {"pattern": f"^{pattern}$"} if pattern else {}, told)


def _choice(kind: type[Choice], many: bool, town: Wording) -> Shape:
    """Keys, and what each of them means to people."""
    members = [one for one in kind if town.offers(one)]
    told = f"Valeurs : {' ; '.join(_said(one, town.label(one)) for one in members)}."
    if many:
        return Shape(
            "string",
            constraints=_of_several("|".join(re.escape(one.value) for one in members)),
            told=f"{SEVERAL} {told}",
            many=True,
        )
    return Shape("string", constraints={"enum": [one.value for one in members]}, told=told)


def _said(one: Choice, label: str) -> str:
    """« en-sommeil », with what people read where that says more."""
    return one.value if fold(one.value.replace("-", " ")) == fold(label) else f"{one.value} ({label})"


def _of_several(pattern: str) -> dict[str, Any]:
    return {"pattern": rf"^({pattern})(\|({pattern}))*$"} if pattern else {}


def _inner(hint: Any) -> tuple[Any, bool]:
    """`(type, is it a list)`: `X | None` is X, `tuple[X, ...]`, alone or between « one or more », a list."""
    if get_origin(hint) in (Union, UnionType):
        return _inner(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) is tuple:
        return _inner(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    return hint, False


def optional(hint: Any) -> bool:
    """Whether a field of that type may hold nothing."""
    return get_origin(hint) in (Union, UnionType) and type(None) in get_args(hint)


def _is(kind: Any, base: type) -> bool:
    return kind is base or (get_origin(kind) is Annotated and get_args(kind)[0] is base)


def _limits(kind: Any) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for one in (one for item in getattr(kind, "__metadata__", ()) for one in _bounds(item)):
        known |= {"minimum": one.ge} if hasattr(one, "ge") else {}
        known |= {"maximum": one.le} if hasattr(one, "le") else {}
    return known


def _bounds(item: Any) -> list[Any]:
    return list(item.metadata) if isinstance(item, FieldInfo) else []
