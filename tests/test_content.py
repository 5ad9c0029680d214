"""Malakoff's own material: what the seeds say, and nothing that they do not."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from hub.build import inspect
from hub.model import Hub
from tests import towns

PAGE = "comptes-rendus/2021-11-25-bureau/index.html"


@pytest.fixture(scope="module")
def hub() -> Hub:
    found = inspect(towns.ROOT, towns.TODAY).hub
    assert found is not None
    return found


def words(site: Path, path: str) -> str:
    """The words of a page, with ordinary spaces and apostrophes."""
    page = (site / path).read_text(encoding="utf-8")
    page = page[page.index('<div class="page">') : page.index("<footer")]
    text = html.unescape(re.sub(r"<[^<>]+>", "", page))
    return re.sub(r"\s+", " ", text.replace("’", "'"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Après un rapide tour de table",
        "L'ordre du jour avait été proposé par la ville pour cette première rencontre",
        "le bureau ayant vocation à fonctionner de manière autonome",
        "mise en place en 2021",
        "d'indiquer des événements,",
        "La plateforme a été utilisée lors de l'élection du bureau du CLVA en septembre dernier.",
        "Une salle sera bientôt ouverte en libre accès au 1er étage de la Maison de la vie associative.",
        "renforcer le tissu associatif, de renforcer l'entraide et le partage de ressources ou de projets",
        "Une formation sur la création de vidéo avec un smartphone est organisée le 27 novembre",
        "Un appel à candidature pour 2 membres du bureau du CLVA est lancé",
        "Questionnaire sur le Forum de rentrée",
        "Début février 2022",
    ],
)
def test_the_minutes_of_2021_are_told_in_full(malakoff_site: Path, sentence: str) -> None:
    assert sentence in words(malakoff_site, PAGE)


def test_the_minutes_of_2021_name_who_came_and_who_was_excused(hub: Hub) -> None:
    (minutes,) = hub.minutes
    present = [association.id for name in minutes.presents if (association := hub.named(name))]
    excused = [association.id for name in minutes.excuses if (association := hub.named(name))]
    assert (len(present), len(excused)) == (5, 3)
    assert {"malakfe", "scarabe-e"} <= set(present)


def test_the_colleges_have_the_seats_that_the_council_gave_them(hub: Hub) -> None:
    seats = [(college.titulaires, college.suppleants) for college in hub.bureau.colleges]
    assert sorted(seats) == [(1, 1), (4, 4), (4, 4)]


def test_no_college_is_guessed(hub: Hub) -> None:
    for term in hub.bureau.mandats:
        assert {seat.college for seat in term.sieges} <= {"a-confirmer"}
    assert {association.college for association in hub.associations} == {"a-confirmer"}


def test_what_is_not_known_of_today_is_a_warning() -> None:
    problems = inspect(towns.ROOT, towns.TODAY).problems
    assert [(problem.code, problem.path) for problem in problems] == [("B011", "bureau.yaml")]


def test_agents_appear_by_their_function(malakoff_site: Path) -> None:
    names = re.compile("Figuères|Choupin|Barthélémy|Juliette|Léo|Sonia")
    for file in malakoff_site.rglob("*"):
        if file.suffix in (".html", ".xml", ".json", ".csv", ".ics"):
            assert not names.search(file.read_text(encoding="utf-8")), file


def test_every_guide_says_on_what_it_rests_and_when_it_was_read(hub: Hub) -> None:
    for guide in hub.guides:
        assert guide.source, guide.id
        assert guide.revu_le is not None, guide.id


def test_the_date_of_the_next_meeting_is_shown_and_kept_out_of_calendars(malakoff_site: Path) -> None:
    address = "agenda/suite-2021-11-25-bureau/index.html"
    assert "février 2022, à préciser" in words(malakoff_site, address)
    assert not (malakoff_site / "agenda" / "suite-2021-11-25-bureau.ics").exists()
    assert b"suite-2021" not in (malakoff_site / "agenda.ics").read_bytes()
