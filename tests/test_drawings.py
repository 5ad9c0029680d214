"""Drawings: seats and bars say what the lists and tables beside them say."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import inspect
from hub.markup import dates
from hub.model import Hub
from hub.model.bureau import College, Role, Seat, Term, Vacancy
from hub.model.dates import PartialDate
from hub.model.site import Site
from hub.pages.bars import ROOM, WIDTH
from hub.pages.figures import figures
from hub.pages.hemicycle import State, hemicycle, shade
from tests import towns

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


def states(hub: Hub, term: Term, today: dt.date = TODAY) -> list[list[str]]:
    """How the seats of each college are drawn, titular ones first."""
    return [[str(spot.state) for spot in sector.spots] for sector in hemicycle(hub, term, today)]


def _hub(colleges: list[tuple[int, int]], term: dict[str, object]) -> tuple[Hub, Term]:
    found = [
        College(id=f"c{index}", nom=f"Collège {index}", titulaires=t, suppleants=s)
        for index, (t, s) in enumerate(colleges)
    ]
    one = Term(debut=PartialDate.parse("2025"), fin=PartialDate.parse("2026"), **term)  # type: ignore[arg-type]
    return Hub(Site.unknown()).having(colleges=found, mandats=[one]), one


def test_every_seat_is_drawn_once_as_it_is_known() -> None:
    seats = (Seat(association="A", college="c0", role=Role.titulaire),)
    vacant = (Vacancy(college="c0", role=Role.suppleant, nombre=1),)
    hub, term = _hub([(2, 2), (1, 0)], {"sieges": seats, "vacants": vacant})
    assert states(hub, term) == [["tenu", "a-confirmer", "vacant", "a-confirmer"], ["a-confirmer"]]


def test_who_left_is_not_drawn_any_more_and_who_came_is() -> None:
    left = Seat(association="A", college="c0", role=Role.titulaire, fin=PartialDate.parse("2026-03-09"))
    came = Seat(association="B", college="c0", role=Role.titulaire, debut=PartialDate.parse("2026-03-10"))
    hub, term = _hub([(1, 0)], {"sieges": (left, came)})
    words = [
        hemicycle(hub, term, day)[0].spots[0].words
        for day in (dt.date(2026, 3, 9), dt.date(2026, 3, 10), dt.date(2030, 1, 1))
    ]
    assert words == ["A (titulaire)", "B (titulaire)", "B (titulaire)"]


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12)), min_size=1, max_size=5))
def test_no_seat_stands_on_another_or_outside(colleges: list[tuple[int, int]]) -> None:
    hub, term = _hub(colleges, {})
    spots = [spot for sector in hemicycle(hub, term, TODAY) for spot in sector.spots]
    assert len(spots) == sum(t + s for t, s in colleges)
    for index, one in enumerate(spots):
        assert one.radius <= one.x <= 400 - one.radius
        assert one.radius <= one.y <= 230 - one.radius
        for other in spots[:index]:
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart >= (one.radius + other.radius) * 0.98


def test_the_drawing_counts_what_the_page_lists(hub: Hub) -> None:
    term = hub.bureau.mandats[0]
    drawn = [state for sector in states(hub, term) for state in sector]
    held = [seat for seat in term.sieges if term.held_on(seat, TODAY) and seat.role is not Role.a_confirmer]
    assert drawn.count(State.HELD) == len(held)
    assert drawn.count(State.VACANT) == sum(vacancy.nombre for vacancy in term.vacants)


def test_every_bar_is_as_long_as_its_number(hub: Hub) -> None:
    drawn = [figure for figure in figures(hub) if figure.bars]
    assert len(drawn) == 6
    for figure in drawn:
        known = int if figure.key == "actions" else float
        rows = [row for row in figure.rows if row[0] != "À confirmer"]
        numbers = [known(re.sub(r"[\s€]", "", row[1]).replace(",", ".")) for row in rows]
        numbers = [
            n - int(row[3]) if figure.key == "actions" else n for n, row in zip(numbers, rows, strict=True)
        ]
        for bar, number in zip(figure.bars, numbers, strict=True):
            assert bar.length == pytest.approx((WIDTH - ROOM) * number / max(numbers), abs=0.1)


def test_every_figure_says_in_a_sentence_what_it_shows(hub: Hub) -> None:
    assert {figure.key: figure.sentence for figure in figures(hub)} == {
        "situations": "32 des 37 associations dont on connaît la situation sont actives.",
        "themes": "« Jeux et convivialité » est le thème qui revient le plus : 11 associations.",
        "reunions": "15 réunions ont un compte rendu ici, depuis 2023.",
        "presence": "En 2026, 16 associations étaient là à une réunion, en moyenne.",
        "actions": "26 des 40 actions dont on connaît l’état sont faites.",
        "subventions": "Pour 2026, la ville a attribué 36\u202f141\xa0€ à 7 associations.",
    }


def test_the_bar_that_the_sentence_speaks_of_is_the_one_that_stands_out(hub: Hub) -> None:
    told = {figure.key: [bar.words for bar in figure.bars if bar.told] for figure in figures(hub)}
    assert told == {
        "situations": ["Active"],
        "themes": ["Jeux et convivialité"],
        "reunions": [],
        "presence": ["2026"],
        "actions": [],
        "subventions": ["2026"],
    }


@pytest.mark.malakoff
def test_what_nobody_knows_yet_is_said_as_unknown() -> None:
    found = {figure.key: figure.sentence for figure in figures(inspect(towns.ROOT, towns.TODAY).hub)}
    assert found["situations"] == "La situation des 8 associations de l’annuaire est à confirmer."
    assert found["reunions"] == "Une réunion a un compte rendu ici, en 2021."
    assert found["presence"] == "5 associations étaient à la réunion du 25 novembre 2021."
    assert found["actions"] == "L’état des 3 actions décidées est à confirmer."


@pytest.mark.malakoff
def test_nothing_unknown_is_drawn_and_nothing_that_compares_with_nothing() -> None:
    """One bar that fills the drawing would say « all », of what nobody knows."""
    found = {figure.key: figure for figure in figures(inspect(towns.ROOT, towns.TODAY).hub)}
    assert found["situations"].rows == [("À confirmer", "8")]
    assert found["reunions"].rows == [("2021", "1")]
    assert [found[key].bars for key in ("situations", "reunions", "presence")] == [[], [], []]
    assert not any(figure.note for figure in found.values())
    assert "À confirmer" not in {bar.words for figure in found.values() for bar in figure.bars}


def test_actions_of_which_nobody_knows_the_state_are_not_drawn_as_undone(tmp_path: Path) -> None:
    path, row = "minutes/2026-03-10-bureau.md", "echeance: 2026-04, etat: fait}"
    other = "\n  - {projet: Eau, quoi: En boire, qui: [Licornes], echeance: 2026-04, etat: a-confirmer}"
    hub = towns.hub_of(tmp_path, towns.edited(path, row, row + other))
    (figure,) = [figure for figure in figures(hub) if figure.key == "actions"]
    assert figure.bars == [], "one year has no other to be compared with"
    assert figure.sentence == "La seule action dont on connaît l’état est faite."
    assert (figure.head[-1], figure.rows) == ("État à confirmer", [("2026", "2", "1", "1")])
    assert figure.note == "Actions dont l’état est à confirmer : 1."
    hub = towns.hub_of(tmp_path, towns.edited(path, "etat: fait", "etat: a-confirmer"))
    (figure,) = [figure for figure in figures(hub) if figure.key == "actions"]
    assert (figure.bars, figure.rows) == ([], [("2026", "1", "0", "1")])


def test_actions_done_are_a_part_of_those_decided(hub: Hub) -> None:
    (figure,) = [figure for figure in figures(hub) if figure.key == "actions"]
    assert [bar.value for bar in figure.bars] == [
        f"{row[2]} sur {int(row[1]) - int(row[3])}" for row in figure.rows
    ]
    decided = sum(len(thread.actions) for thread in hub.threads.values())
    assert sum(int(row[1]) for row in figure.rows) == decided


def test_a_figure_and_its_table_stand_together(example_site: Path) -> None:
    html = (example_site / "chiffres" / "index.html").read_text(encoding="utf-8")
    drawings = re.findall(r'<svg class="barres".*?</svg>', html, re.DOTALL)
    assert len(drawings) == len(re.findall(r"<caption>", html)) == 6
    assert all('role="img" aria-label="' in drawing for drawing in drawings)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-21", "aujourd’hui"),
        ("2026-11-20", "il y a 1 jour"),
        ("2026-10-22", "il y a 30 jours"),
        ("2026-10-21", "il y a 1 mois"),
        ("2024-11-22", "il y a 23 mois"),
        ("2024-11-21", "il y a 2 ans"),
    ],
)
def test_an_age_is_told_in_the_unit_that_suits_it(day: str, words: str) -> None:
    assert dates.ago(dt.date.fromisoformat(day), TODAY) == words


def test_days_left_are_counted_to_the_last(hub: Hub) -> None:
    days = ("2026-11-20", "2026-11-21", "2026-11-22", "2026-12-01")
    parts = [
        dates.left_part(dt.date(2026, 11, 1), dt.date(2026, 11, 10), dt.date(2026, 11, day))
        for day in (1, 6, 10, 11)
    ]
    assert parts == [100, 50, 10, 0]
    found = [dates.left(dt.date.fromisoformat(day), TODAY) for day in days]
    assert found == ["", "dernier jour", "encore 1 jour", "encore 10 jours"]


def test_the_home_page_tells_calls_by_what_is_left_and_the_council_in_three_numbers(
    example_site: Path, hub: Hub
) -> None:
    html = (example_site / "index.html").read_text(encoding="utf-8")
    left = [int(found) for found in re.findall(r"\(encore (\d+)\u00a0jours?\)", html)]
    assert left == sorted(left)
    assert len(left) >= 3
    numbers = re.findall(r"<strong>(\d+)</strong>&nbsp;<span>([^<]+)</span></a>", html)
    active = sum(a.statut == "active" for a in hub.associations)
    done = sum(a.etat == "fait" for thread in hub.threads.values() for a in thread.actions)
    assert [words for _, words in numbers] == [
        "associations actives",
        "réunions en un an",
        "actions menées à bien",
    ]
    assert (int(numbers[0][0]), int(numbers[2][0])) == (active, done)


def test_the_assembly_on_the_home_page_has_a_dot_an_association(example_site: Path, hub: Hub) -> None:
    html = (example_site / "index.html").read_text(encoding="utf-8")
    (drawing,) = re.findall(r'<figure class="assemblee">.*?</figure>', html, re.DOTALL)
    assert drawing.count("h0") == sum(a.statut != "dissoute" for a in hub.associations)


def test_the_page_of_the_bureau_names_who_sits_today_and_nobody_who_left(
    example_site: Path, hub: Hub
) -> None:
    html = (example_site / "bureau" / "index.html").read_text(encoding="utf-8")
    table = html[html.index('<table class="suivi">') : html.index("</table>")]
    term = hub.bureau.term_on(TODAY)
    assert term
    seated = {seat.association for seat in term.sieges if term.held_on(seat, TODAY)}
    assert set(re.findall(r'href="\.\./associations/([^/]+)/"', table)) == seated
    assert "4\u00a0sièges, dont 1\u00a0vacant" in table


def test_the_terms_follow_each_other_on_a_line_of_time(example_site: Path) -> None:
    html = (example_site / "bureau" / "index.html").read_text(encoding="utf-8")
    line = html[html.index('<ol class="frise">') :]
    assert re.findall(r"Bureau (\d{4}-\d{4})</a>", line) == ["2021-2023", "2023-2025", "2025-2027"]
    assert line.count('class="frise-present"') == 1


def test_a_college_has_the_same_colour_in_the_drawing_and_beside_its_seats() -> None:
    """A college of deputies alone is not drawn; those after it keep their colours."""
    hub, term = _hub([(0, 1), (1, 0), (2, 0)], {})
    assert [sector.shade for sector in hemicycle(hub, term, TODAY)] == [shade(1), shade(2)]
