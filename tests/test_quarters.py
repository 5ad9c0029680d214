"""The plan of the quarters: drawn of what is known, and said beside in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import inspect
from hub.model import Hub
from hub.model.association import LocatedAddress
from hub.pages import directory
from hub.pages.quarters import WIDTH, Plan, hull, outline, plan
from tests import large, towns


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


@pytest.fixture(scope="module")
def drawn(hub: Hub) -> Plan:
    found = plan(hub)
    assert found
    return found


def test_every_place_stands_inside_the_drawing(drawn: Plan) -> None:
    places = [place for quarter in drawn.quarters for place in quarter.places]
    assert places
    assert all(0 < place.x < WIDTH and 0 < place.y < drawn.height for place in places)


def test_a_place_of_several_associations_is_one_larger_dot(drawn: Plan) -> None:
    (gymnasium,) = [
        place for quarter in drawn.quarters for place in quarter.places if "dragons" in place.words
    ]
    assert gymnasium.words == "Club de plongée en baignoire, Yoga pour dragons"
    assert gymnasium.address == ""
    assert gymnasium.radius > next(p.radius for q in drawn.quarters for p in q.places if p.address)


def test_north_is_above_and_east_on_the_right(drawn: Plan, hub: Hub) -> None:
    at = {one.name: (one.places[0].x, one.places[0].y) for one in drawn.quarters}
    assert at["Bancs-Tournants"][1] < at["Sans-Fin"][1]
    assert at["Sans-Fin"][0] < at["Petit-Effort"][0]


def test_the_list_beside_says_who_is_in_each_quarter(hub: Hub) -> None:
    (page,) = large.made_of(directory, hub)
    told = page.body.partition('class="plan-liste"')[2].partition("</ul>")[0]
    members = [one for one in hub.associations if one.quarter and one.statut != "dissoute"]
    assert all(f'href="{one.address}"' in told for one in members)
    assert set(re.findall(r'href="/associations/#quartier-([a-z-]+)"', told)) == {
        "bancs-tournants", "centre", "petit-effort", "sans-fin"
    }  # fmt: skip


def test_nothing_is_drawn_where_nothing_is_known(hub: Hub) -> None:
    silent = [one.model_copy(update={"adresse": None, "activites": ()}) for one in hub.associations]
    unknown = hub.having(associations=silent)
    assert plan(unknown) is None
    (page,) = large.made_of(directory, unknown)
    assert "plan-dessin" not in page.body
    assert 'name="quartier"' not in page.body


def test_a_long_directory_has_a_page_a_quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub.pages.filing.MOST", 2)
    town = large.with_directory(["Arc", "Bal", "Cor"])
    port = LocatedAddress(quartier="Le Port")
    town = town.having(
        associations=[one.model_copy(update={"adresse": port}) for one in town.associations[:2]]
        + list(town.associations[2:])
    )
    pages = {page.address: page for page in large.made_of(directory, town)}
    assert 'href="/associations/quartier/le-port/"' in pages["/associations/"].body
    assert "<strong>2</strong>" in pages["/associations/quartier/le-port/"].body


AT = st.integers(0, 50).map(float)
POINTS = st.tuples(AT, AT)


@given(st.lists(POINTS, min_size=1, max_size=30))
def test_a_hull_has_all_points_on_one_side_of_each_of_its_edges(points: list[tuple[float, float]]) -> None:
    corners = hull(points)
    assert set(corners) <= set(points)
    for (x, y), (to_x, to_y) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if len(corners) > 2:
            assert all((to_x - x) * (b - y) - (to_y - y) * (a - x) >= 0 for a, b in points)


def test_a_single_place_is_a_disc_and_none_is_nothing() -> None:
    assert outline([(3.0, 4.5)]) == "M3 4.5 h.01"
    assert outline([]) == ""
