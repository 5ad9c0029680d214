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

from hub.importing.bringing import Brought, brought, write
from hub.importing.outcome import Asked
from hub.inspection import inspect
from hub.model import Hub
from hub.model.names import fold
from tests import dirty_directory, towns
from tests.made_once import Shared


class Import:
    """A file brought into the miniature town, and written."""

    def __init__(self, folder: Path, name: str, data: bytes, files: Any = None, **asked: Any) -> None:
        self.source = towns.write(folder / "town", files)
        self.file = folder / name
        self.file.write_bytes(data)
        self.asked = Asked(self.source, towns.TODAY, **asked)
        self.before = (self.source / "associations.yaml").read_bytes()
        self.brought = self.again()

    def again(self) -> Brought:
        (found,) = brought([self.file], "", self.asked)
        write(self.source, [found])
        return found

    @property
    def after(self) -> bytes:
        return (self.source / "associations.yaml").read_bytes()

    @property
    def hub(self) -> Hub:
        found = inspect(self.source, towns.TODAY)
        assert found.sound, "\n".join(map(str, found.problems))
        return found.hub


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
    assert asked == ["« Astronomie » n'est pas un thème de l'annuaire (et 61 autres fois)."]


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
