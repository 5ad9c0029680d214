"""Trainings: what a clerk writes once, what the programme, the calendar, the feed and the paper say of it."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from hub.build import TEMPLATES, THEME, inspect
from hub.feeds.syndication import newest
from hub.markup import Renderer
from hub.markup.programme import term_of
from hub.media import programme
from hub.media.look import Look
from hub.media.press import Press
from hub.model import Hub
from hub.model.event import TrainingSession
from hub.model.training import TRAINING, Training, TrainingState
from hub.pages import Page, Pages
from hub.pages import sheets as pages
from tests import towns

PATH = "content/formations/semis.md"


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


def made(hub: Hub, *only: str, today: dt.date = towns.TODAY) -> dict[str, Page]:
    """The pages whose address begins so."""
    tools = Pages(hub, today, Renderer(hub), TEMPLATES, {})
    return {one.address: one.make(tools) for one in pages(tools) if one.address.startswith(only)}


def words(page: Page) -> str:
    return " ".join(lxml_html.fromstring(f"<div>{page.body}</div>").text_content().split())


@pytest.fixture(scope="module")
def site(hub: Hub) -> dict[str, Page]:
    return made(hub, "/formations/", "/agenda/formation-")


def test_the_programme_says_each_term_who_teaches_and_what_is_left(site: dict[str, Page]) -> None:
    told = words(site["/formations/"])
    for expected in (
        "Octobre à décembre 2026",
        "Lire un bilan sans loupe Comptes et trésorerie",
        "6 places restantes sur 15, au 20 novembre 2026",
        "Faire une affiche qu’on lit (complet)",
        "Complet (12 places), au 18 novembre 2026",
        "Premiers secours aux plantes et aux personnes (annulé)",
        "Finir une réunion à l’heure (date à fixer)",
        "Déjà passées 2026 La trésorerie sans larmes",
    ):
        assert expected in told
    assert told.index("Octobre à décembre 2026") < told.index("Janvier à mars 2027")


def test_the_programme_is_read_by_theme(site: dict[str, Page]) -> None:
    themes = site["/formations/"].body.partition("Par thème")[2].partition("Déjà passées")[0]
    told = " ".join(lxml_html.fromstring(f"<div>{themes}</div>").text_content().split())
    assert told.startswith("CommunicationFaire une affiche qu’on lit (complet)Un site que tout le monde")


def test_each_session_is_a_date_of_the_calendar_that_leads_to_its_training(site: dict[str, Page]) -> None:
    page = site["/agenda/formation-site-accessible-2/"]
    assert page.title == "Formation\u00a0: Un site que tout le monde peut lire (séance 2 sur 3)"
    assert 'href="/formations/site-accessible/"' in page.body
    assert "colloque de marque-pages" in page.body


def test_a_session_that_moves_stays_the_same_date(tmp_path: Path) -> None:
    moved = towns.MINIATURE[PATH].replace("2027-01-12", "2027-01-19")
    keys = [
        [key for key in towns.hub_of(tmp_path / name, files).keys["agenda"] if key.startswith("formation-")]
        for name, files in (("avant", {}), ("apres", {PATH: moved}))
    ]
    assert keys == [["formation-semis"], ["formation-semis"]]


def test_a_training_is_announced_once_by_feeds(hub: Hub) -> None:
    told = [one for one in newest(hub, towns.TODAY) if isinstance(one, (Training, TrainingSession))]
    assert len(told) == len(hub.of(TRAINING))
    assert not [one for one in told if isinstance(one, TrainingSession)]


def test_the_calendar_has_no_more_and_no_less_than_the_sessions(hub: Hub) -> None:
    sessions = [one for one in hub.events if isinstance(one, TrainingSession)]
    assert len(sessions) == sum(len(one.seances) for one in hub.of(TRAINING))
    assert len({one.id for one in sessions}) == len(sessions)


def test_a_date_of_the_calendar_that_is_a_training_is_beside_the_programme(tmp_path: Path) -> None:
    files = {
        "content/agenda/bouture.md": (
            "---\ntitre: Bouturer\ndebut: 2026-12-05 10:00\ncategorie: formation\n"
            "organisateurs: [ville]\n---\n"
        )
    }
    told = words(made(towns.hub_of(tmp_path, files), "/formations/")["/formations/"])
    assert "Aussi dans l’agenda Bouturer : samedi 5 décembre 2026, à 10 h" in told


def test_a_town_without_trainings_has_no_programme(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, {PATH: None})
    assert made(hub, "/formations/") == {}
    assert TRAINING not in hub.kinds
    assert list(programme.sheets(hub, towns.TODAY, Renderer(hub), Look(THEME))) == []


def _state(folder: Path, lines: str, today: dt.date = towns.TODAY) -> TrainingState:
    files = towns.edited(PATH, "places: 8\n", f"places: 8\n{lines}")
    return towns.hub_of(folder, files).of(TRAINING)[0].state(today)


@pytest.mark.parametrize(
    ("lines", "day", "state"),
    [
        ("", "2026-11-21", TrainingState.a_venir),
        ("restantes: 2\nrestantes_le: 2026-11-20\n", "2026-11-21", TrainingState.ouverte),
        ("restantes: 0\nrestantes_le: 2026-11-20\n", "2026-11-21", TrainingState.complete),
        ("annule: Il gèle.\n", "2026-11-21", TrainingState.annulee),
        ("annule: Il gèle.\n", "2027-03-01", TrainingState.annulee),
        ("", "2027-01-12", TrainingState.a_venir),
        ("", "2027-01-13", TrainingState.passee),
    ],
)
def test_where_a_training_stands_is_said_of_each_day(
    tmp_path: Path, lines: str, day: str, state: TrainingState
) -> None:
    assert _state(tmp_path, lines, dt.date.fromisoformat(day)) is state


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)))
def test_a_training_is_in_the_term_of_its_first_day(day: dt.date) -> None:
    training = Training.model_validate({"titre": "T", "theme": "X", "periode": str(day)})
    term = term_of(training)
    assert term.title.endswith(str(day.year))
    assert term.key == f"_{day.year}-{(day.month + 2) // 3}"


def test_the_programme_is_one_sheet_for_screen_readers_too(hub: Hub) -> None:
    look = Look(THEME, hub)
    ((address, work),) = programme.sheets(hub, towns.TODAY, Renderer(hub), look)
    read = pypdf.PdfReader(io.BytesIO(Press(look).made(work())))
    text = " ".join(read.pages[0].extract_text().split())
    assert address == "/formations/programme-formations.pdf"
    assert len(read.pages) == 1
    assert "Programme des formations" in text
    assert "Lire un bilan" in text
    assert "trésorerie sans larmes" not in text, "it is over"
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_programme_of_a_town_where_all_is_over_is_not_printed(hub: Hub) -> None:
    later = dt.date(2030, 1, 1)
    assert list(programme.sheets(replace(hub), later, Renderer(hub), Look(THEME))) == []
    assert "Aucune formation n’est au programme" in words(
        made(hub, "/formations/", today=later)["/formations/"]
    )
