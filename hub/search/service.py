"""Pagefind's service: requests in by its standard input, answers out by its output, none waited for in turn.

A frame is a JSON object in base64, then a comma. Neither pipe may fill while the other end waits: what it
does not take yet is kept here, and whatever it has to say is read, each time something is asked.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import subprocess
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from hub.processes import tied

_END = b","
_TAKEN = "IndexedFile"
"""The answer to a record: that it was taken."""

_PIECE = 1 << 20
"""Bytes of a pipe, where the system allows it: enough work for the service while we do something else."""


class ServiceError(Exception):
    """The service ended, or said what it never says; the message is for people."""


class Service:
    """A service that runs: what it was asked, and what it has answered so far, by the number of the request.

    No thread: this process may be copied (`fork`) while the service works.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin and process.stdout
        self._input, self._output = process.stdin.fileno(), process.stdout.fileno()
        self._unsent, self._unread = bytearray(), bytearray()
        self._asked = self._answered = 0
        self._answers: dict[int, Any] = {}
        self._ended = False
        for pipe in (self._input, self._output):
            os.set_blocking(pipe, False)
            _widen(pipe)

    def ask(self, **request: Any) -> int:
        """Send a request as soon as the service takes it; returns its number. Raises `ServiceError`."""
        if self._ended:
            raise ServiceError("il s’est arrêté")
        number = self._asked
        self._asked += 1
        said = json.dumps({"message_id": number, "payload": request}, ensure_ascii=False)
        self._unsent += b64encode(said.encode()) + _END
        self._exchange(0)
        return number

    def skip(self, requests: int) -> None:
        """A copy of this process asks so many, and reads their answers, before this one goes on."""
        self._asked += requests

    def settle(self, patience: float) -> None:
        """Wait until it has answered all that it was asked. Raises as `answer`."""
        self._until(lambda: self._answered == self._asked, patience)

    @property
    def full(self) -> bool:
        """Whether it has more to take than it does now: what it is asked waits here."""
        self._exchange(0)
        return len(self._unsent) > _PIECE

    def has_answered(self, number: int) -> bool:
        """Whether the answer to a request is there."""
        self._exchange(0)
        return number in self._answers

    def flush(self, patience: float) -> None:
        """Wait until the service has taken all that it was asked. Raises as `answer`."""
        self._until(lambda: not self._unsent, patience)

    def answer(self, number: int, patience: float) -> Any:
        """The answer to a request, as the service gives it, once.

        Raises `ServiceError` where it ended or made no sense, `TimeoutError` after `patience` seconds.
        """
        self._until(lambda: number in self._answers, patience)
        return self._answers.pop(number)

    def _until(self, done: Callable[[], bool], patience: float) -> None:
        end = time.monotonic() + patience
        while not done():
            left = end - time.monotonic()
            if self._ended:
                raise ServiceError("il s’est arrêté")
            if left <= 0:
                raise TimeoutError
            self._exchange(left)

    def _exchange(self, patience: float) -> None:
        """Give and take what the pipes have room for; wait for that at most `patience` seconds."""
        if self._ended:
            return
        asked = select.poll()  # no selector: one would be made and unmade for each record
        asked.register(self._output, select.POLLIN)
        if self._unsent:
            asked.register(self._input, select.POLLOUT)
        pipes = {pipe for pipe, _ in asked.poll(1000 * patience)}
        if self._input in pipes:
            self._write()
        if self._output in pipes:
            self._read()

    def _write(self) -> None:
        try:
            sent = os.write(self._input, self._unsent[:_PIECE])
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._ended = True
            return
        del self._unsent[:sent]

    def _read(self) -> None:
        piece = os.read(self._output, _PIECE)
        if not piece:
            self._ended = True
        self._unread += piece
        if _END not in piece:
            return
        *frames, rest = self._unread.split(_END)
        self._unread = rest
        for frame in frames:
            self._take(frame)

    def _take(self, frame: bytearray) -> None:
        try:
            said = json.loads(b64decode(frame, validate=True))
            number, payload = said["message_id"], said["payload"]
        except (ValueError, TypeError, KeyError):
            raise ServiceError("sa réponse est illisible") from None
        if payload.get("type") == "Error":
            raise ServiceError(f"il refuse ce qu’on lui donne : {payload.get('message')}")
        if payload.get("type") != _TAKEN:  # thousands of them, which nobody asks for
            self._answers[number] = payload
        self._answered += 1


def _widen(pipe: int) -> None:
    with suppress(AttributeError, OSError):  # Linux alone, and as far as an administrator lets us
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIECE)


@contextmanager
def running(command: Sequence[str], folder: Path, complaints: IO[bytes]) -> Iterator[Service]:
    """A service that works in `folder`; leaving the block ends it, whatever happened.

    It says what goes wrong into `complaints`.
    """
    with subprocess.Popen(
        tied(command), cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, bufsize=0
    ) as process:
        try:
            yield Service(process)
        finally:
            process.kill()
