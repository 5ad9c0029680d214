"""What was at hand when something went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_hand(what: str) -> Iterator[None]:
    """Whatever goes wrong in the block is noted as having gone wrong with `what`, a file or an address."""
    try:
        yield
    except Exception as error:
        error.add_note(what)
        raise
