"""Open data: what its schemas and its catalogues say is what its files hold."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Resource, Schema, system

from hub.build import inspect
from hub.feeds.datafiles import sheets
from hub.incomplete import IncompleteError
from hub.model import Hub
from hub.model.association import ASSOCIATION
from hub.model.channels import DATA_SETS
from hub.model.wording import DEFAULT
from hub.opendata.columns import fields_of
from hub.opendata.preview import preview
from hub.opendata.sets import described, schema
from hub.opendata.versions import FIRST, RECORDED, version_of
from tests import towns
from tests.of_malakoff import SITES
from tests.other_words import WITHOUT_COLLEGE

assert system.plugins, "looked for now: it looks into every folder of `sys.path`, that of the town too"

ALL = (*SITES, "miniature_site")


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


@pytest.fixture(scope="module")
def files(hub: Hub) -> dict[str, bytes]:
    """The files of the example town, whole."""
    return {path: make() for path, make in sheets(hub, towns.TODAY)}


@pytest.fixture
def data(request: pytest.FixtureRequest) -> Path:
    site: Path = request.getfixturevalue(request.param)
    return site / "donnees"


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("data", ALL, indirect=True)
def test_every_set_is_as_the_package_of_them_says(data: Path) -> None:
    """Columns, types, constraints, keys, and what refers to another set; by the reference implementation."""
    report = Package(data / "datapackage.json").validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    known = json.loads((data / "jeux.json").read_text("utf-8"))["jeux"]
    assert [(task.name, task.stats.get("rows", 0)) for task in report.tasks] == [
        (one["nom"], one["lignes"]) for one in known
    ]


@pytest.mark.parametrize("data", ALL, indirect=True)
def test_each_file_alone_even_of_a_year_is_as_its_schema_says(data: Path) -> None:
    with system.use_context(trusted=True):
        for file in sorted(data.glob("*.csv")):
            if file.name == "catalogue.csv":
                continue
            told = data / f"{re.sub(r'-[0-9]{4}$', '', file.stem)}.schema.json"
            report = Resource(path=str(file), schema=Schema.from_descriptor(str(told))).validate()
            assert report.flatten(["rowNumber", "fieldName", "message"]) == [], file.name


def test_a_cell_that_its_schema_does_not_know_is_seen(files: dict[str, bytes], tmp_path: Path) -> None:
    """The schemas say something: a state, a date and a key that are none are refused."""
    for path, make in files.items():
        (tmp_path / Path(path).name).write_bytes(make)
    file = tmp_path / "actions.csv"
    head, first, *rest = file.read_bytes().decode().split("\r\n")
    meeting = first.partition(",")[0]
    assert meeting in first
    broken = [
        first.replace(meeting, "2019-01-01-bureau", 1),
        "Réunion,un,P,Q,,demain,fini,lettre,2026-10-15-bureau",
        *rest,
    ]
    file.write_text("\r\n".join((head, *broken)), encoding="utf-8")
    found = Package(tmp_path / "datapackage.json").validate().flatten(["type", "fieldName"])
    assert sorted({tuple(one) for one in found}, key=str) == [
        ("constraint-error", "echeance"),
        ("constraint-error", "etat"),
        ("constraint-error", "reunion"),
        ("foreign-key", None),
        ("type-error", "numero"),
    ]


def test_a_schema_has_the_columns_of_its_set_each_in_french_words(files: dict[str, bytes]) -> None:
    for one in DATA_SETS:
        told = json.loads(files[f"donnees/{one.name}.schema.json"])
        columns = files[f"donnees/{one.name}.csv"].decode().partition("\r\n")[0].split(",")
        assert [field["name"] for field in told["fields"]] == columns
        assert told["primaryKey"], one.name
        for field in told["fields"]:
            assert field["title"][0].isupper(), field
            assert field["description"].endswith((".", "…")), field
            assert "entre guillemets" not in field["description"], field


def test_a_column_without_words_is_told_with_the_place_where_to_write_them() -> None:
    with pytest.raises(
        IncompleteError, match=r"« couleur » de donnees/associations\.csv .*opendata/words\.py"
    ):
        fields_of(ASSOCIATION, "associations", ("id", "couleur"), DEFAULT)


def test_a_town_without_colleges_has_no_such_column_nor_word(tmp_path: Path) -> None:
    told = [
        schema(hub, one)
        for hub in [towns.hub_of(tmp_path, WITHOUT_COLLEGE)]
        for one in described(hub, towns.TODAY)
    ]
    assert "college" not in {field["name"] for one in told for field in one["fields"]}
    assert not re.search("collège", json.dumps(told, ensure_ascii=False), re.IGNORECASE)


def test_a_column_that_changes_is_a_new_version_and_said_in_the_journal(hub: Hub) -> None:
    """Otherwise: write the new version in `hub/opendata/versions.py`, and what changes in CHANGELOG.md."""
    today = {
        one.name: " ".join(f"{field['name']}:{field['type']}" for field in schema(hub, one)["fields"])
        for one in described(hub, towns.TODAY)
    }
    assert {name: RECORDED.get(name, {}).get(version_of(name)) for name in today} == today
    journal = (towns.ROOT / "CHANGELOG.md").read_text("utf-8")
    changes = [
        f"{name} {version}" for name, those in RECORDED.items() for version in those if version != FIRST
    ]
    assert [one for one in changes if one not in journal] == []


def test_years_hold_each_row_once_and_no_other(files: dict[str, bytes]) -> None:
    dated = {re.sub(r"\W.*", "", path[8:]) for path in files if re.search(r"-\d{4}\.csv$", path)}
    assert dated >= {"reunions", "actions", "evenements"}
    assert not dated & {"associations", "mandats"}
    for name in dated:
        for form, read in (("csv", table), ("json", json.loads)):
            parts = [re.fullmatch(rf"donnees/{name}-(\d{{4}})\.{form}", path) for path in files]
            years = sorted((part[1], read(files[part[0]])) for part in parts if part)
            assert years and all(rows for _, rows in years)
            whole: list[dict[str, Any]] = read(files[f"donnees/{name}.{form}"])
            assert sorted(map(str, whole)) == sorted(str(row) for _, rows in years for row in rows)


def test_the_bytes_of_a_finished_year_do_not_move(files: dict[str, bytes], hub: Hub) -> None:
    """Days pass, a meeting takes place: what is of another year stays, to the byte."""
    first = hub.minutes[0]
    later = first.model_copy(update={"date": first.date.of(dt.date(2027, 3, 1))})
    later._origin = first.origin
    changed = hub.having(minutes=(later, *hub.minutes[1:]))
    after = {path: make() for path, make in sheets(changed, dt.date(2027, 12, 1))}
    past = [path for path in files if re.search(r"-202[0-5]\.(csv|json)$", path)]
    assert len(past) > 10
    assert [path for path in past if files[path] != after[path]] == []
    assert "donnees/reunions-2027.csv" in after.keys() - files.keys()


def _national() -> Schema:
    """The schema « Catalogue simplifié » 0.1.2, as its documentation has it."""
    siret = {"required": True, "pattern": r"^\d{14}$"}
    choices = {
        "COUV_SPAT_MAILLE": "Infracommunale|Communale|Intercommunale|Cantonale|Départementale|Régionale|"
        "Autre",
        "FREQ_MAJ": "Inconnue|Ponctuelle|Irrégulière|Continuelle|Toutes les heures|"
        "Quotidienne ou plusieurs fois par jour|Hebdomadaire ou plusieurs fois par semaine|"
        "Mensuelle ou plusieurs fois par mois|Bimestrielle|Trimestrielle|Semestrielle|Annuelle|Biennale|"
        "Triennale|Quinquennale",
        "LICENCE": "Licence Ouverte-LO|Open Database License-ODBL|Creative Commons-CC|Spécifique ou autre",
    }
    fields: list[dict[str, Any]] = []
    for name in (
        "COLL_NOM COLL_SIRET ID TITRE DESCRIPTION THEME PRODUCTEUR_NOM PRODUCTEUR_SIRET COUV_SPAT_MAILLE "
        "COUV_SPAT_NOM COUV_TEMP_DEBUT COUV_TEMP_FIN DATE_PUBL FREQ_MAJ DATE_MAJ MOTS_CLES LICENCE "
        "NOMBRE_RESSOURCES FORMAT_RESSOURCES URL"
    ).split():
        one: dict[str, Any] = {"name": name, "type": "string", "constraints": {"required": True}}
        if name.endswith("SIRET"):
            one["constraints"] = siret
        elif name in choices:
            one["constraints"] = {"required": True, "enum": choices[name].split("|")}
        elif name.startswith(("COUV_TEMP", "DATE")):
            one["type"] = "date"
        elif name == "NOMBRE_RESSOURCES":
            one |= {"type": "integer", "constraints": {"required": True, "minimum": 1}}
        elif name == "URL":
            one["format"] = "uri"
        fields.append(one)
    return Schema.from_descriptor({"fields": fields})


def test_the_national_catalogue_is_as_the_national_schema_asks(example_site: Path) -> None:
    with system.use_context(trusted=True):
        report = Resource(path=str(example_site / "donnees/catalogue.csv"), schema=_national()).validate()
    assert report.flatten(["rowNumber", "fieldName", "message"]) == []


def test_a_town_that_gave_no_number_leaves_it_empty_rather_than_invented(tmp_path: Path) -> None:
    made = dict(sheets(towns.hub_of(tmp_path), towns.TODAY))
    rows = table(made["donnees/catalogue.csv"]())
    assert {(row["COLL_SIRET"], row["PRODUCTEUR_SIRET"]) for row in rows} == {("", "")}


def test_all_catalogues_list_the_same_sets_and_files_that_are_there(
    files: dict[str, bytes], hub: Hub
) -> None:
    names = [one.name for one in DATA_SETS]
    listed = json.loads(files["donnees/jeux.json"])["jeux"]
    portal = json.loads(files["donnees/catalogue.jsonld"])["dcat:dataset"]
    national = table(files["donnees/catalogue.csv"])
    package = json.loads(files["donnees/datapackage.json"])["resources"]
    assert [one["nom"] for one in listed] == names
    assert [one["@id"].partition("#_")[2] for one in portal] == names
    assert [row["ID"] for row in national] == [one["name"] for one in package] == names
    addresses = [[file["dcat:downloadURL"]["@id"] for file in one["dcat:distribution"]] for one in portal]
    assert [str(len(one)) for one in addresses] == [row["NOMBRE_RESSOURCES"] for row in national]
    rest = {path for path in files if not path.endswith((".schema.json", ".jsonld"))}
    rest -= {"donnees/jeux.json", "donnees/datapackage.json", "donnees/catalogue.csv"}
    assert {one.removeprefix(hub.site.url) for those in addresses for one in those} == rest


DCAT_AP = {
    "dcat:Catalog": {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"},
    "dcat:Dataset": {
        "dct:title",
        "dct:description",
        "dcat:contactPoint",
        "dcat:distribution",
        "dcat:keyword",
    },
    "dcat:Distribution": {"dcat:accessURL", "dct:format", "dct:license", "dcat:mediaType"},
    "foaf:Agent": {"foaf:name"},
    "vcard:Organization": {"vcard:fn"},
}
"""What DCAT-AP 3.0 requires or recommends of each class."""


def test_the_catalogue_for_portals_has_what_dcat_ap_asks(files: dict[str, bytes]) -> None:
    catalogue = json.loads(files["donnees/catalogue.jsonld"])
    known = set(catalogue["@context"])
    seen: set[str] = set()

    def walk(value: Any, visit: Callable[[dict[str, Any]], None]) -> None:
        if isinstance(value, dict):
            visit(value)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(part, visit)

    def visit(node: dict[str, Any]) -> None:
        kind = node.get("@type", "")
        seen.add(kind)
        assert DCAT_AP.get(kind, set()) <= node.keys(), node
        prefixes = {key.partition(":")[0] for key in node if ":" in key and not key.startswith("@")}
        assert prefixes <= known

    walk({key: value for key, value in catalogue.items() if key != "@context"}, visit)
    assert seen >= DCAT_AP.keys()


def test_a_set_shows_its_first_rows_as_they_are_in_its_file_and_all_its_columns(
    files: dict[str, bytes], hub: Hub
) -> None:
    for one in described(hub, towns.TODAY):
        shown = preview(hub, one)
        there = table(files[f"donnees/{one.name}.csv"])
        assert [column.name for column in shown.columns] == list(one.columns)
        assert len(shown.rows) == min(5, len(there)) > 0
        for cells, row in zip(shown.rows, there, strict=False):
            whole = [words.replace("|", ", ") for words in row.values()]
            assert all(map(str.startswith, whole, (cell.removesuffix("…") for cell in cells))), one.name


def test_what_a_file_weighs_is_said_exactly_or_as_about_so_much(files: dict[str, bytes], hub: Hub) -> None:
    exact = 0
    for one in described(hub, towns.TODAY):
        for form, words in preview(hub, one).weights.items():
            size = len(files[f"donnees/{one.name}.{form}"])
            told = int(re.search(r"\d+", words)[0])  # type: ignore[index]
            exact += "environ" not in words
            assert told == pytest.approx(-(-size // 1000), rel=0.25 if "environ" in words else 0), one.name
    assert exact


def test_the_pages_lead_to_each_file_and_say_rows_day_and_licence(example_site: Path, hub: Hub) -> None:
    folder = example_site / "donnees"
    pages = {file.parent.name: file.read_text("utf-8") for file in folder.rglob("index.html")}
    leading = set(re.findall(r'href="(?:[./]*donnees/|[./]*)([\w-]+\.[\w.]+)"', "".join(pages.values())))
    assert {file.name for file in folder.iterdir() if file.is_file()} - {"index.html"} <= leading
    listed = pages["donnees"]
    for one in described(hub, towns.TODAY):
        row = re.search(rf'<li id="_{one.name}">.*?</li>', listed, re.DOTALL)
        for told in (row and row[0], pages[one.name]):
            assert told and f"{one.rows}\N{NO-BREAK SPACE}ligne" in told.replace(
                "&nbsp;", "\N{NO-BREAK SPACE}"
            )
            assert (f'datetime="{one.modified}"' if one.modified else "sans date") in told
        assert "Licence Ouverte 2.0" in pages[one.name].partition("<footer")[0]
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', listed)
    assert len(json.loads(found)[0]["dataset"]) == len(DATA_SETS)
