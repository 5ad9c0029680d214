"""The journal of a sending, beside the list: who was served, so that nobody is served twice."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO

from hub.system import reason


class State(StrEnum):
    """What became of a message; a word of the journal."""

    TRIED = "essai"
    SENT = "parti"
    REFUSED = "refusé"
    LATER = "plus-tard"


class JournalError(Exception):
    """The journal cannot be used; the message is a French sentence."""


class Journal:
    """What became of each message, by address in lower case; the last line about an address counts.

    A line is on the disk before the next step: whoever pulls the plug finds the truth. `essai` without a
    line after it means that the server had the message and did not answer: it may have been sent.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._states = dict(_states(file))

    def state(self, address: str) -> State | None:
        """What became of the message to `address`, None where nothing was tried."""
        return self._states.get(address.lower())

    def write(self, address: str, state: State, detail: str = "") -> None:
        """Note `state` on the disk."""
        line = "\t".join((state, address, " ".join(detail.split()))).rstrip("\t")
        self._file.write(f"{line}\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._states[address.lower()] = state


def journal_of(subscribers: Path, letter: str) -> Path:
    """Where the journal of an issue lies: `abonnes.txt` -> `abonnes.txt.2026-11.journal`."""
    return subscribers.with_name(f"{subscribers.name}.{letter}.journal")


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    """The journal of `path`, for one sending at a time. Only its owner may read it: it holds addresses.

    Raises `JournalError` while another sending has it.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as error:
        raise JournalError(f"Le journal « {path} » ne s'ouvre pas : {reason(error)}.") from None
    with os.fdopen(descriptor, "r+", encoding="utf-8", errors="replace") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise JournalError("Un autre envoi de cette lettre est en cours : attendez sa fin.") from None
        if not _ends_its_line(path):
            file.write("\n")
        yield Journal(file)


def _ends_its_line(path: Path) -> bool:
    """Whether the journal ends with a whole line: a hand may have edited it."""
    return path.stat().st_size == 0 or path.read_bytes().endswith(b"\n")


def past(path: Path) -> dict[str, State]:
    """The states that a journal tells, without opening it for writing; nothing where there is none.

    Raises `JournalError` for one that cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            return dict(_states(file))
    except FileNotFoundError:
        return {}
    except OSError:
        raise JournalError(
            f"Le journal « {path} » ne peut pas être lu : ce doit être un fichier ordinaire, que vous pouvez "
            "lire et écrire. Sans lui, des abonnés seraient servis deux fois."
        ) from None


def _states(file: IO[str]) -> Iterator[tuple[str, State]]:
    """A line cut by a failure says nothing but that something was tried."""
    known = {str(state): state for state in State}
    for line in file:
        state, _, rest = line.strip("\ufeff\n").partition("\t")
        address = rest.partition("\t")[0].lower()
        if address:
            yield address, known.get(state, State.TRIED)
