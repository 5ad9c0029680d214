"""The whole site of the miniature town, compared with the tree that was accepted."""

from __future__ import annotations

from pathlib import Path

from tests.accept import EXPECTED, reduced


def test_the_miniature_town_gives_the_expected_tree(miniature_site: Path) -> None:
    expected = {
        file.relative_to(EXPECTED).as_posix(): file.read_bytes().decode()
        for file in EXPECTED.rglob("*")
        if file.is_file()
    }
    found = reduced(miniature_site)
    assert sorted(found) == sorted(expected), "make accept, if this is meant"
    for path, text in found.items():
        assert text.split("\n") == expected[path].split("\n"), f"{path} (make accept, if this is meant)"
