"""What an interrupted or a broken build leaves: nothing that runs, nothing on the disk, and a sentence."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.build import THEME, build
from hub.catalogue.attachments import PNG, SEED, SHOWN
from hub.media import MediaError, fonts, workshop
from hub.media.look import Look
from hub.media.work import Work
from hub.pages import Page
from hub.processes import tied
from hub.scratch import PREFIX, scratch
from hub.search.pagefind import SearchError, indexing
from tests import towns
from tests.children import children

LONG = 60
"""Seconds after which what should have ended has not."""


def alone(program: str, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
    """A program of its own, whose output ends when it and all that it began have."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=towns.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


WORKING = """
import time
from hub.build import THEME
from hub.media import workshop
from hub.media.look import Look
from hub.media.work import Work
workshop.Press.made = lambda *_: time.sleep(600)
list(workshop.fulfil([Work(f"/{number}.pdf", "compte-rendu", "") for number in range(9)], Look(THEME)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot tie a process to another")
def test_the_workers_of_a_killed_build_end_with_it() -> None:
    with alone(WORKING) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not children.read_text().split():
            assert process.poll() is None
        process.kill()
        process.communicate(timeout=LONG)  # ends once nobody holds the other end of its output


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot tie a process to another")
def test_a_program_of_another_language_ends_with_the_one_that_began_it() -> None:
    program = """
import subprocess, sys
from hub.processes import tied
subprocess.Popen(tied(["/bin/sh", "-c", "echo begun; exec sleep 600"]))
sys.stdin.read()
"""
    with alone(program) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.kill()
        process.communicate(timeout=LONG)


def test_a_tied_program_gives_its_own_code() -> None:
    assert subprocess.run(tied(["/bin/sh", "-c", "exit 7"]), check=False).returncode == 7


PAUSED = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may be deaf to it: nohup
from hub.cli import main
from hub.stage import Stage

def paused(stage, path, data, count=[0], put=Stage.put):
    if count[0] == 5 and os.getpid() == first:
        print("au milieu", flush=True)
        sys.stdin.read()
    count[0] += 1
    return put(stage, path, data)

first = os.getpid()
Stage.put = paused
source, out = sys.argv[1:]
sys.exit(main(["build", "--no-media", "--source", source, "--out", out, "--today", "2026-11-21"]))
"""
"""A build whose first process stops before a file; its copies go on."""


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_build_that_is_told_to_stop_says_so_and_leaves_nothing(
    tmp_path: Path, sign: signal.Signals
) -> None:
    (tmp_path / "tmp").mkdir()
    source = towns.write(tmp_path / "sources")
    with alone(PAUSED, source, tmp_path / "site", TMPDIR=str(tmp_path / "tmp")) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"au milieu\n"
        process.send_signal(sign)
        _, said = process.communicate(timeout=LONG)
    assert process.returncode == 130
    assert "Interrompu : le site publié n'a pas changé." in said.decode()
    assert b"Traceback" not in said
    kept = tmp_path / ".site.cache"  # the frames, which are whole, or not yet there
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry != kept) == ["sources", "tmp"]
    assert list((tmp_path / "tmp").iterdir()) == []


HOLDING = """
import sys
from hub.scratch import scratch
with scratch() as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_the_folder_of_a_killed_build_goes_and_that_of_a_living_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"{PREFIX}lien").symlink_to(tmp_path)
    with alone(HOLDING, TMPDIR=str(tmp_path)) as dead, alone(HOLDING, TMPDIR=str(tmp_path)) as living:
        assert dead.stdout is not None
        assert living.stdout is not None
        left, kept = (Path(one.stdout.readline().decode().strip()) for one in (dead, living))  # type: ignore[union-attr]
        dead.kill()
        dead.wait()
        assert left.is_dir()
        with scratch() as own:
            assert (left.exists(), kept.exists(), own.exists()) == (False, True, True)
        assert (own.exists(), (tmp_path / f"{PREFIX}lien").is_symlink()) == (False, True)
        living.kill()


ANSWERS = """exec python3 -c '
import base64, json, sys
left = b""
while piece := sys.stdin.buffer.read1(1 << 20):
    *frames, left = (left + piece).split(b",")
    for frame in frames:
        asked = json.loads(base64.b64decode(frame))
        if asked["payload"]["type"] == "GetFiles":
            said = {{"message_id": asked["message_id"], "payload": json.loads(sys.argv[1])}}
            print(base64.b64encode(json.dumps(said).encode()).decode(), end=",", flush=True)
' '{}'"""
"""A service that answers only when it is asked for the files."""

_COUNTED = b64encode(b'{"languages": {"fr": {"page_count": 3}}}').decode()
PARTLY = json.dumps(
    {
        "type": "GetFiles",
        "files": [
            {"path": path, "content": _COUNTED}
            for path in (
                *("pagefind.js", "pagefind-entry.json", "pagefind.a.pf_meta", "wasm.fr.pagefind", "index/a"),
            )
        ],
    }
)


@pytest.mark.parametrize(
    ("does", "words"),
    [
        ("exit 0", "il s’est arrêté"),
        ("echo plein >&2; exit 3", "plein"),
        ("exec sleep 600", "n’est pas fini"),
        ("exec tail -n 1", "n’est pas fini"),
        ("printf 'bonjour,'; exec sleep 600", "illisible"),
        ("exec cat", "illisible"),
        (ANSWERS.format('{"type": "Error", "message": "trop"}'), "refuse ce qu’on lui donne : trop"),
        (ANSWERS.format('{"type": "GetFiles", "files": []}'), r"n’est pas entier \(0 pages\)"),
        (ANSWERS.format(PARTLY), r"n’est pas entier \(0 pages\)"),
        (ANSWERS.format('{"type": "GetFiles", "files": [{"path": 3}]}'), "illisible"),
        ("while :; do printf 'AAAA%.0s' $(seq 999); done", "n’est pas fini"),
    ],
    ids=[
        *("ends", "fails", "takes nothing", "takes all and says nothing", "garbage", "echo", "refuses"),
        *("no file", "a part of the files", "no files", "speaks for ever"),
    ],
)
def test_an_index_that_is_not_made_is_said_and_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, words: str
) -> None:
    before = children()
    _replaced(tmp_path, monkeypatch, does, patience=0.5 if "pas fini" in words else LONG)
    page = Page("/guides/essai/", "Essai", "Un essai.", "<p>Un texte.</p>" * 50_000, "/guides/")
    with pytest.raises(SearchError, match=words), indexing() as index:
        for _ in range(3):  # more than a pipe holds
            index.add(page)
        list(index.files())
    assert children() == before


def test_a_search_that_is_not_made_is_said_and_the_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _replaced(tmp_path, monkeypatch, "exit 0", LONG)
    hub = towns.hub_of(tmp_path / "sources")
    with pytest.raises(SearchError, match="il s’est arrêté"):
        build(hub, towns.TODAY, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def _replaced(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str, patience: float) -> None:
    """Another program, in the place of Pagefind."""
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    monkeypatch.setattr("hub.search.program.get_executable", lambda: program)
    monkeypatch.setattr("hub.search.pagefind.PATIENCE", patience)


def test_a_page_without_a_word_to_search_is_no_fault_of_the_search(tmp_path: Path) -> None:
    shown = {SEED: PNG, **towns.edited("content/actualites/pluie.md", "Enfin.", SHOWN)}
    build(towns.hub_of(tmp_path / "sources", shown), towns.TODAY, tmp_path / "site")
    assert (tmp_path / "site" / "pagefind" / "pagefind-entry.json").exists()


SPOILT: dict[str, Callable[[Path], object]] = {
    "missing": lambda font: font.unlink(),
    "empty": lambda font: font.write_bytes(b""),
    "garbage": lambda font: font.write_bytes(bytes(range(256)) * 90),
    "cut": lambda font: font.write_bytes(font.read_bytes()[:-500]),
    "one byte": lambda font: font.write_bytes(_with_another_byte(font.read_bytes())),
    "another font": lambda font: shutil.copy(font.with_name("PublicSans-Bold.ttf"), font),
}


def _with_another_byte(data: bytes) -> bytes:
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize("how", SPOILT)
def test_a_font_that_is_not_whole_is_said(tmp_path: Path, how: str) -> None:
    shutil.copytree(THEME, tmp_path / "theme")
    fonts.require(tmp_path / "theme" / "fonts")
    SPOILT[how](tmp_path / "theme" / "fonts" / "Literata-Bold.ttf")
    work = Work("/carte.png", "carte", "{}")
    with pytest.raises(MediaError, match=r"Literata-Bold\.ttf"):
        list(workshop.fulfil([work], Look(tmp_path / "theme")))


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"fichiers": {}}'])
def test_a_list_of_fonts_that_is_not_whole_is_said(tmp_path: Path, spoilt: str) -> None:
    shutil.copytree(THEME / "fonts", tmp_path / "fonts")
    (tmp_path / "fonts" / "polices.json").write_text(spoilt)
    with pytest.raises(MediaError, match=r"polices\.json"):
        fonts.Signs(tmp_path / "fonts")


def test_whatever_making_raises_the_page_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise RecursionError

    monkeypatch.setattr(workshop.Press, "made", broken)
    with pytest.raises(MediaError, match=r"« /a/carte\.png » n'a pas pu être fait"):
        list(workshop.fulfil([Work("/a/carte.png", "carte", "")], Look(THEME)))
