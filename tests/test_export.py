"""The way back: what the hub knows becomes a spreadsheet, which changes nothing when it is brought again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from stdnum import luhn

from hub.cli import main
from hub.exporting.files import FILES
from hub.exporting.rows import SHEETS
from hub.importing.directory import bring
from hub.importing.opening import Source
from hub.importing.outcome import Asked, Outcome
from hub.importing.signature import signature
from hub.inspection import inspect
from hub.model.names import fold
from tests import towns

ENDS = tuple(FILES)

SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp"))
WORDS = st.text(SIGNS, min_size=1, max_size=30).filter(lambda text: text.strip() and fold(text))
HARD = st.sampled_from(
    [
        "=1+1",
        "'=1",
        "+33 1",
        "-x-",
        "@a",
        "a | b",
        "a;b",
        "1,5E+10",
        "01000",
        "_x0041_",
        "N/C",
        "oui",
        "~",
        "« L’été »",
        "A\u00a0B",
        "<b>&amp;</b>",
        "# a",
        "a: b",
        "\\*",
        "Mme Durand",
        "06 12 34 56 78",
        "2026-11-03",
        "'",
    ]
)
NAMES = st.one_of(WORDS, HARD)
DAYS = st.sampled_from(["2026", "2026-11", "2026-11-03"])


@st.composite
def numbers(draw: st.DrawFn) -> dict[str, str]:
    siren = draw(st.integers(0, 99_999_999).map(lambda n: f"{n:08}"))
    siren += luhn.calc_check_digit(siren)
    whole = f"{siren}{draw(st.integers(0, 9999)):04}"
    return {"siren": siren, "siret": whole + luhn.calc_check_digit(whole)}


ADDRESSES = st.fixed_dictionaries(
    {}, optional={"voie": NAMES, "code_postal": st.from_regex(r"[0-9]{5}", fullmatch=True), "commune": NAMES}
).filter(bool)
OPTIONAL: dict[str, st.SearchStrategy[Any]] = {
    "alias": st.lists(NAMES, max_size=2),
    "graphies": st.lists(NAMES, max_size=2),
    "themes": st.lists(st.sampled_from(["jardin", "ailleurs"]), unique=True),
    "objet": st.one_of(NAMES, st.just("Deux\n\nparagraphes, *vraiment*.")),
    "rna": st.from_regex(r"[Ww][0-9]{9}", fullmatch=True),
    "site": st.sampled_from(["https://a.example/", "http://www.a.example/?x=1", "https://mots.example/é"]),
    "courriel": st.sampled_from(["a@b.example", "Jean.Petit@gmail.com"]),
    "telephone": st.sampled_from(["01 99 00 10 01", "+33 6 12 34 56 78", "3919", "0262400010"]),
    "adresse": ADDRESSES,
    "publics": st.lists(st.sampled_from(["tous", "enfants", "personnes-handicapees"]), unique=True),
    "verifie_le": DAYS,
    "publie_le": DAYS,
    "source": NAMES,
    "consentement": st.just("Accord écrit du 3 septembre 2026."),
}


@st.composite
def associations(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Associations that the model accepts, or nearly: what it refuses is left out by the test."""
    found, taken = [], set()
    for number in range(draw(st.integers(1, 3))):
        one = {
            "id": f"a-{number}",
            "nom": draw(NAMES),
            "statut": draw(st.sampled_from(["active", "en-sommeil", "dissoute", "a-confirmer"])),
            "college": draw(st.sampled_from(["vert", "a-confirmer", "inconnu"])),
        }
        one |= draw(st.fixed_dictionaries({}, optional=OPTIONAL))
        one |= draw(st.one_of(st.just({}), numbers()))
        if fold(one["nom"]) not in taken:
            taken.add(fold(one["nom"]))
            found.append(one)
    return found


def written(those: list[dict[str, Any]]) -> str:
    """JSON is YAML, but for a sign that JSON keeps as it is."""
    lines = [f"  - {json.dumps(one, ensure_ascii=False)}\n" for one in those]
    return f"themes:\n  - {{id: jardin, nom: Jardin}}\nassociations:\n{''.join(lines)}"


def brought_back(town: Path, end: str) -> Outcome:
    """What comes of the directory of a town, exported and brought again."""
    found = inspect(town, towns.TODAY)
    rows = list(SHEETS["annuaire"](found.hub))
    data = FILES[end]("annuaire", rows)
    source = Source(f"annuaire{end}", data, signature(data))
    return bring(source, found.hub, Asked(town, towns.TODAY))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return towns.write(tmp_path_factory.mktemp("export") / "town")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(those=associations(), end=st.sampled_from(ENDS))
@example(those=[{"id": "a", "nom": "N/C", "statut": "active", "college": "vert"}], end=".xlsx")
def test_any_directory_that_is_exported_and_brought_again_is_the_same(
    town: Path, those: list[dict[str, Any]], end: str
) -> None:
    (town / "associations.yaml").write_text(written(those), encoding="utf-8")
    hub = inspect(town, towns.TODAY).hub
    assume("associations" not in hub.spoiled.unknown and hub.associations)
    outcome = brought_back(town, end)
    assert (outcome.written, outcome.questions, outcome.unread) == ((), (), ())


@pytest.mark.parametrize("end", ENDS)
def test_the_directory_of_the_example_town_comes_back_as_it_was(end: str) -> None:
    outcome = brought_back(towns.EXAMPLE, end)
    assert (outcome.written, outcome.questions, outcome.unread) == ((), (), ())
    assert outcome.remarks[-1] == "40 fiches inchangées."


@pytest.mark.malakoff
def test_the_directory_of_malakoff_comes_back_as_it_was() -> None:
    outcome = brought_back(towns.ROOT, ".xlsx")
    assert (outcome.written, outcome.questions, outcome.unread) == ((), (), ())


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("name", ["annuaire", "agenda", "actions"])
def test_a_spreadsheet_is_called_by_what_is_in_it(
    tmp_path: Path, town: Path, name: str, end: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = towns.write(tmp_path / "town")
    file = tmp_path / f"{name}{end}"
    assert main(["export", str(file), "--source", str(source), "--today", f"{towns.TODAY}"]) == 0
    assert capsys.readouterr().out.startswith(f"{file} : ")
    assert file.stat().st_size > 100


def test_a_row_and_a_cell_more_are_taken_and_a_cell_that_changed_is_asked(tmp_path: Path) -> None:
    source = towns.write(tmp_path / "town")
    file = tmp_path / "annuaire.csv"
    assert main(["export", str(file), "--source", str(source), "--today", f"{towns.TODAY}", "--quiet"]) == 0
    table = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";"))
    by_id = {row["Identifiant"]: row for row in table}
    by_id["coeur"]["Téléphone"] = "199001001"
    by_id["licornes"]["Courriel"] = "neuf@licornes.example"
    by_id["licornes"]["Objet"] = ""
    table.append(dict.fromkeys(table[0], "") | {"Nom": "Les Parasols", "Thèmes": "Jardin"})
    out = io.StringIO()
    writer = csv.DictWriter(out, table[0], delimiter=";")
    writer.writeheader()
    writer.writerows(table)
    data = out.getvalue().encode()
    outcome = bring(
        Source("annuaire.csv", data, signature(data)),
        inspect(source, towns.TODAY).hub,
        Asked(source, towns.TODAY),
    )
    (written,) = outcome.written
    assert isinstance(written.content, str)
    assert '    telephone: "01 99 00 10 01"\n' in written.content
    assert "    activites:\n      - {nom: Feu de camp" in written.content
    assert "  - id: les-parasols\n    nom: Les Parasols\n" in written.content
    assert [one.message.partition(". ")[0] for one in outcome.questions] == [
        "« Les Licornes jardinières », objet : « Planter, arroser : voir le [bureau](/bureau/)",
        "« Les Licornes jardinières », courriel : « contact@licornes.example » ici, « neuf@licornes.example » dans annuaire.csv",
    ]


def test_what_a_spreadsheet_has_no_room_for_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(tmp_path / name) for name in ("annuaire.csv", "agenda.csv")]
    assert main(["export", *files, "--source", str(towns.EXAMPLE), "--today", f"{towns.TODAY}"]) == 0
    directory, dates = capsys.readouterr().out.splitlines()
    assert "40 lignes. Les activités n'y sont pas" in directory
    assert dates.endswith("lignes.")


def test_another_name_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "associations.xlsx"
    assert main(["export", str(file), "--source", str(towns.EXAMPLE)]) == 2
    said = "appelez-le annuaire ou agenda ou actions, et finissez par .xlsx ou .ods ou .csv."
    assert capsys.readouterr().err == f"build.py : « associations.xlsx » : {said}\n"
    assert not file.exists()


def test_sources_with_errors_are_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = towns.write(tmp_path / "town", towns.edited("associations.yaml", "nom: Jardin", "non: Jardin"))
    assert main(["export", str(tmp_path / "annuaire.csv"), "--source", str(source)]) == 1
    assert "build.py check" in capsys.readouterr().err


def test_a_spreadsheet_holds_texts_only_and_its_headings_in_bold(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows = [("Nom", "Code postal"), ("=1+1", "01000")]
    sheet = load_workbook(io.BytesIO(FILES[".xlsx"]("annuaire", rows))).active
    assert sheet is not None
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet[2]] == [
        ("=1+1", "s", "@"),
        ("01000", "s", "@"),
    ]
    assert (sheet["A1"].font.bold, sheet.freeze_panes) == (True, "A2")


def test_a_csv_opens_in_a_spreadsheet_of_france(tmp_path: Path) -> None:
    data = FILES[".csv"]("annuaire", [("Nom", "Objet"), ("Été", "=1+1; x")])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Nom", "Objet"], ["Été", "'=1+1; x"]]


def test_an_agreement_stays_in_the_sources() -> None:
    rows = list(SHEETS["annuaire"](inspect(towns.EXAMPLE, towns.TODAY).hub))
    assert not [cell for row in rows for cell in row if "accepté par écrit" in cell]
