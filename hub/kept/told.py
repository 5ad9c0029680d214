"""Values as digests: two that have the same are the same to whoever makes a page of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from hub.markup.picture import planned
from hub.model.dates import PartialDate
from hub.model.fields import Entity
from hub.model.kind import Kind
from hub.model.occurrence import Occurrence
from hub.model.site import Site
from hub.sources import Attachment

_LENGTH = 32

_SAID = frozenset((str, int, float, bool, bytes, type(None), dt.date, dt.datetime, dt.time, dt.timedelta))
"""Types whose values Python writes without leaving anything out."""


class UntoldError(TypeError):
    """A value of which nothing can be told: what is made of it cannot be kept."""


class Told:
    """Tells values; of each thing of a hub once. It holds them: no other takes the identity of one."""

    def __init__(self) -> None:
        self._things: dict[int, tuple[Any, str]] = {}
        self._functions: dict[FunctionType, str] = {}

    def digest(self, value: Any) -> str:
        """The digest of a value: what is said of it, where that is shorter. Raises `UntoldError`."""
        words = self._words(value)
        return words if len(words) <= _LENGTH else _digest(words)

    def _words(self, value: Any) -> str:
        kind = type(value)
        if kind in _SAID:
            return repr(value)
        words = _WAYS.get(kind) or _WAYS.setdefault(kind, _way_of(kind))
        return words(self, value)

    def _words_of_list(self, value: tuple[Any, ...] | list[Any]) -> str:
        return f"{type(value).__name__}({','.join(map(self._words, value))})"

    def _thing(self, thing: Entity | Occurrence) -> str:
        """A thing, or a time that one takes place: many lists hold the same one."""
        found = self._things.get(id(thing))
        if found is None:
            words = _words_of(thing) if isinstance(thing, Entity) else ",".join(map(self._words, thing))
            found = self._things[id(thing)] = thing, _digest(words)
        return found[1]

    def _words_of_dataclass(self, value: Any) -> str:
        fields = (getattr(value, field.name) for field in dataclasses.fields(value))
        return f"{type(value).__qualname__}({','.join(map(self._words, fields))})"

    def _words_of_other(self, value: Any) -> str:
        if hasattr(value, "given"):  # all else that it knows is read of the hub
            return f"{type(value).__qualname__}({self._words(value.given)})"
        raise UntoldError(f"nothing is told of {type(value).__qualname__}")

    def _words_of_mapping(self, value: Mapping[Any, Any]) -> str:
        pairs = (f"{self._words(key)}:{self._words(one)}" for key, one in value.items())
        return f"{{{','.join(pairs)}}}"

    def _words_of_set(self, value: frozenset[Any]) -> str:
        return f"set({','.join(sorted(map(self._words, value)))})"

    def _words_of_partial(self, value: partial[Any]) -> str:
        return f"partial({self._words((value.func, value.args, value.keywords))})"

    def _words_of_method(self, value: MethodType) -> str:
        return f"{self._words(value.__func__)} of {self._words(value.__self__)}"

    def _words_of_function(self, value: FunctionType) -> str:
        """A function by its place in the program, and what it found around itself when it was made."""
        if inner := getattr(value, "__wrapped__", None):
            return self._words(inner)
        if value not in self._functions:
            self._functions[value] = self._words_of_code(value)
        return self._functions[value]

    def _words_of_code(self, value: FunctionType) -> str:
        code = value.__code__
        around = tuple(cell.cell_contents for cell in value.__closure__ or ())
        consts = tuple(one for one in code.co_consts if type(one) in _SAID)
        own = code.co_firstlineno, code.co_code, code.co_names, consts, value.__defaults__, around
        return f"{value.__module__}.{value.__qualname__}{self._words(own)}"


_Way = Callable[[Told, Any], str]

_KINDS: tuple[tuple[Any, _Way], ...] = (
    ((Entity, Occurrence), Told._thing),
    (PartialDate, lambda told, value: f"{type(value).__name__}({value})"),
    ((tuple, list), Told._words_of_list),
    ((str, Enum), lambda told, value: f"{type(value).__qualname__} {value!r}"),
    (Mapping, Told._words_of_mapping),
    ((set, frozenset), Told._words_of_set),
    (Kind, lambda told, value: f"Kind({value.attribute})"),
    (Attachment, lambda told, value: _words_of_file(value)),
    (partial, Told._words_of_partial),
    (MethodType, Told._words_of_method),
    (FunctionType, Told._words_of_function),
    ((type, BuiltinFunctionType), lambda told, value: f"{value.__module__}.{value.__qualname__}"),
)

_WAYS: dict[type, _Way] = {}
"""How values of each type that was met are told: looked for once, there are thousands of them."""


def _way_of(kind: type) -> _Way:
    for kinds, words in _KINDS:
        if issubclass(kind, kinds):
            return words
    return Told._words_of_dataclass if dataclasses.is_dataclass(kind) else Told._words_of_other


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _words_of(thing: Entity) -> str:
    """All that a thing says: its fields, and of its file the name and the text, which have no field."""
    own = (thing.__pydantic_private__ or {}).get("_origin")
    where = own.document.stem if own and not isinstance(thing, Site) else ""
    return f"{type(thing).__qualname__} {where!r} {getattr(thing, 'text', '')!r} {thing.model_dump_json()}"


def _words_of_file(file: Attachment) -> str:
    """An image by what it holds, whenever it was saved; a document by its name and weight, which are told."""
    try:
        found: Any = planned(file)
    except (OSError, ValueError):
        found = None
    return f"{file.path} {file.size} {found!r}"
