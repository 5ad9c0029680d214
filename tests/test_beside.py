"""Files made by a copy of the program: the same ones, and no copy that outlives it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from hub.beside import beside
from tests import towns

FILES = [("rss.xml", b"<rss/>"), ("lourd.bin", bytes(300_000))]

BEGINNING = "import os, time\nfrom hub.beside import beside\n"


def alone(program: str) -> subprocess.CompletedProcess[str]:
    """A program of its own, to its end: that of the tests has threads."""
    command = [sys.executable, "-c", BEGINNING + program]
    return subprocess.run(command, capture_output=True, text=True, cwd=towns.ROOT, timeout=60, check=False)


def test_the_files_come_as_they_were_made() -> None:
    with beside(lambda: FILES) as made:
        assert list(made) == FILES


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere than on Linux the files are made here")
def test_a_copy_of_the_program_makes_them() -> None:
    said = alone("""
with beside(lambda: [("pid", str(os.getpid()).encode())]) as made:
    ((_, pid),) = made
print(int(pid) != os.getpid())
""")
    assert said.stdout == "True\n"


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


def test_what_fails_in_the_copy_fails_here() -> None:
    said = alone("""
def broken():
    yield "rss.xml", b""
    raise ZeroDivisionError
with beside(broken) as made:
    list(made)
""")
    assert said.stderr.splitlines()[-1] == "ZeroDivisionError"
    assert "in broken" in said.stderr


def test_an_exception_that_cannot_cross_is_told_by_its_words() -> None:
    said = alone("""
class Own(Exception):
    def __init__(self, one, two):
        super().__init__("un mot")
def broken():
    yield "rss.xml", b""
    raise Own(1, 2)
with beside(broken) as made:
    list(made)
""")
    assert said.stderr.splitlines()[-1] == "RuntimeError: Own un mot"


def test_leaving_before_the_end_ends_the_copy() -> None:
    said = alone("""
reading, writing = os.pipe()
def endless():
    os.close(reading)
    os.write(writing, b"begun")
    while True:
        yield "rss.xml", b""
with beside(endless):
    os.close(writing)  # the copy alone holds the other end now
    print(os.read(reading, 5))
print(os.read(reading, 5))
""")
    assert said.stdout == "b'begun'\nb''\n"


def test_the_copy_dies_with_the_program() -> None:
    program = f"""{BEGINNING}
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
        said, _ = process.communicate(timeout=60)  # ends once nobody holds the other end
    assert said == b""


def test_a_full_disk_is_told_as_it_is() -> None:
    said = alone("""
def full():
    yield "rss.xml", b""
    raise OSError(28, "plus de place")
with beside(full) as made:
    try:
        list(made)
    except OSError as error:
        print(error.errno, error.strerror)
""")
    assert said.stdout == "28 plus de place\n"
