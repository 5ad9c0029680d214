"""Tasks shared with copies of the program: each done once, and no copy that outlives it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from hub.beside import beside
from hub.latch import latch
from tests import towns

BEGINNING = """
import os, signal, time
import hub.beside
from hub.beside import beside
from hub.latch import latch
os.sched_getaffinity = lambda _: range(COPIES + 1)
nothing = lambda: None
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere than on Linux there are no copies")


def alone(program: str, copies: int = 1) -> subprocess.CompletedProcess[str]:
    """A program of its own, to its end: that of the tests has threads."""
    command = [sys.executable, "-c", f"COPIES = {copies}{BEGINNING}{program}"]
    return subprocess.run(command, capture_output=True, text=True, cwd=towns.ROOT, timeout=60, check=False)


def nothing() -> None:
    """No preparation."""


@pytest.mark.parametrize("copies", [0, 1, 3])
def test_each_task_is_done_once(copies: int) -> None:
    said = alone(
        """
tasks = [lambda number=number: (number, bytes(300_000)) for number in range(30)]
with beside(tasks, nothing) as results:
    print(sorted(number for number, data in results if data == bytes(300_000)) == list(range(30)))
""",
        copies,
    )
    assert (said.stdout, said.stderr) == ("True\n", "")


@linux
def test_copies_begin_before_their_results_are_read() -> None:
    said = alone("""
reading, writing = os.pipe()
with beside([lambda: os.write(writing, b"begun")] * 2, nothing) as results:
    print(os.read(reading, 5))
""")
    assert said.stdout == "b'begun'\n"


@linux
def test_a_copy_begins_by_what_gains_by_being_done_together() -> None:
    said = alone("""
reading, writing = os.pipe()
with beside([lambda: os.write(writing, b"tasks")], nothing, [lambda: os.write(writing, b"other")]) as results:
    print(os.read(reading, 5))
    list(results)
print(os.read(reading, 5))
""")
    assert said.stdout == "b'other'\nb'tasks'\n"


@pytest.mark.parametrize("copies", [0, 1, 3])
def test_of_two_piles_each_task_is_done_once_too(copies: int) -> None:
    said = alone(
        """
tasks = [lambda number=number: number for number in range(20)]
with beside(tasks[:5], nothing, tasks[5:]) as results:
    print(sorted(results) == list(range(20)))
""",
        copies,
    )
    assert (said.stdout, said.stderr) == ("True\n", "")


def test_where_other_threads_run_there_is_no_copy() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with beside([os.getpid] * 9, nothing) as results:
            assert set(results) == {os.getpid()}
    finally:
        done.set()
        other.join()


@linux
def test_one_copy_alone_prepares() -> None:
    said = alone(
        """
reading, writing = os.pipe()
with beside([nothing] * 9, lambda: os.write(writing, b"prepared")) as results:
    list(results)
os.close(writing)
print(os.read(reading, 100))
""",
        3,
    )
    assert said.stdout == "b'prepared'\n"


IN_A_COPY = """
reading, writing = os.pipe()
first = os.getpid()
def task():
    if os.getpid() != first:
        os.write(writing, b"begun")
        in_a_copy()
with beside([task] * 2, nothing) as results:
    os.read(reading, 5)
    for _ in results:
        pass
"""
"""A program whose copy does what `in_a_copy` says, and reads the results once that has begun."""


@linux
def test_what_fails_in_a_copy_fails_here() -> None:
    said = alone(f"def in_a_copy():\n    raise ZeroDivisionError\n{IN_A_COPY}")
    assert said.stderr.splitlines()[-1] == "ZeroDivisionError"
    assert "in in_a_copy" in said.stderr


@linux
def test_what_was_at_hand_in_a_copy_is_told_here() -> None:
    said = alone(f"""
from hub.at_hand import at_hand
def in_a_copy():
    with at_hand("/agenda/bal/"):
        raise ZeroDivisionError
{IN_A_COPY}""")
    assert said.stderr.splitlines()[-2:] == ["ZeroDivisionError", "/agenda/bal/"]


@linux
def test_an_exception_that_cannot_cross_is_told_by_its_words() -> None:
    said = alone(f"""
class Own(Exception):
    def __init__(self, one, two):
        super().__init__("un mot")
def in_a_copy():
    raise Own(1, 2)
{IN_A_COPY}""")
    assert said.stderr.splitlines()[-1] == "RuntimeError: Own un mot"


@linux
def test_a_full_disk_is_told_as_it_is() -> None:
    said = alone(f"""
def in_a_copy():
    raise OSError(28, "plus de place")
{IN_A_COPY}""")
    assert said.stderr.splitlines()[-1] == "OSError: [Errno 28] plus de place"


@linux
def test_a_copy_that_somebody_kills_is_told() -> None:
    said = alone(f"""
def in_a_copy():
    os.kill(os.getpid(), signal.SIGKILL)
{IN_A_COPY}""")
    assert said.stderr.splitlines()[-1] == (
        "hub.beside.BesideError: Un des programmes qui font le site s'est arrêté (code -9) : recommencez."
    )


@linux
def test_leaving_before_the_end_ends_the_copies() -> None:
    said = alone(
        """
reading, writing = os.pipe()
def endless():
    os.write(writing, b"begun")
    while True:
        time.sleep(60)
with beside([endless] * 9, nothing):
    os.close(writing)  # the copies alone hold the other end now
    print(os.read(reading, 5))
while os.read(reading, 5):
    pass
print("ended")
""",
        3,
    )
    assert said.stdout == "b'begun'\nended\n"


@linux
def test_the_copies_die_with_the_program() -> None:
    program = f"""COPIES = 2{BEGINNING}
def endless():
    os.write(1, b"begun\\n")
    while True:
        time.sleep(60)
with beside([endless] * 9, nothing):
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=towns.ROOT) as process:
        assert process.stdout
        assert process.stdout.readline() == b"begun\n"
        process.kill()
        process.communicate(timeout=60)  # ends once nobody holds the other end


@linux
def test_what_one_copy_gives_the_others_take() -> None:
    said = alone(
        """
with latch() as given:
    with beside([given.take] * 9, lambda: given.give(b"one" * 100_000)) as results:
        given.leave()
        print(set(results) == {b"one" * 100_000})
""",
        3,
    )
    assert (said.stdout, said.stderr) == ("True\n", "")


@linux
def test_where_nobody_can_give_any_more_nothing_is_taken() -> None:
    said = alone("""
with latch() as given:
    def prepare():
        os.kill(os.getpid(), signal.SIGKILL)
    with beside([nothing] * 9, prepare):
        given.leave()
        print(given.take())
""")
    assert said.stdout == "b''\n"


def test_a_process_takes_what_it_gave_itself() -> None:
    with latch() as given:
        given.leave()
        given.give(b"one")
        assert given.take() == b"one"
