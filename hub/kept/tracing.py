"""What each file is made of: noted while it is made, asked again before the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hub.kept.book import Book, Entry
from hub.kept.told import Told, UntoldError
from hub.kept.trace import Trace
from hub.kept.watched import Answers
from hub.remembered import Fact, noting

if TYPE_CHECKING:
    from hub.model import Hub
    from hub.pages import Pages


class Tracing:
    """Tells which files of a former `book` would be made the same again of `hub`; notes those that are made.

    `tools` are those of the pages, whose hub is watched.
    """

    def __init__(self, book: Book, hub: Hub, tools: Pages) -> None:
        self._book = book
        self._told = Told()
        self._answers = Answers(tools, hub, self._told)
        self._holds: list[bool | None] = [None] * len(book.facts)
        self._known: dict[Fact, tuple[Fact, str]] = {}

    def made_by(self, maker: Any) -> str:
        """The digest of a maker and of what it is given; '' where that cannot be told: it is not kept."""
        try:
            return self._told.digest(maker)
        except UntoldError:
            return ""

    def entry(self, path: str, made_by: str) -> Entry | None:
        """What was made at `path`, where its maker would read today what it read then."""
        entry = self._book.entries.get(path)
        if entry is None or entry.made_by != made_by:
            return None
        holds = self._holds
        return entry if all(holds[number] or self._still(number) for number in entry.facts) else None

    def _still(self, number: int) -> bool:
        found = self._holds[number]
        if found is None:
            fact, digest = self._book.facts[number]
            found = self._holds[number] = bool(digest) and self._answers.digest(fact) == digest
        return found

    @contextmanager
    def noted(self, made_by: str) -> Iterator[Callable[[], Trace | None]]:
        """Note what is read in the block; what is yielded tells it, after the block."""
        with noting() as facts:
            yield lambda: self._trace(made_by, facts)

    def _trace(self, made_by: str, facts: set[Fact]) -> Trace | None:
        if not made_by:
            return None
        known = self._known
        return Trace(made_by, tuple([known.get(fact) or self._answered(fact) for fact in facts]))

    def _answered(self, fact: Fact) -> tuple[Fact, str]:
        """A fact and its digest, the same object for all the files that read it."""
        with noting():  # what is looked at to answer is no fact of anybody's
            found = self._known[fact] = fact, self._answers.digest(fact)
        return found
