"""Values as digests: two that have the same are the same to whoever makes a page of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping
from enum import Enum
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from hub.model.fields import Entity
from hub.model.kind import Kind
from hub.model.site import Site
from hub.sources import Attachment

_PLAIN = (str, int, float, bool, bytes, type(None), dt.date, dt.time, dt.timedelta, Enum)
_LENGTH = 32


class UntoldError(TypeError):
    """A value of which nothing can be told: what is made of it cannot be kept."""


class Told:
    """Tells values; of each thing of a hub once. It holds them: no other takes the identity of one."""

    def __init__(self) -> None:
        self._things: dict[int, tuple[Any, str]] = {}

    def digest(self, value: Any) -> str:
        """The digest of a value. Raises `UntoldError`."""
        if isinstance(value, Entity):
            return self._thing(value)
        return _digest(self._words(value))

    def _thing(self, thing: Entity) -> str:
        found = self._things.get(id(thing))
        if found is None:
            found = self._things[id(thing)] = thing, _digest(_words_of(thing))
        return found[1]

    def _words(self, value: Any) -> str:
        if isinstance(value, Entity):
            return self._thing(value)
        if isinstance(value, _PLAIN):
            return repr(value)
        if isinstance(value, tuple | list):
            return f"{type(value).__name__}({','.join(map(self._words, value))})"
        if isinstance(value, Mapping):
            pairs = (f"{self._words(key)}:{self._words(one)}" for key, one in value.items())
            return f"{{{','.join(pairs)}}}"
        if isinstance(value, set | frozenset):
            return f"set({','.join(sorted(map(self._words, value)))})"
        return self._words_of_other(value)

    def _words_of_other(self, value: Any) -> str:
        if isinstance(value, Kind):
            return f"Kind({value.attribute})"
        if isinstance(value, Attachment):
            return _words_of_file(value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = (getattr(value, field.name) for field in dataclasses.fields(value))
            return f"{type(value).__qualname__}({','.join(map(self._words, fields))})"
        if isinstance(value, partial):
            return f"partial({self._words((value.func, value.args, value.keywords))})"
        if isinstance(value, MethodType):
            return f"{self._words(value.__func__)} of {self._words(value.__self__)}"
        if isinstance(value, type | BuiltinFunctionType):
            return f"{value.__module__}.{value.__qualname__}"
        if isinstance(value, FunctionType):
            return self._words_of_function(value)
        if hasattr(value, "given"):  # all else that it knows is read of the hub
            return f"{type(value).__qualname__}({self._words(value.given)})"
        raise UntoldError(f"nothing is told of {type(value).__qualname__}")

    def _words_of_function(self, value: FunctionType) -> str:
        """A function by its name, where that says all: one that was made in another holds what nobody sees."""
        if inner := getattr(value, "__wrapped__", None):
            return self._words(inner)
        if value.__closure__ or "<" in value.__qualname__:
            raise UntoldError(f"nothing is told of {value.__qualname__}")
        return f"{value.__module__}.{value.__qualname__}"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _words_of(thing: Entity) -> str:
    """All that a thing says: its fields, and of its file the name and the text, which have no field."""
    own = (thing.__pydantic_private__ or {}).get("_origin")
    where = own.document.stem if own and not isinstance(thing, Site) else ""
    return f"{type(thing).__qualname__} {where!r} {getattr(thing, 'text', '')!r} {thing.model_dump_json()}"


def _words_of_file(file: Attachment) -> str:
    """An image by what it holds, whenever it was saved; a document by its name and its weight, which are told."""
    from hub.markup.picture import planned

    try:
        found: Any = planned(file)
    except (OSError, ValueError):
        found = None
    return f"{file.path} {file.size} {found!r}"
