"""What a clerk pastes in a form: a list of names, an agenda, a table, a whole text of a word processor."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hub.atelier.settings import PEOPLE
from hub.checks.persons import names as persons
from tests import towns
from tests.workshop import node

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """What a function of the workshop's program answers."""
    script = towns.ROOT / "tests" / "workshop" / "pasted.js"
    with subprocess.Popen(
        [node(), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None and process.stdout is not None

        def asked(of: str, *given: Any) -> Any:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(json.dumps({"of": of, "given": given}) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())["answer"]

        yield asked
        process.stdin.close()
        process.wait(timeout=60)


NAMES = [
    ("les licornes jardinieres", "Les Licornes jardinières"),
    ("licornes", "Les Licornes jardinières"),
    ("coeur de choeur", "Cœur de chœur"),
    ("cdc", "Cœur de chœur"),
    ("arts bien etre", "Arts&Bien-être"),
    ("association des amis de lete", "Association des amis de l’été"),
    ("amis", "Amis (dissoute)"),
]


@pytest.mark.parametrize(
    ("text", "found", "partly", "unknown"),
    [
        ("Licornes, CdC", ["Les Licornes jardinières", "Cœur de chœur"], [], []),
        ("CdC\nLicornes\n", ["Cœur de chœur", "Les Licornes jardinières"], [], []),
        ("- Coeur de chœur - CdC", ["Cœur de chœur"], [], []),
        (
            "Arts&Bien-être et l’Association des amis de l'été",
            ["Arts&Bien-être", "Association des amis de l’été"],
            [],
            [],
        ),
        ("Licornes, Zorglub", ["Les Licornes jardinières"], [], ["Zorglub"]),
        ("les Licornes et Zorglub", ["Les Licornes jardinières"], ["les Licornes et Zorglub"], []),
        ("Licornesques", [], [], ["Licornesques"]),
    ],
)
def test_a_list_of_names_ticks_those_of_the_directory_and_tells_the_others(
    ask: Ask, text: str, found: list[str], partly: list[str], unknown: list[str]
) -> None:
    assert ask("namedIn", text, NAMES) == {"found": found, "partly": partly, "unknown": unknown}


def test_what_a_list_ticked_is_named_apart_from_what_is_not_there_and_what_is_doubtful(ask: Ask) -> None:
    assert ask("answered", {"found": ["A", "B"], "partly": ["B et C"], "unknown": ["D"]}) == (
        "Cochées : A ; B. Pas dans la liste : D. À vérifier : B et C."
    )
    assert ask("answered", {"found": ["A"], "partly": [], "unknown": []}) == "Cochée : A."


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("25 novembre 2021", "2021-11-25"),
        ("le jeudi 1er février 2024", "2024-02-01"),
        ("25/11/2021", "2021-11-25"),
        ("25.11.2021 à 18 h 30", "2021-11-25 18:30"),
        ("25 août 2021, 9h", "2021-08-25 09:00"),
        ("3 mai 2021 18:05", "2021-05-03 18:05"),
        ("fin janvier 2022", "2022-01"),
        ("Mi-février 2022", "2022-02"),
        ("31 novembre 2021", ""),
        ("25/13/2021", ""),
        ("25 novembre", ""),
        ("bientôt, en janvier 2022", ""),
        ("2021-11-25", ""),
    ],
)
def test_a_date_is_read_as_people_write_it_and_no_other_text_is_one(
    ask: Ask, written: str, date: str
) -> None:
    assert ask("dated", written) == date


def test_an_agenda_loses_its_bullets_and_stars_and_a_line_keeps_its_own(ask: Ask) -> None:
    assert ask("cleaned", "• Le forum\r\n\n– **La lettre**\n", {"lines": True}) == "Le forum\nLa lettre"
    assert ask("cleaned", "La 1^{ère} adjointe - et *une* autre") == "La 1ère adjointe - et *une* autre"


TEXT = """\
Ordre du jour :
- Présentation des outils du bureau
- Divers
Présentation des outils
- **La salle**
Au 1^{er} étage, de **petites réunions** <b>.
- une

- deux
# Une annexe
Divers
Rien."""


def test_a_text_has_the_sub_titles_and_lists_that_its_signs_meant(ask: Ask) -> None:
    assert ask("structured", TEXT) == (
        "<p>Ordre du jour :</p>"
        "<ul><li>Présentation des outils du bureau</li><li>Divers</li></ul>"
        "<h2>Présentation des outils</h2>"
        "<h3>La salle</h3>"
        "<p>Au 1er étage, de <strong>petites réunions</strong> &lt;b&gt;.</p>"
        "<ul><li>une</li><li>deux</li></ul>"
        "<h2>Une annexe</h2>"
        "<h2>Divers</h2>"
        "<p>Rien.</p>"
    )


def test_a_line_that_names_a_point_of_the_form_is_a_sub_title_and_a_word_of_one_is_none(ask: Ask) -> None:
    said = "1. La lettre de mai\nLa\nLa lettre de mai est prête."
    assert ask("structured", said, ["La lettre de mai"]) == (
        "<h2>La lettre de mai</h2><p>La</p><p>La lettre de mai est prête.</p>"
    )


def test_sub_titles_in_bold_are_those_of_the_text_where_it_has_no_other(ask: Ask) -> None:
    assert ask("structured", "**Le forum**\nOui.\n**La lettre**") == (
        "<h2>Le forum</h2><p>Oui.</p><h2>La lettre</h2>"
    )
    assert ask("structured", "**Le forum**\n**Une salle**\nOui.", ["Le forum"]) == (
        "<h2>Le forum</h2><h3>Une salle</h3><p>Oui.</p>"
    )


def test_persons_are_seen_before_a_text_is_saved_and_streets_and_functions_are_none(ask: Ask) -> None:
    said = (
        "Mme Terreau et Léo de Semailles, chargé de mission, avec M. le maire et Madame Maire, rue Léo Pois, "
        "à l’école maternelle Anne Potiron : Nelson Mandela, Anne-Marie Potiron ; Mme Terreau."
    )
    assert ask("peopleIn", said, PEOPLE) == ["Mme Terreau", "Léo de Semailles", "Anne-Marie Potiron"]


def test_whom_the_workshop_sees_the_check_sees_too(ask: Ask) -> None:
    for path in sorted(towns.EXAMPLE.rglob("*.md")):
        text = path.read_text(encoding="utf-8").partition("\n---\n")[2].replace("\n", " ")
        seen = {text[start:end] for start, end in persons(text)}
        for one in ask("peopleIn", text, PEOPLE):
            assert any(one in other for other in seen), (path, one)


FIELDS = ["projet", "quoi", "qui", "echeance"]


def test_a_table_gives_a_row_a_card_by_its_heads_or_in_the_order_of_the_form(ask: Ask) -> None:
    headed = "Quoi ?\tProjet\tPar qui ?\r\nRéserver\tForum\tVille\r\n"
    assert ask("rowsOf", headed, FIELDS) == [["Forum", "Réserver", "Ville", ""]]
    assert ask("rowsOf", "Forum\tRéserver\nLettre\tÉcrire\tVille\n", FIELDS) == [
        ["Forum", "Réserver", "", ""],
        ["Lettre", "Écrire", "Ville", ""],
    ]


@pytest.mark.parametrize(
    ("method", "body", "proposed"),
    [
        ("PATCH", {"labels": ["autre", "sveltia-cms/pending_review"]}, True),
        ("PUT", {"add_labels": "sveltia-cms/pending_review", "remove_labels": "sveltia-cms/draft"}, True),
        ("PUT", {"add_labels": "sveltia-cms/draft", "remove_labels": "sveltia-cms/pending_review"}, False),
        ("PATCH", {"labels": [{"name": "sveltia-cms/draft"}]}, False),
        ("POST", {"labels": ["sveltia-cms/pending_review"]}, False),
    ],
)
def test_only_the_label_of_review_proposes(ask: Ask, method: str, body: Any, proposed: bool) -> None:
    assert ask("proposes", {"method": method, "body": json.dumps(body)}) is proposed
    assert ask("proposes", {"method": method, "body": "no label"}) is False
