"""Grants: what a clerk writes of a year, what citizens read of it, what the national schema has of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Resource, Schema, system
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from pydantic import TypeAdapter, ValidationError

from hub.build import TEMPLATES, inspect
from hub.catalogue.grants import GRANT, PATH
from hub.feeds.datafiles import sheets
from hub.markup import Renderer
from hub.markup.money import euros
from hub.model import Hub
from hub.model.amount import Amount, cents
from hub.model.campaign import CAMPAIGN
from hub.model.reminders import reminders
from hub.opendata.grants import COLUMNS
from hub.pages import Page, Pages
from hub.pages import sheets as pages
from tests import towns

assert system.plugins, "looked for now: it looks into every folder of `sys.path`, that of the town too"

AMOUNT: TypeAdapter[str] = TypeAdapter(Amount)

SCDL = {
    "fields": [
        {"name": "nomAttribuant", "type": "string", "constraints": {"required": True}},
        {
            "name": "idAttribuant",
            "type": "string",
            "constraints": {"required": True, "pattern": r"^\d{14}$"},
        },
        {"name": "dateConvention", "type": "date", "constraints": {"required": True}},
        {"name": "referenceDecision", "type": "string"},
        {"name": "nomBeneficiaire", "type": "string", "constraints": {"required": True}},
        {"name": "idBeneficiaire", "type": "string", "constraints": {"pattern": r"^\d{14}$"}},
        {"name": "rnaBeneficiaire", "type": "string", "constraints": {"pattern": r"^W\w\w\d{7}$"}},
        {"name": "objet", "type": "string", "constraints": {"required": True, "maxLength": 256}},
        {"name": "montant", "type": "number", "constraints": {"required": True}},
        {
            "name": "nature",
            "type": "string",
            "constraints": {
                "required": True,
                "enum": [
                    "aide en numéraire",
                    "aide en nature",
                    "aide en numéraire;aide en nature",
                    "aide en nature;aide en numéraire",
                ],
            },
        },
        {"name": "conditionsVersement", "type": "string", "constraints": {"required": True}},
        {
            "name": "datesPeriodeVersement",
            "type": "string",
            "constraints": {"required": True, "pattern": r"^\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?$"},
        },
        {"name": "idRAE", "type": "string"},
        {
            "name": "notificationUE",
            "type": "boolean",
            "trueValues": ["oui"],
            "falseValues": ["non"],
            "constraints": {"required": True},
        },
        {
            "name": "pourcentageSubvention",
            "type": "number",
            "constraints": {"required": True, "minimum": 0, "maximum": 1},
        },
        {"name": "dispositifAide", "type": "string"},
    ]
}
"""The columns of SCDL subventions 2.1.1, and what is asked of each."""


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


def made(hub: Hub, only: str = "/") -> dict[str, Page]:
    """The pages whose address begins so."""
    tools = Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    return {one.address: one.make(tools) for one in pages(tools) if one.address.startswith(only)}


@pytest.fixture(scope="module")
def site(hub: Hub) -> dict[str, Page]:
    return made(hub)


def data(hub: Hub) -> dict[str, bytes]:
    return {path: make() for path, make in sheets(hub, towns.TODAY) if "subventions" in path}


def flat(words: str) -> str:
    """Words whose blanks are all alike."""
    return " ".join(words.split())


def words(page: Page) -> str:
    return flat(lxml_html.fromstring(f"<div>{page.body}</div>").text_content())


@given(st.integers(1, 10**13))
def test_an_amount_that_the_site_writes_is_read_as_the_same_amount(number: int) -> None:
    assert cents(AMOUNT.validate_python(euros(number))) == number


@given(st.text(alphabet="0123456789 .,€kE-", max_size=12))
def test_what_is_read_as_an_amount_is_one_in_one_form(written: str) -> None:
    try:
        amount = AMOUNT.validate_python(written)
    except ValidationError:
        return
    assert cents(amount) > 0
    assert AMOUNT.validate_python(amount) == amount


def test_amounts_are_read_in_french() -> None:
    assert euros(2_300_000) == "23\u202f000\u00a0€"
    assert euros(120_050) == "1\u202f200,50\u00a0€"
    assert euros(705) == "7,05\u00a0€"


def test_the_open_data_are_as_the_national_schema_says(hub: Hub, tmp_path: Path) -> None:
    file = tmp_path / "subventions.csv"
    file.write_bytes(data(hub)["donnees/subventions.csv"])
    with system.use_context(trusted=True):
        report = Resource(path=str(file), schema=Schema.from_descriptor(SCDL)).validate()
    assert report.flatten(["rowNumber", "fieldName", "message"]) == []
    assert report.tasks[0].stats["rows"] == sum(len(one.attributions) for one in hub.of(CAMPAIGN))


def test_a_row_that_the_national_schema_refuses_is_seen(hub: Hub, tmp_path: Path) -> None:
    file = tmp_path / "subventions.csv"
    text = data(hub)["donnees/subventions.csv"].decode()
    file.write_text(text.replace("2026-04-09", "avril 2026", 1).replace(",unique,", ",,", 1), "utf-8")
    with system.use_context(trusted=True):
        report = Resource(path=str(file), schema=Schema.from_descriptor(SCDL)).validate()
    assert {one[0] for one in report.flatten(["fieldName"])} == {"dateConvention", "conditionsVersement"}


def test_the_columns_are_the_sixteen_of_the_national_schema_in_its_order() -> None:
    assert list(COLUMNS) == [field["name"] for field in SCDL["fields"]]


def test_each_grant_is_in_the_file_of_one_year(hub: Hub) -> None:
    files = data(hub)
    whole = list(csv.DictReader(io.StringIO(files["donnees/subventions.csv"].decode())))
    years = [
        row
        for path, content in files.items()
        if path.endswith(".csv") and path[-8:-4].isdigit()
        for row in csv.DictReader(io.StringIO(content.decode()))
    ]
    assert sorted(map(str, years)) == sorted(map(str, whole))


_GRANTS = st.lists(
    st.tuples(st.sampled_from(["licornes", "Licornes", "coeur"]), st.integers(1, 10**8), st.booleans()),
    min_size=1,
    max_size=8,
)


@settings(max_examples=10, deadline=None)
@given(given_=_GRANTS)
def test_what_was_given_adds_up_on_the_page_in_csv_and_in_json(
    given_: list[tuple[str, int, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = "".join(
        f"      - {{association: {name}, montant: '{euros(amount)}', objet: Objet {index}, "
        f"decision: 2026-03-30{', nature: nature' if kind else ''}}}\n"
        for index, (name, amount, kind) in enumerate(given_)
    )
    folder = tmp_path_factory.mktemp("ville")
    found = towns.inspected(folder, towns.edited(PATH, GRANT, rows)).hub
    files = data(found)
    table = list(csv.DictReader(io.StringIO(files["donnees/subventions.csv"].decode())))
    listed = json.loads(files["donnees/subventions.json"])
    whole = sum(amount for _, amount, _ in given_)
    assert sum(round(float(row["montant"]) * 100) for row in table) == whole
    assert sum(round(row["montant"] * 100) for row in listed) == whole
    money = sum(amount for _, amount, kind in given_ if not kind)
    page = made(found, "/subventions/")["/subventions/2026/"]
    assert flat(f"En argent{euros(money)}") in words(page)


def test_the_page_of_an_association_says_what_it_was_given_year_by_year(site: dict[str, Page]) -> None:
    told = words(site["/associations/soupe-aux-cailloux/"])
    assert "Ses subventions 2026 : 27 500 € 2026 : 27 500 € en tout" in told
    assert "convention signée le 9 avril 2026" in told
    assert "2025 21 000 €" in told


def test_the_page_of_an_association_that_was_given_nothing_says_nothing_of_grants(
    site: dict[str, Page],
) -> None:
    assert "subventions" not in words(site["/associations/yoga-pour-dragons/"]).lower()


def test_the_campaign_says_its_days_its_form_who_sits_and_when_one_is_answered(
    site: dict[str, Page],
) -> None:
    told = words(site["/subventions/"])
    for expected in (
        "2 novembre 2026 Subventions de fonctionnement 2027 : ouverture (passé)",
        "15 décembre 2026 Subventions de fonctionnement 2027 : clôture",
        "jeudi 28 janvier 2027, de 17 h 30 à 20 h Commission d’attribution",
        "Le formulaire de demande (PDF",
        "L’adjointe à la vie associative",
        "Une réponse motivée après le vote",
    ):
        assert expected in told


def test_what_comes_back_every_year_is_told_at_its_time_of_the_campaign(tmp_path: Path) -> None:
    files = {
        **towns.edited(PATH, "annee: 2026", "annee: 2026\n    dates: [limite]"),
        "content/agenda/limite.md": (
            "---\ntitre: Dernier jour\ndebut: 2020-02-15\ncategorie: echeance\norganisateurs: [ville]\n"
            "recurrence: {frequence: annuelle, jusqu_a: 2030-12-31}\n---\n"
        ),
    }
    page = made(towns.hub_of(tmp_path, files))["/subventions/2026/"]
    assert "dimanche 15 février 2026" in words(page)


def test_nothing_is_asked_of_a_campaign_that_is_over(site: dict[str, Page]) -> None:
    assert "à confirmer" not in words(site["/subventions/2025/"])
    assert "La campagne 2025" in words(site["/subventions/2025/"])


def test_what_is_not_known_of_the_campaign_that_comes_is_said(tmp_path: Path) -> None:
    page = made(towns.hub_of(tmp_path))["/subventions/"]
    assert "Calendrier à confirmer" in words(page)


def test_a_year_of_many_grants_takes_several_pages(tmp_path: Path) -> None:
    rows = "".join(GRANT.replace("arrosoir", f"arrosoir {index}") for index in range(301))
    found = made(towns.inspected(tmp_path, towns.edited(PATH, GRANT, rows)).hub)
    assert [one for one in found if one.startswith("/subventions/")] == [
        "/subventions/",
        "/subventions/2026/",
        "/subventions/2026/2/",
    ]


def test_a_town_that_writes_no_grant_has_no_section_of_grants(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, {PATH: None})
    assert not [address for address in made(hub) if address.startswith("/subventions/")]
    assert not data(hub)


def _reminded(folder: Path, more: str) -> list[Any]:
    grant = GRANT.replace("1 200,50", "30 000") + more
    hub = towns.inspected(folder, towns.edited(PATH, GRANT, grant)).hub
    return [one for one in reminders(hub, towns.TODAY) if one.at.path == PATH]


def test_a_large_convention_whose_data_are_not_whole_is_reminded_within_three_months(
    tmp_path: Path,
) -> None:
    [one] = _reminded(tmp_path, "        convention: 2026-11-30\n        versement: unique\n")
    assert str(one.day) == "2027-02-28"
    assert "convention de Les Licornes jardinières sont incomplètes" in one.what
    assert one.todo.startswith("Écrivez la délibération et ses dates")


def test_a_large_convention_whose_data_are_whole_is_not_reminded(tmp_path: Path) -> None:
    more = "convention: 2026-11-15\nversement: unique\nverse_du: 2026-11-20\ndeliberation: D1\n"
    assert _reminded(tmp_path, "".join(f"        {line}\n" for line in more.splitlines())) == []
