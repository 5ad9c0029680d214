"""Files made by a copy of the program: the same ones, and no copy that outlives it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from hub.beside import BesideError, beside
from tests import towns

FILES = [("rss.xml", b"<rss/>"), ("lourd.bin", bytes(300_000))]


def test_the_files_come_as_they_were_made() -> None:
    with beside(lambda: FILES) as made:
        assert list(made) == FILES


def test_a_copy_of_the_program_makes_them() -> None:
    with beside(lambda: [("pid", str(os.getpid()).encode())]) as made:
        ((_, pid),) = made
    assert int(pid) != os.getpid()


def test_where_other_threads_run_they_are_made_here() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with beside(lambda: [("pid", str(os.getpid()).encode())]) as made:
            ((_, pid),) = made
    finally:
        done.set()
        other.join()
    assert int(pid) == os.getpid()


def test_what_fails_in_the_copy_fails_here(capfd: pytest.CaptureFixture[str]) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        raise ZeroDivisionError

    with beside(broken) as made, pytest.raises(BesideError):
        list(made)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_leaving_before_the_end_ends_the_copy() -> None:
    reading, writing = os.pipe()

    def endless() -> Iterator[tuple[str, bytes]]:
        os.close(reading)
        while True:
            yield FILES[0]

    with beside(endless):
        os.close(writing)  # the copy alone holds the other end now
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_the_copy_dies_with_the_program() -> None:
    program = """
import os, signal, time
from hub.beside import beside
def endless():
    os.write(1, b"begun\\n")
    while True:
        time.sleep(60)
        yield "", b""
with beside(endless):
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=towns.ROOT) as process:
        assert process.stdout
        assert process.stdout.readline() == b"begun\n"
        process.kill()
        assert process.stdout.read() == b""  # ends once nobody holds the other end
