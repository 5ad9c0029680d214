"""What a clerk pastes in a form: a list of names, an agenda, a table, a whole text of a word processor."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest

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
    ("text", "found", "unknown"),
    [
        ("Licornes, CdC", ["Les Licornes jardinières", "Cœur de chœur"], []),
        ("CdC\nLicornes\n", ["Cœur de chœur", "Les Licornes jardinières"], []),
        ("- Coeur de chœur - CdC", ["Cœur de chœur"], []),
        (
            "Arts&Bien-être et l’Association des amis de l'été",
            ["Arts&Bien-être", "Association des amis de l’été"],
            [],
        ),
        ("Licornes, Zorglub", ["Les Licornes jardinières"], ["Zorglub"]),
        ("les Licornes et Zorglub", ["Les Licornes jardinières"], ["les Licornes et Zorglub"]),
        ("Licornesques", [], ["Licornesques"]),
    ],
)
def test_a_list_of_names_ticks_those_of_the_directory_and_tells_the_others(
    ask: Ask, text: str, found: list[str], unknown: list[str]
) -> None:
    assert ask("namedIn", text, NAMES) == {"found": found, "unknown": unknown}


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
