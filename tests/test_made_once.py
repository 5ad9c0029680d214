"""What the tests share: made once, whoever asks first, and told when a test changes it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.made_once import Shared


def _page(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("un", encoding="utf-8")


def test_workers_that_ask_at_once_make_it_once(tmp_path: Path) -> None:
    made: list[Path] = []
    begun = threading.Event()

    def slowly(folder: Path) -> None:
        begun.set()
        other.join(timeout=0.2)  # which must wait
        made.append(folder)
        _page(folder)

    other = threading.Thread(target=lambda: begun.wait() and Shared(tmp_path).once("ville", slowly))
    other.start()
    assert (Shared(tmp_path).once("ville", slowly) / "site" / "index.html").read_text("utf-8") == "un"
    other.join()
    assert made == [tmp_path / "ville"]


def test_what_could_not_be_made_is_tried_again_from_nothing(tmp_path: Path) -> None:
    def broken(folder: Path) -> None:
        _page(folder)
        raise OSError("plus de place")

    with pytest.raises(OSError, match="plus de place"):
        Shared(tmp_path).once("ville", broken)
    assert (Shared(tmp_path).once("ville", _page) / "site" / "index.html").exists()


def test_a_file_that_is_changed_added_or_removed_is_told_once(tmp_path: Path) -> None:
    shared = Shared(tmp_path)
    site = shared.once("ville", _page) / "site"
    assert shared.changed() == []
    (site / "index.html").write_text("deux", encoding="utf-8")
    (site / "a.html").write_text("", encoding="utf-8")
    assert shared.changed() == ["ville/site/a.html", "ville/site/index.html"]
    assert shared.changed() == []
    (site / "a.html").unlink()
    assert shared.changed() == ["ville/site/a.html"]
