"""Changes on a real disk: what is worth a look, and when."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver

from hub.serving.watching import Changes

LONGEST = 30


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for folder in ("sources/content/guides", "sources/minutes", "theme/templates/__pycache__"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path / "sources"


@pytest.fixture
def changes(source: Path) -> Iterator[Changes]:
    with closing(Changes(source, source.parent / "theme")) as watched:
        yield watched


def test_a_text_that_is_written_is_a_change_of_the_texts_alone(source: Path, changes: Changes) -> None:
    (source / "content/guides/semer.md").write_text("---\n", encoding="utf-8")
    assert changes.wait(LONGEST)
    assert not changes.theme_changed()


def test_a_template_is_a_change_of_the_theme_told_once(source: Path, changes: Changes) -> None:
    (source.parent / "theme/templates/guide.html").write_text("<p>", encoding="utf-8")
    assert changes.wait(LONGEST)
    assert (changes.theme_changed(), changes.theme_changed()) == (True, False)


def test_what_python_keeps_beside_templates_is_no_change(source: Path, changes: Changes) -> None:
    (source.parent / "theme/templates/__pycache__/guide.cache").write_bytes(b"")
    (source / "mkdocs.yml").write_text("site_name: Mini\n", encoding="utf-8")
    assert changes.wait(LONGEST)
    assert not changes.theme_changed()


def test_who_reads_changes_nothing(source: Path, changes: Changes) -> None:
    text = source / "content/guides/semer.md"
    text.write_text("---\n", encoding="utf-8")
    assert changes.wait(LONGEST)
    text.read_text(encoding="utf-8")
    assert not changes.wait(0.2)


@pytest.mark.parametrize("name", ["content", "minutes"])
def test_a_folder_of_texts_that_is_put_back_is_watched_again(
    source: Path, changes: Changes, name: str
) -> None:
    (source / name).rename(source / "ailleurs")
    assert changes.wait(LONGEST)
    (source / "ailleurs").rename(source / name)
    assert changes.wait(LONGEST)
    while changes.wait(0.7):  # what the moves had left to say
        pass
    (source / name / "neuf.md").write_text("---\n", encoding="utf-8")
    assert changes.wait(LONGEST)


def test_a_folder_that_is_new_is_watched(source: Path, changes: Changes) -> None:
    (source / "content/actualites").mkdir()
    assert changes.wait(LONGEST)
    while changes.wait(0.2):
        pass
    (source / "content/actualites/pluie.md").write_text("---\n", encoding="utf-8")
    assert changes.wait(LONGEST)


def test_a_file_that_is_still_being_written_is_waited_for(source: Path, changes: Changes) -> None:
    """An editor empties a file, then writes it: one look is enough, at the end."""
    with (source / "bureau.yaml").open("w", encoding="utf-8") as file:
        file.write("colleges:\n")
        file.flush()
        file.write("  - {id: vert}\n")
    assert changes.wait(LONGEST)
    assert not changes.wait(0.2)


def test_where_the_system_watches_no_more_files_they_are_looked_at(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(observer: BaseObserver) -> None:
        monkeypatch.undo()
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.start", full)
    with closing(Changes(source, source.parent / "theme")) as changes:
        (source / "content/guides/semer.md").write_text("---\n", encoding="utf-8")
        assert changes.wait(LONGEST)
