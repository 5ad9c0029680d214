"""What every forge has, by the words of none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol


class ForgeError(Exception):
    """The forge did not do what it was asked; the message is a French sentence, `status` its HTTP status."""

    def __init__(self, words: str, status: int = 0) -> None:
        super().__init__(words)
        self.status = status


@dataclass(frozen=True)
class Issue:
    """An issue that is open."""

    number: int
    title: str
    body: str
    author: str
    url: str = ""


@dataclass(frozen=True)
class Note:
    """A comment under an issue or a proposal."""

    id: int
    body: str
    author: str


@dataclass(frozen=True)
class Change:
    """A proposal to be made: its branch, its words, and the text of each file by path."""

    branch: str
    title: str
    body: str
    files: Mapping[str, str] = field(default_factory=dict)


class Forge(Protocol):
    """What is asked of a forge; each raises ForgeError. `of_proposal` tells a proposal from an issue."""

    def names(self) -> frozenset[str]:
        """The names under which it writes with our token: nobody else's words are ever changed."""

    def issues(self) -> Iterator[Issue]:
        """Those that are open, the latest first."""

    def issue(self, number: int) -> Issue: ...

    def open_issue(self, title: str, body: str) -> Issue: ...

    def edit_issue(self, number: int, title: str, body: str) -> None: ...

    def close_issue(self, number: int) -> None: ...

    def notes(self, number: int, *, of_proposal: bool) -> Iterator[Note]: ...

    def write_note(self, number: int, body: str, *, of_proposal: bool) -> None: ...

    def edit_note(self, number: int, note: int, body: str, *, of_proposal: bool) -> None: ...

    def propose(self, change: Change) -> str:
        """Make the branch from the main one, its files and the proposal; returns the address of it, '' where
        the branch exists already."""
