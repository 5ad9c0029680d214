"""A page before it is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.build import TEMPLATES
from hub.markup import Renderer
from hub.model import Hub
from hub.pages import Pages, sheets
from tests import towns


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("feuilles"))


def tools_of(hub: Hub) -> Pages:
    return Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})


def test_a_sheet_says_where_its_page_will_stand(hub: Hub) -> None:
    tools = tools_of(hub)
    assert [sheet.address for sheet in sheets(tools)] == [
        sheet.make(tools).address for sheet in sheets(tools)
    ]


def test_a_page_made_alone_is_the_one_that_a_build_of_all_makes(hub: Hub) -> None:
    tools = tools_of(hub)
    together = {sheet.address: sheet.make(tools) for sheet in sheets(tools)}
    alone = {sheet.address: sheet.make(tools_of(hub)) for sheet in sheets(tools)}
    assert alone == together


def test_no_page_is_made_before_it_is_asked_for(hub: Hub, tmp_path: Path) -> None:
    list(sheets(Pages(hub, towns.TODAY, Renderer(hub), tmp_path, {})))  # a folder without templates
