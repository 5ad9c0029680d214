"""What pydantic refuses -> faults with a place, for `hub.checks` to put into words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hub.model.fields import Choice
from hub.sources import Fault, Origin
from hub.sources.document import Key

CODES = {
    "extra_forbidden": "C001",
    "missing": "C002",
    "string_type": "C003",
    "tuple_type": "C004",
    "model_type": "C005",
    "model_attributes_type": "C005",
    "enum": "C006",
    "date": "C007",
    "calendar": "C008",
    "int_parsing": "C009",
    "int_type": "C009",
    "greater_than_equal": "C009",
    "less_than_equal": "C009",
    "string_pattern_mismatch": "C010",
    "string_too_long": "C010",
    "web_address": "C011",
    "string_too_short": "C002",
}
"""Error types of pydantic and of `hub.model`, and the rule each breaks."""


def faults_of(error: ValidationError, model: type[BaseModel], origin: Origin) -> Iterator[Fault]:
    """One fault for each thing `error` refuses in the source at `origin`."""
    for detail in error.errors(include_url=False):
        yield _fault(detail, model, origin)


def _fault(detail: ErrorDetails, model: type[BaseModel], origin: Origin) -> Fault:
    loc: tuple[Key, ...] = detail["loc"]
    code = CODES.get(detail["type"], "C012")
    field = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
    values = {"champ": field}
    if code == "C002":
        return Fault(code, origin.at(*loc[:-1]), values)
    if code == "C001":
        values["attendus"] = ", ".join(_owner(model, loc[:-1]).model_fields)
        return Fault(code, origin.at(*loc, key=True), values)
    given = detail["input"]
    values["valeur"] = given if isinstance(given, str) else ""
    if code == "C006":
        values["attendus"] = ", ".join(_choices(model, loc))
    return Fault(code, origin.at(*loc), values)


def _owner(model: type[BaseModel], loc: tuple[Key, ...]) -> type[BaseModel]:
    """The model of the mapping at `loc`."""
    for step in loc:
        if isinstance(step, str):
            model = _inner(model.model_fields[step].annotation, BaseModel)
    return model


def _choices(model: type[BaseModel], loc: tuple[Key, ...]) -> list[str]:
    """The values allowed at `loc`, a field whose type is an enumeration."""
    steps = [step for step in loc if isinstance(step, str)]
    field = _owner(model, tuple(steps[:-1])).model_fields[steps[-1]]
    return [member.value for member in _inner(field.annotation, Choice)]


def _inner(annotation: Any, kind: type) -> Any:
    """The first class of `kind` inside an annotation such as `tuple[Seat, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return annotation
    for part in get_args(annotation):
        if found := _inner(part, kind):
            return found
    return None
