"""What `build.py changes --format json` prints -> its JSON Schema: the nouns of `hub.changes`, with French
words.

A field that is added there, and has no words here, stops `make schemas`.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hub.changes.nouns import UNSAID, Changes
from hub.checks import Problem
from hub.incomplete import IncompleteError
from hub.schemas.documents import DRAFT
from hub.schemas.problems import PROBLEM
from hub.schemas.shapes import Schema
from hub.schemas.words.changing import NOUNS

_OWN: dict[str, Schema] = {
    "summary": {"type": "string", "description": "Tout, en une phrase ou deux."},
    "nothing": {"type": "boolean", "description": "Si personne n’y verra de différence."},
}
"""What is said of the whole besides."""


def changes() -> Schema:
    """The schema of what is printed."""
    whole = _of(Changes)
    properties = {**_OWN, **whole["properties"]}
    return {"$schema": DRAFT, **whole, "properties": properties, "required": [*properties]}


def _of(noun: type) -> Schema:
    """The schema of a noun. Raises `IncompleteError` for a field without words."""
    title, words = NOUNS[noun]
    properties = {}
    for name, hint in get_type_hints(noun).items():
        if name in UNSAID:
            continue
        if name not in words:
            told = f"« {name} » de {noun.__name__} n'a pas de mots"
            raise IncompleteError(f"{told} : écrivez-les dans hub/schemas/words/changing.py.")
        properties[name] = {**_value(hint), "description": words[name]}
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _value(hint: Any) -> Schema:
    """The schema of a value of that type."""
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(arguments[0])}
    if get_origin(hint) in (Union, UnionType):
        (kind,) = (one for one in arguments if one is not NoneType)
        return {"anyOf": [_value(kind), {"type": "null"}]}
    if hint is Problem:
        return dict(PROBLEM)
    if issubclass(hint, StrEnum):
        return {"type": "string", "enum": [member.value for member in hint]}
    return dict(_PLAIN[hint]) if hint in _PLAIN else _of(hint)


_PLAIN: dict[type, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
}
