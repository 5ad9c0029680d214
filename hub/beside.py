"""Tasks shared out between this process and copies of it: each is done once, by whoever is free."""

from __future__ import annotations

import fcntl
import gc
import multiprocessing
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, TypeVar

from hub.processes import dies_with, interruptions_held, leave_endings

T = TypeVar("T")

MOST = 4
"""Processes: beyond, they wait for the disk and for each other."""

_ROOM = 1 << 20
"""Bytes of results that wait for this process to read them, while a copy goes on."""

_TOKEN = 4
"""Bytes of a task's number, in the pipes from which processes take the next one."""


class BesideError(Exception):
    """A copy was stopped: by somebody, or by a machine that had no memory left."""


class _Failure(NamedTuple):
    """What a copy raised, and its traceback as text, which no exception can carry across."""

    error: Exception
    trace: str


class _ThereError(Exception):
    """The traceback of a copy, as the cause of what it raised."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


def copies_for(tasks: int) -> int:
    """How many copies of this process help it: none where a copy would not be whole.

    Another thread would not be in it (those of `serve`); systems but Linux do not promise that it works.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 0
    return max(0, min(len(os.sched_getaffinity(0)), MOST, tasks) - 1)


@contextmanager
def beside(
    tasks: Sequence[Callable[[], T]],
    prepare: Callable[[], None],
    others: Sequence[Callable[[], T]] = (),
) -> Iterator[Iterator[T]]:
    """Begin `tasks`, in this order; what is yielded gives their results as they come, and does its share.

    Copies of this process, which know all that it knows, begin at once, and this one as soon as the results
    are read. The first of them calls `prepare` before anything else; where there is no copy, it is called
    here, as soon as the results are read. `others` are tasks that gain by being done where each other were:
    every second process begins by these. Leaving the block ends the copies.

    Reading the results raises what a task raised, and `BesideError` when a copy was stopped.
    """
    copies = copies_for(len(tasks) + len(others))
    if not copies:
        yield _alone((*tasks, *others), prepare)
        return
    piles = _pile(range(len(tasks))), _pile(range(len(tasks), len(tasks) + len(others)))
    team = _Team((*tasks, *others), piles)
    gc.freeze()  # what is there stays: neither the copies nor this process look through it any more
    try:
        for number in range(copies):
            team.begin(piles if number % 2 else piles[::-1], prepare if number == 0 else None)
        yield team.results()
    finally:
        team.end()
        gc.unfreeze()
        for pile in piles:
            os.close(pile)


def _pile(numbers: Iterable[int]) -> int:
    """A pipe from which each process takes the number of the task that it does next."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_TOKEN, "big") for number in numbers))
    os.close(writing)
    return reading


def _next(piles: Iterable[int]) -> int | None:
    """The number of a task that nobody has taken, of the first pile that has any."""
    for pile in piles:
        if token := os.read(pile, _TOKEN):
            return int.from_bytes(token, "big")
    return None


def _alone(tasks: Sequence[Callable[[], T]], prepare: Callable[[], None]) -> Iterator[T]:
    prepare()
    for task in tasks:
        yield task()


class _Team:
    """The copies, and what they have not told yet."""

    def __init__(self, tasks: Sequence[Callable[[], Any]], piles: Sequence[int]) -> None:
        self._tasks = tasks
        self._piles = piles
        self._copies: dict[Connection, multiprocessing.process.BaseProcess] = {}

    def begin(self, piles: Sequence[int], prepare: Callable[[], None] | None) -> None:
        reading, writing = multiprocessing.Pipe(duplex=False)
        fcntl.fcntl(writing.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)
        arguments = self._tasks, piles, writing, prepare, os.getpid()
        process = multiprocessing.get_context("fork").Process(target=_work, args=arguments)
        with interruptions_held():
            process.start()
        self._copies[reading] = process
        writing.close()

    def results(self) -> Iterator[Any]:
        while (number := _next(self._piles)) is not None:
            yield from self._arrived(0)
            yield self._tasks[number]()
        while self._copies:
            yield from self._arrived(None)

    def _arrived(self, patience: float | None) -> Iterator[Any]:
        for told in wait(list(self._copies), patience):
            assert isinstance(told, Connection)
            try:
                result, done = told.recv()
            except EOFError:
                self._stopped(told)
            if isinstance(result, _Failure):
                raise result.error from _ThereError(result.trace)
            if done:
                self._copies.pop(told).join()
                told.close()
            else:
                yield result

    def _stopped(self, told: Connection) -> None:
        process = self._copies[told]
        process.join()
        raise BesideError(
            f"Un des programmes qui font le site s'est arrêté (code {process.exitcode}) : recommencez."
        )

    def end(self) -> None:
        for told, process in self._copies.items():
            process.kill()
            process.join()
            told.close()


def _work(
    tasks: Sequence[Callable[[], Any]],
    piles: Sequence[int],
    telling: Connection,
    prepare: Callable[[], None] | None,
    parent: int,
) -> None:
    """A copy: does tasks until there is none left, and lives no longer than its parent."""
    leave_endings()
    dies_with(parent)
    try:
        if prepare:
            prepare()
        while (number := _next(piles)) is not None:
            telling.send((tasks[number](), False))
    except Exception as error:  # it is told where the results are read
        telling.send((_Failure(_portable(error), traceback.format_exc()), True))
    else:
        telling.send((None, True))


def _portable(error: Exception) -> Exception:
    """The exception itself, or what it says where it cannot cross from one process to another."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__} {error}")
    return error
