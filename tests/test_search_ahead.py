"""An index begun before it is known which pages changed: quicker, and never a wrong byte."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import TEMPLATES
from hub.kept import Cupboard
from hub.markup import Renderer
from hub.model import Hub
from hub.pages import Page, pages
from hub.search import ahead, languages
from hub.search.ahead import DRAWER, KEY, Foresight
from hub.search.languages import languages_of, number_of
from hub.search.pagefind import Index, SearchError, indexing
from tests import towns

GUIDE, REGISTER = "content/guides/semer.md", "associations.yaml"

Files = list[tuple[str, bytes]]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return towns.write(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="module")
def hub(sources: Path) -> Hub:
    return towns.hub_of(sources)


@pytest.fixture(scope="module")
def town(hub: Hub) -> list[Page]:
    return list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES))


@pytest.fixture
def bundles(request: pytest.FixtureRequest, town: list[Page], monkeypatch: pytest.MonkeyPatch) -> int:
    number: int = getattr(request, "param", 2)
    monkeypatch.setattr(languages, "LARGEST", len(town) // number + 1)
    monkeypatch.setattr(ahead, "_helps", lambda: True)  # other tests leave threads, a build has none
    return number


@pytest.fixture
def foresight(hub: Hub, town: list[Page], bundles: int, tmp_path: Path) -> Foresight:
    """That of a town that was built, one of whose guides changed since."""
    assert bundles
    told = Foresight(towns.write(tmp_path / "sources"), Cupboard(tmp_path / ".site.cache"))
    _made(town, told)
    told.note(hub, len(town))
    _touch(told, GUIDE)
    return told


def _touch(foresight: Foresight, path: str) -> None:
    os.utime(foresight.source / path, ns=(1, 1))


def _index(town: Sequence[Page], index: Index) -> Files:
    for page in town:
        index.add(page)
    return list(index.files())


def _made(town: Sequence[Page], told: Foresight | None = None) -> Files:
    with indexing([page.address for page in town], told.cupboard if told else None) as index:
        return _index(town, index)


def _gone_on(town: Sequence[Page], foresight: Foresight) -> Files:
    """The index of these pages, begun ahead; that it was is asserted."""
    with foresight.ahead() as begun:
        assert begun
        with indexing([page.address for page in town], foresight.cupboard, begun) as index:
            return _index(town, index)


def _changed(page: Page) -> Page:
    return replace(page, body="<p>Tout autre chose, par exemple un poireau.</p>")


CHANGES: dict[str, Callable[[list[Page]], list[Page]]] = {
    "nothing": lambda town: town,
    "a page": lambda town: [_changed(one) if one.address == "/guides/semer/" else one for one in town],
    "a page of each bundle": lambda town: [*map(_changed, town[:9]), *town[9:]],
    "every page": lambda town: [*map(_changed, town)],
    "a page without a word": lambda town: [replace(town[3], title="", body="", description=""), *town],
    "a page more": lambda town: [*town, replace(town[0], address="/guides/autre/")],
    "a page less": lambda town: [one for one in town if one.address != "/guides/semer/"],
    "another page": lambda town: [*town[1:], replace(town[0], address="/a/")],
}


@pytest.mark.parametrize("bundles", [1, 2], indirect=True)
@pytest.mark.parametrize("change", CHANGES)
def test_what_was_begun_ahead_gives_the_bytes_of_a_first_index(
    town: list[Page], foresight: Foresight, change: str
) -> None:
    changed = list({page.address: page for page in reversed(CHANGES[change](town))}.values())
    assert _gone_on(changed, foresight) == _made(changed)


def test_what_is_kept_of_it_is_what_a_first_index_keeps(town: list[Page], foresight: Foresight) -> None:
    changed = CHANGES["a page"](town)
    expected = Foresight(foresight.source, Cupboard(foresight.source / ".autre.cache"))
    _made(changed, expected)
    _gone_on(changed, foresight)
    folders = [told.cupboard._folder for told in (foresight, expected)]
    drawers = [
        {file.parent.name: file.read_bytes() for file in one.rglob("[0-9a-f]*")} for one in folders if one
    ]
    assert drawers[0].pop(DRAWER)
    assert drawers[0] == drawers[1]


def test_the_bundle_of_the_text_that_changed_is_the_one_that_is_begun(
    foresight: Foresight, bundles: int
) -> None:
    with foresight.ahead() as begun:
        assert begun
        assert begun.number == number_of("/guides/semer/", bundles)


@pytest.mark.parametrize("bundles", [1], indirect=True)
def test_of_a_small_town_any_change_begins_the_one_that_there_is(foresight: Foresight) -> None:
    foresight.cupboard.write(DRAWER, KEY, foresight.cupboard.read(DRAWER, KEY) or b"")
    _touch(foresight, REGISTER)
    with foresight.ahead() as begun:
        assert begun


def test_where_nothing_changed_nothing_is_begun(hub: Hub, town: list[Page], foresight: Foresight) -> None:
    foresight.note(hub, len(town))
    with foresight.ahead() as begun:
        assert begun is None


def test_of_a_large_town_a_register_tells_nothing(hub: Hub, town: list[Page], foresight: Foresight) -> None:
    foresight.note(hub, len(town))
    _touch(foresight, REGISTER)
    with foresight.ahead() as begun:
        assert begun is None


def test_a_site_that_has_become_larger_is_begun_again(town: list[Page], foresight: Foresight) -> None:
    more = [*town, *(replace(town[0], address=f"/guides/{number}/") for number in range(3))]
    assert len(languages_of(len(more))) == 3
    assert _gone_on(more, foresight) == _made(more)


@given(said=st.binary() | st.text('[]{}",0a:-', max_size=40).map(str.encode))
def test_whatever_is_foreseen_a_build_goes_on(tmp_path_factory: pytest.TempPathFactory, said: bytes) -> None:
    folder = tmp_path_factory.mktemp("ville")
    foresight = Foresight(folder, Cupboard(folder / ".site.cache"))
    foresight.cupboard.write(DRAWER, KEY, said)
    with foresight.ahead() as begun:
        assert begun is None


def test_a_pagefind_that_does_not_take_what_it_is_given_first_is_said(
    town: list[Page], foresight: Foresight, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = tmp_path / "pagefind"
    ends.write_text("#!/bin/sh\nexit 0\n")
    ends.chmod(0o755)
    monkeypatch.setattr("hub.search.program.get_executable", lambda: ends)
    with pytest.raises(SearchError, match="il n’a pas pris"):
        _gone_on(CHANGES["a page"](town), foresight)


def test_what_was_begun_and_is_not_wanted_leaves_no_process(foresight: Foresight) -> None:
    with foresight.ahead() as begun:
        assert begun
        feeder = begun._feeder
    assert feeder
    assert begun._feeder is None
    with pytest.raises(ChildProcessError):
        os.waitpid(feeder, os.WNOHANG)


def test_what_is_foreseen_is_a_text_that_anybody_can_read(foresight: Foresight, bundles: int) -> None:
    said = json.loads(foresight.cupboard.read(DRAWER, KEY) or b"")
    assert said["textes"][GUIDE][2] == number_of("/guides/semer/", bundles)
    assert said["textes"][REGISTER][2] == ahead.ANY


def test_beside_another_thread_a_copy_would_not_be_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert ahead._helps()
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not ahead._helps()
