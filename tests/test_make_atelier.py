"""The program of the forms is made again when what it is made of changed, whatever the dates of files say."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.towns import ROOT

NODE = """#!/bin/sh
mkdir -p atelier/paquet
cat atelier/source/* >atelier/paquet/atelier.js
echo made >>log
"""


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A repository whose program of the forms is made by something that is quicker than Node."""
    for path, words in {
        "atelier/source/atelier.js": "one",
        "atelier/build.mjs": "",
        "atelier/package-lock.json": "{}",
        "venv/bin/node": NODE,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(words, encoding="utf-8")
    (tmp_path / "venv/bin/node").chmod(0o755)
    return tmp_path


def times_made(hub: Path) -> int:
    """How often it was made, once it was asked for."""
    subprocess.run(["sh", ROOT / "scripts/make_atelier.sh", "venv"], cwd=hub, check=True)
    return (hub / "log").read_text(encoding="utf-8").count("made")


def test_it_is_made_once(hub: Path) -> None:
    assert (times_made(hub), times_made(hub)) == (1, 1)


def test_it_is_made_again_of_a_source_that_changed_and_bears_an_old_date(hub: Path) -> None:
    times_made(hub)
    source = hub / "atelier/source/atelier.js"
    source.write_text("two", encoding="utf-8")
    os.utime(source, (0, 0))
    assert times_made(hub) == 2
    assert (hub / "atelier/paquet/atelier.js").read_text(encoding="utf-8") == "two"


def test_it_is_made_again_in_the_place_of_one_that_was_brought_from_elsewhere(hub: Path) -> None:
    times_made(hub)
    (hub / "atelier/paquet/atelier.js").write_text("of another version", encoding="utf-8")
    assert times_made(hub) == 2


def test_it_is_made_again_where_a_source_went(hub: Path) -> None:
    (hub / "atelier/source/more.js").write_text("more", encoding="utf-8")
    times_made(hub)
    (hub / "atelier/source/more.js").unlink()
    assert times_made(hub) == 2
