"""A mapping of which each part that is read is noted."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from typing import Any, TypeVar

from hub.remembered import Fact, note

ALL, KEYS = "*", "#"
"""Of a mapping, the whole of it, or its keys alone: no key is written so."""

Made = TypeVar("Made", bound=Callable[[Any], Mapping[Any, Any]])

SHARED: dict[str, Callable[[Any], Mapping[Any, Any]]] = {}
"""What is made once of a hub for many files, and of which each reads a part."""


def shared(make: Made) -> Made:
    """Declare that files depend on the parts that they read of what `make` makes of a hub, rather than on all
    that it is made of."""
    SHARED[name_of(make)] = make
    return make


def name_of(make: Callable[..., Any]) -> str:
    """By which what it makes is asked for."""
    return f"{make.__module__}.{make.__qualname__}"


class Parts(Mapping[Any, Any]):
    """A mapping that notes under `asked` which of its parts are read."""

    given = ()

    def __init__(self, whole: Mapping[Any, Any], asked: Fact) -> None:
        self._whole = whole
        self._asked = asked

    def __getitem__(self, key: Any) -> Any:
        note((*self._asked, written(key)))
        return self._whole[key]

    def get(self, key: Any, default: Any = None) -> Any:
        note((*self._asked, written(key)))
        return self._whole.get(key, default)

    def __contains__(self, key: Any) -> bool:
        note((*self._asked, written(key)))
        return key in self._whole

    def _all(self) -> Mapping[Any, Any]:
        note((*self._asked, ALL))
        return self._whole

    def items(self) -> ItemsView[Any, Any]:
        return self._all().items()

    def values(self) -> ValuesView[Any]:
        return self._all().values()

    def __iter__(self) -> Iterator[Any]:
        note((*self._asked, KEYS))
        return iter(self._whole)

    def __len__(self) -> int:
        note((*self._asked, KEYS))
        return len(self._whole)

    def __eq__(self, other: object) -> bool:
        return self._all() == other

    __hash__ = None  # type: ignore[assignment]


def written(key: Any) -> str:
    """A key as it is noted: a text as it is, anything else as Python writes it."""
    return key if isinstance(key, str) else repr(key)
