"""A directory as towns have them becomes `associations.yaml`."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.importing.bringing import brought, write
from hub.importing.gathered import gathered
from hub.importing.outcome import Asked
from hub.model.names import fold
from tests import dirty_directory, towns
from tests.brought import Import
from tests.made_once import Shared
from tests.other_words import WITHOUT_COLLEGE

ROWS, EXPECTED = dirty_directory.made()


@pytest.fixture(scope="module")
def converted(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What LibreOffice makes of the workbook of Excel: two of its sorts, one run of the program for each."""

    def make(folder: Path) -> None:
        profile = tmp_path_factory.mktemp("profil")
        (profile / "annuaire.xlsx").write_bytes(dirty_directory.as_xlsx(ROWS))
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to"]
        for end in ("xls", "ods"):
            place = ["--outdir", str(folder), str(profile / "annuaire.xlsx")]
            subprocess.run([*command, end, *place], check=True, capture_output=True)

    return shared.once("annuaire", make)


@pytest.fixture(scope="module", params=["xlsx", "csv", "xls", "ods"])
def dirty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Import:
    name = f"annuaire.{request.param}"
    if request.param in ("xls", "ods"):
        data = (request.getfixturevalue("converted") / name).read_bytes()
    else:
        data = dirty_directory.as_xlsx(ROWS) if request.param == "xlsx" else dirty_directory.as_csv(ROWS)
    return Import(tmp_path_factory.mktemp("dirty"), name, data)


def fields_of(one: Any) -> dict[str, Any]:
    """What an association says, but for its id and its source."""
    said = {
        name: getattr(one, name)
        for name in ("nom", "objet", "rna", "siren", "siret", "site", "courriel", "telephone")
    }
    said |= {"alias": one.alias, "themes": one.themes, "publics": tuple(map(str, one.publics))}
    place = one.adresse
    said |= {name: getattr(place, name) if place else None for name in ("voie", "code_postal", "commune")}
    return {name: value for name, value in said.items() if value}


def test_each_of_300_dirty_rows_becomes_what_it_must(dirty: Import) -> None:
    known = {one.nom: fields_of(one) for one in dirty.hub.associations}
    assert {name: known.get(name) for name in EXPECTED} == {
        name: one.fields for name, one in EXPECTED.items()
    }


def test_a_dirty_directory_gives_no_association_that_it_does_not_name(dirty: Import) -> None:
    assert len(ROWS) == 300
    assert len(dirty.hub.associations) == 3 + len(EXPECTED)


def test_each_doubt_of_a_dirty_row_is_a_question_at_its_line(dirty: Import) -> None:
    asked: dict[str, int] = {}
    names = {row.line: row.name for row in ROWS}
    for question in dirty.brought.outcome.questions:
        if question.path == dirty.file.name and "Astronomie" not in question.message:
            name = names[question.line]
            asked[name] = asked.get(name, 0) + 1
    assert asked == {name: one.questions for name, one in EXPECTED.items() if one.questions}


def test_a_word_that_the_town_has_not_is_asked_once(dirty: Import) -> None:
    asked = [one.message for one in dirty.brought.outcome.questions if "Astronomie" in one.message]
    assert asked == [
        "« Astronomie » n'est pas un thème de l'annuaire (et 61 autres fois). Ajoutez-le aux fichiers de la "
        "ville, ou corrigez le tableau, puis recommencez."
    ]


def test_each_word_that_no_field_takes_is_told_with_its_line(dirty: Import) -> None:
    names = {row.line: row.name for row in ROWS}
    told: dict[str, tuple[str, ...]] = {}
    for words in dirty.brought.outcome.unread:
        if found := re.search(r"lignes? (\d+)[^«]*, («.*)", words):
            told[names[int(found[1])]] = tuple(found[2].split(" ; "))
    expected = {name: one.unread for name, one in EXPECTED.items() if one.unread}
    assert {name: sorted(words) for name, words in told.items()} == {
        name: sorted(words) for name, words in expected.items()
    }


def test_nobody_is_named_by_what_a_dirty_directory_gives(dirty: Import) -> None:
    outcome = dirty.brought.outcome
    told = dirty.after.decode() + "\n".join((*outcome.unread, *outcome.remarks))
    assert not [word for word in ("DURAND", "Durand", "Martin", "gmail", "06 12", "06.12") if word in told]


def test_what_is_of_persons_is_counted(dirty: Import) -> None:
    (said,) = [remark for remark in dirty.brought.outcome.remarks if "pas repris, accord" in remark]
    assert sum(map(int, re.findall(r"\d+", said))) == sum(one.persons for one in EXPECTED.values())
    cells = [row.cells[at] for row in ROWS for at in (13, 14)]
    (said,) = [remark for remark in dirty.brought.outcome.remarks if "colonnes de personnes" in remark]
    assert sum(map(int, re.findall(r"\((\d+)\)", said))) == len([cell for cell in cells if cell])


def test_a_dirty_directory_that_is_brought_again_changes_nothing(dirty: Import) -> None:
    before = dirty.after
    again = dirty.again()
    assert (again.outcome.written, dirty.after) == ((), before)


def test_what_the_register_held_keeps_each_of_its_bytes(dirty: Import) -> None:
    assert dirty.after.startswith(dirty.before.rstrip(b"\n"))


def test_the_title_above_the_headings_is_told(dirty: Import) -> None:
    assert dirty_directory.TITLES[0] in dirty.brought.outcome.unread


def test_names_in_capitals_are_of_the_same_association(dirty: Import) -> None:
    assert len({fold(one.nom) for one in dirty.hub.associations}) == len(dirty.hub.associations)


def test_two_names_that_bear_one_number_are_two_and_the_second_has_no_number(tmp_path: Path) -> None:
    text = "Nom;SIRET\nClub des parasols;00000001800010\nSection pétanque;00000001800010\n"
    town = Import(tmp_path, "annuaire.csv", text.encode())
    assert [(one.nom, one.siret) for one in town.hub.associations if one.nom in text] == [
        ("Club des parasols", "00000001800010"),
        ("Section pétanque", None),
    ]
    said = "« Section pétanque » a le même numéro que « Club des parasols », et ne le garde pas : est-ce la même association ?"
    assert said in [one.message for one in town.brought.outcome.questions if one.line == 3]
    before = town.after
    assert (town.again().outcome.written, town.after) == ((), before)


def test_an_association_whose_card_is_to_be_corrected_is_left(tmp_path: Path) -> None:
    files = towns.edited("associations.yaml", "    statut: en-sommeil\n", "    statut: endormie\n")
    source = towns.write(tmp_path / "town", files)
    file = tmp_path / "annuaire.csv"
    file.write_bytes("Nom;Mail\nCœur de chœur;a@b.example\n".encode())
    (found,) = brought([file], "", Asked(source, towns.TODAY))
    assert found.outcome.written == ()
    assert [one.message for one in found.outcome.questions] == [
        "« Cœur de chœur » a une fiche à corriger d'abord : « check » dit où."
    ]


def test_names_that_are_alike_are_asked_and_both_written(tmp_path: Path) -> None:
    town = Import(tmp_path, "annuaire.csv", b"Nom;Mail\nLes Licorne jardiniere;a@b.example\n")
    assert town.hub.named("Les Licorne jardiniere") is not town.hub.by_id["licornes"]
    asked = [one.message for one in town.brought.outcome.questions if one.path == "annuaire.csv"]
    assert asked == [
        "« Les Licorne jardiniere » ressemble à « Les Licornes jardinières » : si c'est la même, gardez une fiche, "
        "et l'autre nom dans ses « graphies »."
    ]


def test_a_row_that_counts_the_others_is_no_association(tmp_path: Path) -> None:
    town = Import(tmp_path, "annuaire.csv", b"Nom;Sigle;Mail\nRadis libres;;\nTotal;12;\nTOTAL;ONG;\n")
    assert [one.nom for one in town.hub.associations if one.nom.upper() == "TOTAL"] == ["TOTAL"]
    assert "ligne 3, « Nom » : Total ; « Sigle » : 12" in town.brought.outcome.unread


def test_rows_of_the_same_words_are_asked_unless_their_numbers_are_two(tmp_path: Path) -> None:
    rows = "Club des parasols;W001000071\nLe club du parasols;\nParasols, club;W001000072\n"
    town = Import(tmp_path, "annuaire.csv", f"Nom;RNA\n{rows}".encode())
    asked = [one.message for one in town.brought.outcome.questions if "ressemble" in one.message]
    todo = "si c'est la même, gardez une fiche, et l'autre nom dans ses « graphies »."
    assert asked == [f"« Le club du parasols » ressemble à « Club des parasols » : {todo}"]


def test_names_in_capitals_are_asked_at_once_and_acronyms_are_not(tmp_path: Path) -> None:
    rows = "CLUB DES PARASOLS\nUCPA 99\nHARMONIE DU LAC\nRadis libres\n"
    town = Import(tmp_path, "annuaire.csv", f"Nom;Mail\n{rows.replace(chr(10), ';' + chr(10))}".encode())
    asked = [(one.line, one.message) for one in town.brought.outcome.questions if "capitales" in one.message]
    words = (
        "« CLUB DES PARASOLS » est en capitales (de même : ligne 4) : écrivez-le comme l'association l'écrit."
    )
    assert asked == [(2, words)]


def test_a_purpose_that_is_said_elsewhere_is_none(tmp_path: Path) -> None:
    town = Import(tmp_path, "annuaire.csv", b"Nom;Objet\nRadis libres;idem\nParasols;Voir site\n")
    assert [one.objet for one in town.hub.associations if one.nom in ("Radis libres", "Parasols")] == [
        None,
        None,
    ]
    assert "ligne 2, « Objet » : idem" in town.brought.outcome.unread


def test_what_many_rows_leave_out_is_read_once_with_its_lines() -> None:
    rows = [f"feuille « A », ligne {n}, « Note » : NPAI ; « Site » : en travaux" for n in range(2, 5)]
    more = ["ligne 7, « Note » : un ; « deux » : trois", "lignes 8 et 9, « Note » : un"]
    assert list(gathered(["Titre", *rows, *more])) == [
        "Titre",
        "feuille « A », « Note » : NPAI (lignes 2, 3 et 4)",
        "feuille « A », « Site » : en travaux (lignes 2, 3 et 4)",
        "« Note » : un (lignes 7, 8 et 9)",
        "« deux » : trois (ligne 7)",
    ]


def test_a_value_that_differs_is_asked_with_both_and_kept(tmp_path: Path) -> None:
    town = Import(tmp_path, "annuaire.csv", b"Nom;Mail;RNA\nLicornes;autre@licornes.example;W001000001\n")
    known = town.hub.by_id["licornes"]
    assert (known.courriel, known.rna) == ("contact@licornes.example", "W001000001")
    (asked,) = [one for one in town.brought.outcome.questions if one.path == "associations.yaml"]
    assert asked.message == (
        "« Les Licornes jardinières », courriel : « contact@licornes.example » ici, "
        "« autre@licornes.example » dans annuaire.csv. Rien n'a changé : gardez le bon."
    )
    assert town.after.decode().splitlines()[asked.line - 1] == "    courriel: contact@licornes.example"


def test_what_was_to_confirm_is_filled_and_the_card_says_by_what(tmp_path: Path) -> None:
    town = Import(tmp_path, "annuaire.csv", "Nom;Collège;Tél\nCœur de chœur;Vert;199001001\n".encode())
    assert town.after == town.before.replace(
        b"    statut: en-sommeil\n    college: a-confirmer\n",
        b"    statut: en-sommeil\n    college: vert\n"
        b'    telephone: "01 99 00 10 01"\n'
        b"    source: " + '"Collège, téléphone : annuaire.csv, repris le 21 novembre 2026"\n'.encode(),
    )


def test_a_town_without_colleges_is_given_none(tmp_path: Path) -> None:
    data = "Nom;Collège;Courriel\nLes Parasols;Vert;contact@parasols.example\n".encode()
    one = Import(tmp_path, "a.csv", data, WITHOUT_COLLEGE)
    assert one.hub.named("Les Parasols")
    assert b"college" not in one.after
    assert "« Collège » : Vert" in " ".join(one.brought.outcome.unread)


def test_a_town_that_has_no_theme_takes_those_of_the_file(tmp_path: Path) -> None:
    without = towns.MINIATURE["associations.yaml"].replace("    themes: [jardin]\n", "")
    files = {
        "associations.yaml": without.replace("themes:\n  - {id: jardin, nom: Jardin}\n", "themes: []\n"),
        "content/guides/semer.md": None,
    }
    rows = "Nom;Thème\nA;Sport\nB;sports / Culture\nC;Jardins | Fêtes\nD;Culture, Sport\n"
    town = Import(tmp_path, "annuaire.csv", rows.encode(), files)
    assert [(one.id, one.nom) for one in town.hub.themes] == [
        ("culture", "Culture"),
        ("fetes", "Fêtes"),
        ("jardins", "Jardins"),
        ("sport", "Sport"),
    ]
    assert {one.nom: one.themes for one in town.hub.associations if one.themes} == {
        "A": ("sport",),
        "B": ("sport", "culture"),
        "C": ("jardins", "fetes"),
        "D": ("culture", "sport"),
    }


CONTROLS = "".join(map(chr, (*range(9), *range(11, 32))))
"""By which a file is known not to be a text."""

CELLS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters=CONTROLS), max_size=25),
    st.sampled_from(
        [
            "Licornes",
            "coeur",
            "Cœur de chœur",
            "=1+1",
            "[a](b)",
            "![x](image:y)",
            "<b>",
            "a [^1]",
            "| a | b |",
            "    code",
            "```",
            "# T",
            "https://x y",
            "FR76 3000 6000 0112 3456 7890 189",
            "1 85 05 78 006 084 36",
            "06 12 34 56 78",
            "Mme Durand",
            "a@gmail.com",
            "chez M. Petit, 00000 Mini",
            "W001000001",
            "00000001800010",
            "null",
            "a-confirmer",
            "x" * 400,
            "vert",
            "Jardin",
            "dissoute",
            "2026-13-45",
        ]
    ),
)
FUZZED = (
    "Nom",
    "Sigle",
    "Graphies",
    "Thème",
    "Objet",
    "RNA",
    "SIRET",
    "SIREN",
    "Tél",
    "Mail",
    "Site",
    "Adresse",
    "Ville",
)
FUZZED += ("Public", "Statut", "Collège", "Source", "Vérifiée le", "Note")


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return towns.write(tmp_path_factory.mktemp("fuzzed") / "town")


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(CELLS, min_size=len(FUZZED), max_size=len(FUZZED)), min_size=1, max_size=4))
def test_whatever_rows_say_what_is_written_passes_the_check_and_says_the_same_again(
    fuzzed: Path, rows: list[list[str]]
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([FUZZED, *rows])
    file = fuzzed.parent / "annuaire.csv"
    file.write_bytes(out.getvalue().encode())
    asked = Asked(fuzzed, towns.TODAY)
    before = (fuzzed / "associations.yaml").read_bytes()
    try:
        found = brought([file], "annuaire", asked)
        write(fuzzed, found)
        assert not [one for again in brought([file], "annuaire", asked) for one in again.outcome.written]
    finally:
        (fuzzed / "associations.yaml").write_bytes(before)
