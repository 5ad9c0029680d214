"""What was made of things one by one, kept as long as they are there."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """What was made of each thing, from it alone: as true tomorrow, in another hub, for the same object.

    A thing is known by its identity, and is held: none that comes later can be taken for it. Nothing of it is
    pickled.
    """

    def __init__(self) -> None:
        self._made: dict[Callable[..., Any], dict[int, tuple[Any, Any]]] = {}

        self._made_of_all: dict[Callable[..., Any], tuple[tuple[Any, ...], tuple[Any, ...], Any]] = {}

    def of(self, make: Callable[..., T], thing: Any, *made_of_it: Any) -> T:
        """What `make` makes of `thing`, made once.

        It must look at nothing else, the day included, but at what was `made_of_it` alone before.
        """
        made = self._made.setdefault(make, {})
        known = made.get(id(thing))
        if known is None or known[0] is not thing:
            known = made[id(thing)] = (thing, make(thing, *made_of_it))
        value: T = known[1]
        return value

    def of_all(self, make: Callable[..., T], things: tuple[Any, ...], *facts: Any) -> T:
        """What `make` makes of `things` together and of `facts`, made once for the same objects in the same
        order and equal facts."""
        known = self._made_of_all.get(make)
        if known is None or known[1] != facts or not _are_same(known[0], things):
            known = self._made_of_all[make] = (things, facts, make(things, *facts))
        value: T = known[2]
        return value

    def forget(self) -> None:
        """Nobody will ask for what was made so far, or it may be made again."""
        self._made.clear()
        self._made_of_all.clear()

    def only(self, things: Iterable[Any]) -> Memory:
        """What is remembered of these things, one by one; together, the last that was made of each kind."""
        memory, those = Memory(), {id(thing): thing for thing in things}
        memory._made_of_all |= self._made_of_all
        for make, made in self._made.items():
            memory._made[make] = {
                key: known for key, known in made.items() if key in those and known[0] is those[key]
            }
        return memory

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()


def _are_same(some: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    return some is others or (len(some) == len(others) and all(map(operator.is_, some, others)))
