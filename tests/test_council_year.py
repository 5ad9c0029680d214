"""What the bureau's page tells of meetings: who came, by association, and how often the council met."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from hub.markup import Renderer
from hub.model import Hub
from hub.pages import Pages
from hub.pages.attendance import attendance
from hub.pages.pace import pace
from hub.places import TEMPLATES
from tests import towns
from tests.towns import TODAY


def meeting(day: str, rest: str = "presents: [Licornes]\n", body: str = "bureau") -> dict[str, str]:
    """The minutes of a meeting."""
    head = f"instance: {body}\ndate: {day}\nstatut: adopte\npublie_le: {day}\nordre_du_jour: [Eau]\n"
    return {f"minutes/{day}-{body}.md": f"---\n{head}{rest}---\n"}


def tools(hub: Hub, today: dt.date = TODAY) -> Pages:
    return Pages(hub, today, Renderer(hub), TEMPLATES, {})


# Who came

SEATS = towns.edited(
    "bureau.yaml",
    "    vacants:",
    "      - {association: coeur, college: vert, role: suppleant, debut: 2026-06-01}\n    vacants:",
)


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    later = {
        **meeting("2026-05-12", "presents: [Cœur de chœur]\nexcuses: [licornes]\n"),
        **meeting("2026-06-16", "presents: [Cœur de chœur, Les Licornes jardinières]\n"),
        **meeting("2026-09-15", ""),
        **meeting("2026-10-13", body="commission"),
        **meeting("2025-09-16"),
    }
    return towns.inspected(tmp_path, {**SEATS, **later}).hub


def test_an_association_is_counted_on_the_meetings_held_while_it_sat(hub: Hub) -> None:
    came = attendance(tools(hub), hub.bureau.mandats[0])
    assert [(one.name, one.present, one.excused, one.of) for one in came.rows] == [
        ("Cœur de chœur", 1, 0, 1),
        ("Les Licornes jardinières", 2, 1, 3),
    ]


def test_minutes_that_name_nobody_tell_nothing_of_who_came(hub: Hub) -> None:
    assert attendance(tools(hub), hub.bureau.mandats[0]).meetings == 3


def test_the_term_shows_who_came_and_the_bureau_leads_there(example_site: Path) -> None:
    row = r'Théâtre des courants d’air</a>.*?</th><td class="nombre">1\ssur 1</td><td class="nombre">0</td>'
    term = (example_site / "bureau/2025-2027/index.html").read_text(encoding="utf-8")
    assert re.search(row, term.partition('id="presences"')[2].partition("</table>")[0], re.DOTALL)
    assert "bureau/2025-2027/#presences" in (example_site / "bureau/index.html").read_text(encoding="utf-8")


# How often the council met


def test_a_year_tells_the_days_between_two_meetings_and_which_are_too_many(tmp_path: Path) -> None:
    town = {**meeting("2026-05-11"), **meeting("2026-11-10"), **meeting("2026-10-13", body="commission")}
    year = pace(tools(towns.hub_of(tmp_path, town)))
    assert year
    assert [(str(one.minutes.date), one.since, one.late) for one in year.met] == [
        ("2026-01-24", None, False),
        ("2026-03-10", None, False),
        ("2026-05-11", 62, False),
        ("2026-11-10", 183, True),
    ]
    assert (year.counts, year.waiting) == ([("bureau", 3), ("assemblée plénière", 1)], 0)


def test_a_month_is_marked_where_the_rule_wanted_a_meeting_and_there_was_none(tmp_path: Path) -> None:
    year = pace(tools(towns.hub_of(tmp_path, {**meeting("2026-05-11"), **meeting("2026-11-10")})))
    assert year
    assert [month.marks for month in year.months] == ["■", "", "●", "", "●", "", "", "", "", "", "●", ""]
    assert [month.waits for month in year.months] == [False] * 6 + [True] * 4 + [False] * 2
    assert year.legend.endswith("alors que la règle en demandait une.")
    assert year.drawn


def test_a_meeting_alone_is_a_sentence_and_no_drawing(tmp_path: Path) -> None:
    year = pace(tools(towns.hub_of(tmp_path), dt.date(2026, 2, 1)))
    assert year
    assert (len(year.met), year.drawn) == (1, False)


def test_since_the_last_meeting_more_days_than_the_rule_allows_are_told(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    last = dt.date(2026, 3, 10)
    found = [pace(tools(hub, last + dt.timedelta(days))) for days in (62, 63)]
    assert [year and year.waiting for year in found] == [0, 63]


def test_the_rule_is_that_of_the_town(tmp_path: Path) -> None:
    settings = towns.MINIATURE["mkdocs.yml"] + "    rythme: {bureau: 30}\n"
    year = pace(tools(towns.hub_of(tmp_path, {"mkdocs.yml": settings, **meeting("2026-05-11")})))
    assert year
    assert [one.late for one in year.met] == [False, False, True]


def test_a_council_that_never_met_has_no_year(tmp_path: Path) -> None:
    assert pace(tools(towns.hub_of(tmp_path), dt.date(2020, 1, 1))) is None
