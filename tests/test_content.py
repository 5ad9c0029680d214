"""Malakoff's own material: what the seeds say, and nothing that they do not."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from hub.build import inspect
from hub.checks.ready import lacking
from hub.model import Hub
from hub.model.reminders import reminders
from tests import towns

pytestmark = pytest.mark.malakoff

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
    assert "février 2022, jour non précisé" in words(malakoff_site, address)
    assert not (malakoff_site / "agenda" / "suite-2021-11-25-bureau.ics").exists()
    assert b"suite-2021" not in (malakoff_site / "agenda.ics").read_bytes()


def test_what_malakoff_lacks_before_it_publishes_is_said_truly(hub: Hub) -> None:
    told = Counter((one.code, one.path) for one in lacking(hub, towns.TODAY))
    assert told == {
        ("P040", "mkdocs.yml"): 1,
        ("P041", "mkdocs.yml"): 1,
        ("P043", "mkdocs.yml"): 6,
        ("P050", "mkdocs.yml"): 2,
        ("P051", "mkdocs.yml"): 4,
        ("P054", "associations.yaml"): 8,
    }


def test_malakoff_is_reminded_of_what_its_documents_left_open(hub: Hub) -> None:
    assert [(str(one.day), one.who) for one in reminders(hub, towns.TODAY)] == [
        ("2022-05-01", "Le bureau"),
        ("2023-12-31", "Le service qui tient le site"),
        ("2020-01-26", "Le service qui tient le site"),
        ("2022-01-31", "chargée de mission"),
        ("2022-01-31", "chargé de mission à la démocratie locale"),
        ("2022-01-31", "prestataire de la plateforme"),
        ("2026-11-21", "Le service qui tient le site"),
    ]


def test_malakoff_says_what_it_does_not_know_and_that_nobody_can_be_told_yet(malakoff_site: Path) -> None:
    page = words(malakoff_site, "ce-qui-manque/index.html")
    assert "L'adresse du service à qui la dire est elle-même à confirmer" in page
    assert "Malakfé : statut, collège, présentation, contact" in page
    assert "Bureau 2021-2023 : collège (8), rôle (8)" in page
