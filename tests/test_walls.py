"""A month for a wall: one A4 page lying down, whatever the number of its dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.catalogue.rule import Content
from hub.markup import Renderer
from hub.media import walls
from hub.model import Hub
from tests import paper, towns

MONTH = "/agenda/2026/11/agenda-2026-11.pdf"


def printed(hub: Hub, address: str = MONTH) -> bytes:
    """The sheet at that address, as a PDF."""
    made = walls.works(hub, towns.TODAY, Renderer(hub), paper.LOOK)
    return paper.PRESS.made(next(one for one in made if one.address == address))


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return printed(towns.inspect(towns.EXAMPLE, towns.TODAY).hub)


def test_it_is_one_page_that_lies_down(sheet: bytes) -> None:
    assert paper.sizes(sheet) == [paper.LYING]


def test_it_says_each_date_of_the_month_with_its_hour(sheet: bytes) -> None:
    words = paper.text(sheet)
    assert words.startswith("Novembre 2026")
    for told in ("9 h 30 Permanence des Écrivains du guichet", "20 h 30 La séance des hiboux", "(annulé)"):
        assert told in words, told
    assert "autres" not in words


def test_what_lasts_several_days_is_named_once_a_week(sheet: bytes) -> None:
    assert paper.text(sheet).count("Quinzaine de la chaussette") == 2


def test_a_telephone_reads_where_the_month_is_kept_up_to_date(sheet: bytes) -> None:
    assert paper.codes(sheet) == ["https://associations.ville-exemple.example/agenda/2026/11/"]


def crowd(number: int, day: str) -> dict[str, Content]:
    """So many dates on one day."""
    head = (
        f"---\ndebut: {day} 10:00\ncategorie: evenement\norganisateurs: [licornes]\npublie_le: 2026-11-01\n"
    )
    return {
        f"content/agenda/fois-{one}.md": f"{head}titre: La fois numéro {one}\nlieu: {{nom: Serre}}\n---\n"
        for one in range(number)
    }


@pytest.mark.parametrize("number", [25, 60])
def test_a_day_with_too_many_dates_says_how_many_more_there_are(tmp_path: Path, number: int) -> None:
    made = printed(towns.hub_of(tmp_path, crowd(number, "2026-11-25")))
    words = paper.text(made)
    shown = words.count("La fois numéro")
    assert paper.sizes(made) == [paper.LYING]
    assert 0 < shown < number
    assert f"et {number - shown} autres" in words
    assert paper.lowest(made) > 15


def test_the_three_months_that_come_have_a_sheet_and_no_other(tmp_path: Path) -> None:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    found = [address for address, _ in walls.sheets(hub, towns.TODAY, Renderer(hub), paper.LOOK)]
    assert [one.rpartition("-2")[2] for one in found] == ["026-11.pdf", "026-12.pdf", "027-01.pdf"]
