"""The files of the site, each made when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.build import build
from hub.engine import Frames
from hub.marker import MARKER
from hub.model import Hub
from hub.site import Site
from tests import towns


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("fichiers"))


@pytest.fixture(scope="module")
def whole(hub: Hub) -> dict[str, bytes]:
    return {file.path: file.make() for file in Site(hub, towns.TODAY).files()}


def test_a_page_asked_for_alone_is_the_one_of_the_whole_site(hub: Hub, whole: dict[str, bytes]) -> None:
    address = hub.associations[0].address
    assert Site(hub, towns.TODAY).page(address) == whole[f"{address[1:]}index.html"]


def test_there_is_no_page_where_none_stands(hub: Hub) -> None:
    assert Site(hub, towns.TODAY, framed=_none).page("/inconnue/") is None


def test_files_may_be_made_in_any_order(hub: Hub, whole: dict[str, bytes]) -> None:
    made = {file.path: file.make() for file in reversed(list(Site(hub, towns.TODAY).files()))}
    assert made == whole


def _none() -> Frames:
    raise AssertionError("no frame is needed")


@pytest.mark.parametrize("copies", [0, 1, 3])
def test_however_many_processes_make_it_a_site_has_the_same_bytes(
    hub: Hub,
    whole: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    copies: int,
) -> None:
    monkeypatch.setattr("hub.beside.copies_for", lambda tasks: copies)
    build(hub, towns.TODAY, tmp_path / "site")
    site = tmp_path / "site"
    files = {f.relative_to(site).as_posix(): f.read_bytes() for f in site.rglob("*") if f.is_file()}
    files.pop(MARKER)
    assert files == whole
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".site.cache", "site"]


def test_what_another_process_begins_does_not_outlive_a_check_that_fails(hub: Hub, tmp_path: Path) -> None:
    def meanwhile() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build(hub, towns.TODAY, tmp_path / "site", meanwhile=meanwhile)
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != ".site.cache"] == []
