"""What an importer gives: drafts of files, what to ask, what it left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from hub.called import called


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was asked: `root` is the folder of the sources; `columns` says what is in a column of
    a table, as it was typed; `commune` is an Insee code ('' for none)."""

    root: Path
    today: dt.date
    columns: tuple[str, ...] = ()
    commune: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """What somebody must answer: `path` and `line` (from 1) say where, in a file of the hub, else in the file
    that was given. `persons` are words of the message that a public list must not repeat."""

    path: str
    line: int
    message: str
    persons: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """`path:line`."""
        return f"{self.path}:{self.line}"

    @property
    def public(self) -> str:
        """The message, without the words that name somebody."""
        said = self.message
        for words in sorted(self.persons, key=len, reverse=True):
            said = said.replace(words, "…")
        return said


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the hub: its path from the folder of the sources, with « / », and all that it holds."""

    path: str
    content: str | bytes

    @property
    def data(self) -> bytes:
        """Its bytes; a text is in UTF-8."""
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: `kind` is one of `kinds.IMPORTERS`, `unread` the words of the file that stand
    in no field and in no text, `remarks` what is good to know and asks for nothing."""

    kind: str
    written: tuple[Written, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class ImportingError(Exception):
    """Why nothing is written: a French sentence."""


def mend_first(path: str) -> ImportingError:
    """Why nothing is added to a file of the town, or to a folder of them, which cannot be read."""
    return ImportingError(f"{path} est à corriger d'abord : « {called().command} check » dit où.")
