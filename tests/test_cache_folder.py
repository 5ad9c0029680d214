"""The folder of what is kept: it may be lost, damaged, somebody's; the site is the same."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.build import Built, build
from hub.media.store import Store
from hub.model import Hub
from hub.pages import Sheet
from hub.stage import Stage
from tests import towns

EDIT = towns.edited("content/guides/semer.md", "De la terre.", "Du terreau.")


def tree(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("ville"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("autre"), EDIT)


@pytest.fixture(scope="module")
def built(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site and what was kept."""
    folder = tmp_path_factory.mktemp("construit")
    made(hub, folder)
    return folder


@pytest.fixture(scope="module")
def cold(other: Hub, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the other hub, made from nothing."""
    folder = tmp_path_factory.mktemp("froid")
    made(other, folder)
    return tree(folder / "site")


@pytest.fixture
def warm(built: Path, tmp_path: Path) -> Path:
    """The same folder, for one test: every inode is another, as behind a CI's cache."""
    return shutil.copytree(built, tmp_path / "repris")


def made(hub: Hub, folder: Path) -> Built:
    return build(hub, towns.TODAY, folder / "site")


def no_page_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def make(sheet: Sheet, tools: object) -> None:
        raise AssertionError(f"{sheet.address} is made again")

    monkeypatch.setattr(Sheet, "make", make)


def test_where_nothing_changed_no_page_is_made(
    hub: Hub, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(built / "site")
    inodes = {path: (built / "site" / path).stat().st_ino for path in before if path != ".hub"}
    no_page_is_made(monkeypatch)
    assert made(hub, built).remarks == ()
    assert tree(built / "site") == before
    assert {path: (built / "site" / path).stat().st_ino for path in inodes} == inodes


def test_a_copy_of_the_site_and_of_what_is_kept_serves_as_well(
    hub: Hub, warm: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(warm / "site")
    no_page_is_made(monkeypatch)
    made(hub, warm)
    assert tree(warm / "site") == before


def test_a_text_that_changed_gives_the_bytes_of_a_cold_build(
    other: Hub, warm: Path, cold: dict[str, bytes]
) -> None:
    assert made(other, warm).remarks == ()
    assert tree(warm / "site") == cold


@pytest.mark.parametrize("same_size", [True, False])
def test_a_published_file_that_somebody_altered_is_made_again(
    hub: Hub, warm: Path, *, same_size: bool
) -> None:
    before = tree(warm / "site")
    made(hub, warm)
    page = warm / "site" / "guides" / "semer" / "index.html"
    data = before["guides/semer/index.html"]
    page.write_bytes(data[::-1] if same_size else data[:-1])
    os.utime(page, ns=(1, 1))
    made(hub, warm)
    assert tree(warm / "site") == before


def test_a_published_file_that_is_gone_is_made_again(hub: Hub, warm: Path) -> None:
    before = tree(warm / "site")
    (warm / "site" / "pagefind" / "pages.json").unlink()
    (warm / "site" / "rss.xml").unlink()
    made(hub, warm)
    assert tree(warm / "site") == before


def test_without_the_site_what_is_kept_is_of_no_use_and_no_harm(
    other: Hub, warm: Path, cold: dict[str, bytes]
) -> None:
    shutil.rmtree(warm / "site")
    made(other, warm)
    assert tree(warm / "site") == cold


def _drawers(warm: Path) -> list[Path]:
    return [one for one in (warm / ".site.cache").rglob("*") if one.is_file() and one.name != ".hub"]


SPOILT: dict[str, Callable[[Path], object]] = {
    "cut": lambda file: file.write_bytes(file.read_bytes()[:-5]),
    "emptied": lambda file: file.write_bytes(b""),
    "another byte": lambda file: file.write_bytes(file.read_bytes()[:-1] + b"x"),
    "a link": lambda file: (file.rename(file.with_name("x")), file.symlink_to(file.with_name("x"))),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_damaged_is_said_and_made_again(
    other: Hub, warm: Path, cold: dict[str, bytes], how: str
) -> None:
    for file in _drawers(warm):
        SPOILT[how](file)
    said = made(other, warm).remarks
    assert any("abîmé" in one for one in said)
    assert tree(warm / "site") == cold


FOREIGN: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link": (lambda folder: (folder.rename(folder.with_name("x")), folder.symlink_to("x")), "est un lien"),
    "somebody's folder": (
        lambda folder: (shutil.rmtree(folder), (folder / "pages").mkdir(parents=True), _photo(folder)),
        "contient autre chose",
    ),
    "a file": (lambda folder: (shutil.rmtree(folder), folder.write_bytes(b"x")), "n'est pas un dossier"),
}


def _photo(folder: Path) -> None:
    (folder / "pages" / "photo.jpg").write_bytes(b"x")


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_somebodys_is_said_and_left_alone(
    other: Hub, warm: Path, cold: dict[str, bytes], what: str
) -> None:
    put, words = FOREIGN[what]
    put(warm / ".site.cache")
    before = {path: data for path, data in tree(warm).items() if not path.startswith("site/")}
    assert any(words in one for one in made(other, warm).remarks)
    assert tree(warm / "site") == cold
    after = {path: data for path, data in tree(warm).items() if not path.startswith("site/")}
    assert {path: after.get(path) for path in before} == before


def test_a_disk_that_is_full_is_said(
    other: Hub, warm: Path, cold: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "plus de place")

    monkeypatch.setattr(Store, "write", full)
    (said,) = made(other, warm).remarks
    assert "il n'y a plus de place sur le disque" in said
    assert tree(warm / "site") == cold


def test_what_another_program_kept_is_left_without_a_word(
    other: Hub, warm: Path, cold: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    former = {file.name for file in _drawers(warm) if file.parent.name == "pages"}
    monkeypatch.setattr("hub.kept.program.fingerprint", lambda: "another")
    assert made(other, warm).remarks == ()
    assert tree(warm / "site") == cold
    (kept,) = {file.name for file in _drawers(warm) if file.parent.name == "pages"}
    assert kept not in former


MOMENTS = (1, 5, 9, 13, 17, 25, 40, 60, 75, 90, 105, 120)
"""Steps of a build at which it is killed: files that are put, linked, kept."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_at_any_moment_with_a_warm_cache_leaves_nothing_torn(
    hub: Hub, other: Hub, warm: Path, cold: dict[str, bytes], moment: int
) -> None:
    before = tree(warm / "site")
    for _ in range(2):
        _killed(other, warm, moment)
        assert tree(warm / "site") in (before, cold)
    assert made(other, warm).remarks == ()
    assert tree(warm / "site") == cold
    assert sorted(entry.name for entry in warm.iterdir()) == [".site.cache", ".site.precedents", "site"]


def _killed(hub: Hub, folder: Path, moment: int) -> None:
    """A build in a copy of the tests, which ends as a process that is killed does."""
    if child := os.fork():
        os.waitpid(child, 0)
        return
    os.sched_setaffinity(0, list(os.sched_getaffinity(0))[:1])  # all steps in one process
    steps = iter(range(1, 10_000))
    for owner, name in ((Stage, "put"), (Stage, "keep"), (Store, "write"), (Store, "keep_only")):
        setattr(owner, name, _counted(getattr(owner, name), steps, moment))
    try:
        made(hub, folder)
    finally:
        os._exit(0)


def _counted(step: Callable[..., object], steps: object, moment: int) -> Callable[..., object]:
    def counted(*args: object) -> object:
        if next(steps) == moment:  # type: ignore[call-overload]
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*args)

    return counted
