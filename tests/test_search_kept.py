"""Bundles of the index that a former build made: taken as they are, or made again, and never a wrong byte."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import TEMPLATES
from hub.markup import Renderer
from hub.pages import Page, pages
from hub.search import languages, pagefind, program
from hub.search.bundle import Former
from hub.search.pagefind import indexing
from tests import towns


class Drawers:
    """What a folder would keep; `written` are the drawers of the last build."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}
        self.written: list[str] = []

    def read(self, name: str, key: str) -> bytes | None:
        return self.kept.get((name, key))

    def write(self, name: str, key: str, data: Iterable[bytes]) -> None:
        self.kept[name, key] = b"".join(data)
        self.written.append(name)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    hub = towns.hub_of(tmp_path_factory.mktemp("sources"))
    return list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES))


@pytest.fixture(autouse=True)
def three_bundles(town: list[Page], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "LARGEST", len(town) // 3 + 1)


def _index(added: Sequence[Page], drawers: Drawers | None = None) -> list[tuple[str, bytes]]:
    if drawers:
        drawers.written.clear()
    with indexing([page.address for page in added], drawers) as index:
        for page in added:
            index.add(page)
        return list(index.files())


def test_bundles_are_given_as_they_are_made_and_none_twice(town: list[Page]) -> None:
    with indexing([page.address for page in town]) as index:
        for page in town:
            index.add(page)
        index.begin()
        given: list[tuple[str, bytes]] = []
        late = time.monotonic() + 60
        while time.monotonic() < late and not any("/fr-3_" in path for path, _ in given):
            given += index.ready()
        rest = list(index.files())
    assert [path for path, _ in rest] == [
        "pagefind/pagefind-entry.json",
        "pagefind/pages.json",
        "pagefind/mots.json",
    ]
    assert [*given, *rest] == _index(town)


def test_an_index_of_the_same_pages_asks_pagefind_for_nothing(
    town: list[Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawers = Drawers()
    first = _index(town, drawers)
    assert drawers.written == ["recherche-fr", "recherche-fr-2", "recherche-fr-3"]
    silent = tmp_path / "pagefind"
    silent.write_text("#!/bin/sh\nexec tail -n 1\n")
    silent.chmod(0o755)
    monkeypatch.setattr(program, "get_executable", lambda: silent)
    monkeypatch.setattr(pagefind, "PATIENCE", 5.0)
    assert _index(town, drawers) == first == _index(town[::-1], drawers)
    assert drawers.written == []


def test_a_page_that_changed_has_its_bundle_made_again_and_no_other(town: list[Page]) -> None:
    drawers = Drawers()
    _index(town, drawers)
    changed = [replace(one, body="<p>Tout autre chose.</p>") if one is town[7] else one for one in town]
    assert _index(changed, drawers) == _index(changed)
    assert len(drawers.written) == 1
    assert _index(town, drawers) == _index(town)


def test_pages_that_come_and_go_give_the_bytes_of_a_first_build(town: list[Page]) -> None:
    drawers = Drawers()
    new = replace(town[0], address="/guides/nouveau/")
    for those in (town, town[:-1], [*town, new], town[1:], [replace(town[3], title="Autre"), *town[4:]]):
        assert _index(those, drawers) == _index(those)


def test_what_is_kept_and_is_no_bundle_is_not_taken(town: list[Page]) -> None:
    drawers = Drawers()
    expected = _index(town, drawers)
    for spoil in (lambda data: data[:-1], lambda data: b"", lambda data: b"[]\n" + data, lambda data: b"{}"):
        drawers.kept = {key: spoil(data) for key, data in drawers.kept.items()}
        assert _index(town, drawers) == expected
        assert len(drawers.written) == 3


_PIECES = st.dictionaries(st.text(), st.binary())


@given(_PIECES, _PIECES)
def test_what_a_bundle_keeps_is_read_as_it_was(records: dict[str, bytes], files: dict[str, bytes]) -> None:
    assert Former.loads(Former(records, files).dumps()) == Former(records, files)


@given(st.binary())
def test_anything_else_is_nothing(data: bytes) -> None:
    assert Former.loads(data) is None
