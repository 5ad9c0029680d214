"""The files of the site, each made when it is asked for."""

from __future__ import annotations

import pytest

from hub.engine import Frames
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
