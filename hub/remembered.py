"""What is made once and used often, and what was read to make it.

Whoever makes a file may ask which facts it read: those that it read itself, and those that went into what it
found made. One process makes one thing at a time here: threads (those of `serve`) note nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from hub.aside import Aside

P = ParamSpec("P")
T = TypeVar("T")

Fact = tuple[str, ...]
"""A question to the hub, or to what is made of it: `("named", "Malakfé")`."""

_open: list[set[Fact]] = []
"""Where facts are noted; the last one is of what is being made now."""


def note(fact: Fact) -> None:
    """This was read."""
    if _open:
        _open[-1].add(fact)


def is_noted() -> bool:
    """Whether somebody asks what is read now."""
    return bool(_open)


@contextmanager
def noting() -> Iterator[set[Fact]]:
    """What is read in the block, and is noted nowhere else."""
    facts: set[Fact] = set()
    _open.append(facts)
    try:
        yield facts
    finally:
        _open.pop()


def remembered(
    make: Callable[P, T],
    key: Callable[..., Any] | None = None,
    *,
    aside: Aside | None = None,
    most: int | None = None,
) -> Callable[P, T]:
    """`make`, which is called once for the same arguments: whoever asks again reads what that call read.

    `key` tells arguments apart where they cannot be compared, or not quickly. What is made stands `aside`,
    where it is heavy; of the `most` last ones alone, where they are soon asked for again or not at all.
    """
    known: dict[Any, tuple[Any, tuple[Fact, ...]]] = {}

    @wraps(make, updated=())
    def recalled(*args: P.args, **kwargs: P.kwargs) -> T:
        name = key(*args) if key else args
        if name not in known:
            with noting() as read:
                made = make(*args, **kwargs)
            known[name] = aside.put_value(made) if aside else made, tuple(read)
            if most and len(known) > most:
                del known[next(iter(known))]
            if _open:
                _open[-1] |= read
            return made
        found, facts = known[name]
        if _open:
            _open[-1].update(facts)
        kept: T = aside.value(found) if aside else found
        return kept

    return recalled
