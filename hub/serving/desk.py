"""One thing is made at a time, and whoever is waited for goes first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Desk:
    """A lock for all that is made of a hub, which no two threads may touch at once."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._turn = threading.Condition()
        self._urgent = 0

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """The desk for something that somebody waits for."""
        with self._turn:
            self._urgent += 1
            self._turn.notify_all()
        try:
            with self._lock:
                yield
        finally:
            with self._turn:
                self._urgent -= 1
                self._turn.notify_all()

    @contextmanager
    def in_time(self) -> Iterator[None]:
        """The desk for a small part of a long work, once nobody waits."""
        with self._turn:
            self._turn.wait_for(lambda: not self._urgent)
        with self._lock:
            yield
