"""Exchanges, rooms, needs of volunteers: who finds what, until when, and whom to write to."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from frictionless import Resource, Schema, system
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from hub.build import inspect
from hub.catalogue.rule import Content
from hub.markup import Renderer
from hub.markup.issue import blocks
from hub.media import notices
from hub.model.dates import PartialDate
from hub.model.exchange import EXCHANGE, Direction, Exchange, ExchangeState, Matter
from hub.model.issue import issue_of
from hub.model.reminders import reminders
from hub.opendata.equipment import ROOM_COLUMNS, rooms
from hub.opendata.rows import rows_of
from hub.pages import Page, pages
from hub.places import TEMPLATES
from tests import paper, towns
from tests.conftest import Tab
from tests.test_stories import WAYS, Visitor

assert system.plugins, "looked for now: it looks into every folder of `sys.path`, that of the town too"

TABLES, REGISTER = "content/echanges/tables.md", "associations.yaml"
END, MAIL = "jusqu_a: 2027-06-30", "    courriel: contact@licornes.example"
SHEET = towns.ROOT / "theme" / "overrides" / "assets" / "hub" / "style" / "56-echanges.css"


_NEEDED = {"required": True}
_IN_WORDS = r"^[a-zA-Z0-9\-\'\s\d\u00C0-\u00FF]+$"

SCDL: list[dict[str, Any]] = [
    {"name": "COLL_NOM", "constraints": _NEEDED},
    {"name": "COLL_SIRET", "constraints": {**_NEEDED, "pattern": r"^\d{14}$"}},
    {
        "name": "EQUIP_UID",
        "constraints": {**_NEEDED, "maxLength": 18, "pattern": r"^[0-9A-B]{5}-[0-9]{8}-[0-9]{3}"},
    },
    {
        "name": "EQUIP_THEME",
        "constraints": {
            **_NEEDED,
            "enum": [
                "Equipement administratif",
                "Equipement de justice",
                "Equipement sanitaire",
                "Equipement social et d'animation",
                "Equipement sportif et de loisirs",
                "Equipement d'enseignement",
                "Equipement cultuel",
                "Equipement culturel",
                "Equipement de mobilité",
                "Autre équipement",
            ],
        },
    },
    {"name": "EQUIP_CODE", "constraints": {**_NEEDED, "maxLength": 12}},
    {"name": "EQUIP_TYPE", "constraints": _NEEDED},
    {"name": "EQUIP_NOM", "constraints": _NEEDED},
    {"name": "ADR_NUMERO", "constraints": _NEEDED},
    {"name": "ADR_NOMVOIE", "constraints": {**_NEEDED, "minLength": 3, "pattern": _IN_WORDS}},
    {"name": "ADR_CODEPOSTAL", "constraints": {**_NEEDED, "maxLength": 5}},
    {"name": "ADR_COMMUNE", "constraints": {**_NEEDED, "pattern": r"^[A-Za-z\s\-\u00C0-\u00FF]+$"}},
    {"name": "ADR_CLE_INTEROP", "constraints": {"minLength": 16, "pattern": "^[A-Za-z0-9_]+$"}},
    {"name": "ERP_ID"},
    {"name": "ERP_TYPE", "constraints": {"maxLength": 10}},
    {"name": "ERP_CATEGORIE", "type": "integer", "constraints": {"minimum": 1, "maximum": 5}},
    {"name": "EQUIP_LAT", "type": "number", "constraints": _NEEDED},
    {"name": "EQUIP_LONG", "type": "number", "constraints": _NEEDED},
    {"name": "EQUIP_OUVERTURE"},
    {"name": "EQUIP_TEL", "constraints": {"maxLength": 13}},
    {"name": "EQUIP_EMAIL", "format": "email"},
    {"name": "EQUIP_WEB", "format": "uri"},
]
"""The columns of SCDL équipements 0.1.5, and what is asked of each."""


def _scdl() -> Schema:
    return Schema.from_descriptor({"fields": [{"type": "string", **one} for one in SCDL]})


def needing(needs: str) -> dict[str, Content]:
    return towns.edited(REGISTER, MAIL, f"{MAIL}\n    benevoles: [{needs}]")


def made(folder: Path, files: towns.Files | None = None, today: dt.date = towns.TODAY) -> dict[str, Page]:
    hub = inspect(towns.write(folder, files), today).hub
    return {page.address: page for page in pages(hub, today, Renderer(hub), TEMPLATES)}


def words(page: Page) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]+>", " ", page.body)).split())


@pytest.mark.parametrize(
    ("settled", "day", "state"),
    [
        ("", "2027-06-30", ExchangeState.en_cours),
        ("", "2027-07-01", ExchangeState.termine),
        ("2026-11-20", "2026-11-19", ExchangeState.en_cours),
        ("2026-11-20", "2026-11-20", ExchangeState.pourvu),
        ("2026-11-20", "2027-07-01", ExchangeState.pourvu),
    ],
)
def test_an_exchange_goes_on_until_it_is_settled_or_its_last_day_is_past(
    tmp_path: Path, settled: str, day: str, state: ExchangeState
) -> None:
    files = towns.edited(TABLES, END, f"{END}\npourvu_le: {settled}") if settled else {}
    (one,) = towns.hub_of(tmp_path, files).of(EXCHANGE)
    assert one.state(dt.date.fromisoformat(day)) is state


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


@given(day=DAYS, end=DAYS.map(PartialDate.of), settled=st.none() | DAYS.map(PartialDate.of))
def test_what_is_over_stays_so(day: dt.date, end: PartialDate, settled: PartialDate | None) -> None:
    one = Exchange.model_construct(jusqu_a=end, pourvu_le=settled)
    assert not one.over(day) or one.over(day + dt.timedelta(days=1))


def test_what_is_over_leaves_the_list_by_itself_and_stays_at_its_address(tmp_path: Path) -> None:
    before, after = made(tmp_path), made(tmp_path, today=dt.date(2027, 7, 1))
    assert "Vingt tables" in words(before["/echanges/"])
    assert "Vingt tables" not in words(after["/echanges/"])
    assert "Aucun échange n’est en cours" in words(after["/echanges/"])
    told = words(after["/echanges/tables/"])
    assert "terminé le 30 juin 2027" in told
    assert "contact@" not in told, "nobody is to be written to any more"
    assert after["/echanges/tables/"].clues.over


def test_the_page_begins_a_mail_to_whom_the_contact_says(tmp_path: Path) -> None:
    files = towns.edited(TABLES, "contact: contact@licornes", "contact: Les Licornes, contact@licornes")
    (address,) = re.findall(r'class="bouton" href="([^"]+)"', made(tmp_path, files)["/echanges/tables/"].body)
    told = unquote(html.unescape(address))
    assert told.startswith("mailto:contact@licornes.example?subject=Vingt tables&body=Bonjour,")
    assert "https://mini.example/echanges/tables/" in told


def test_where_the_contact_has_no_mail_there_is_no_button(tmp_path: Path) -> None:
    files = towns.edited(TABLES, "contact: contact@licornes.example", "contact: Au kiosque, le jeudi")
    page = made(tmp_path, files)["/echanges/tables/"]
    assert "Au kiosque, le jeudi" in words(page)
    assert 'class="bouton"' not in page.body


def test_an_association_shows_what_it_proposes_and_looks_for_on_its_page(tmp_path: Path) -> None:
    told = words(made(tmp_path)["/associations/licornes/"])
    assert "Ses échanges On propose : Vingt tables , jusqu’au 30 juin 2027" in told
    later = words(made(tmp_path, today=dt.date(2028, 1, 1))["/associations/licornes/"])
    assert "Ses échanges" not in later


@pytest.mark.parametrize("choice", [*Direction, *Matter])
def test_each_thing_that_one_may_choose_is_a_rule_of_the_style_sheet(choice: Direction | Matter) -> None:
    """The list is filtered without a script: a value without its rule would choose nothing."""
    name = "sens" if isinstance(choice, Direction) else "quoi"
    rules = SHEET.read_text(encoding="utf-8").count(f".echanges:has(#_{name}-{choice.value}:checked)")
    assert rules == (1 if name == "sens" else 2)


def test_the_poster_says_what_who_until_when_and_whom_to_write_to(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, towns.edited(TABLES, END, f"{END}\nquantite: Vingt\ndelai: La veille"))
    (work,) = notices.works(hub, towns.TODAY, Renderer(hub), paper.LOOK)
    data = paper.PRESS.made(work)
    told = paper.text(data)
    for said in (
        "On propose · matériel",
        "Vingt tables",
        "jusqu’au 30 juin 2027",
        "Les Licornes jardinières",
    ):
        assert said in told
    assert "La veille" in told
    assert "contact@licornes.example" in told
    assert "Tout savoir, et répondre" in told
    assert paper.codes(data) == ["https://mini.example/echanges/tables/"]
    assert paper.sizes(data) == [paper.A4]


def test_what_is_over_has_no_poster(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    assert list(notices.sheets(hub, dt.date(2027, 7, 1), Renderer(hub), paper.LOOK)) == []


def test_the_letter_tells_what_is_new_and_goes_on(tmp_path: Path) -> None:
    settled = towns.MINIATURE[TABLES].replace("2026-10-05", "2026-11-10")
    files = {
        TABLES: settled,
        "content/echanges/chaises.md": settled.replace("Vingt tables", "Dix chaises").replace(
            END, f"{END}\npourvu_le: 2026-11-12"
        ),
    }
    hub = towns.hub_of(tmp_path, files)
    told = {
        one.title: one.entries for one in blocks(issue_of(hub, hub.letters[0], towns.TODAY), Renderer(hub))
    }
    (entry,) = told["Échanges"]
    assert (entry.title, entry.fact) == ("Vingt tables", "On propose, jusqu’au 30 juin 2027")


def test_who_announced_is_reminded_before_the_end(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    (one,) = (one for one in reminders(hub, dt.date(2027, 6, 20)) if one.thing in hub.of(EXCHANGE))
    assert one.who == "Les Licornes jardinières"
    assert [one for one in reminders(hub, dt.date(2027, 7, 1)) if one.thing in hub.of(EXCHANGE)] == []


def test_an_exchange_is_a_row_that_names_who_by_the_key_of_the_directory(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, towns.edited(TABLES, "association: licornes", "association: Licornes"))
    (row,) = rows_of(hub, EXCHANGE, "echanges")
    assert (row["association"], row["sens"], row["jusqu_a"]) == ("licornes", "offre", "2027-06-30")
    assert "consentement" not in row


@pytest.mark.parametrize(
    ("street", "number", "name"),
    [
        ("12 rue des Nuages", "12", "rue des Nuages"),
        ("12 bis, quai de la Flaque", "12 bis", "quai de la Flaque"),
        ("Kiosque du parc", "99999", "Kiosque du parc"),
    ],
)
def test_a_room_is_a_row_in_the_columns_of_the_national_schema(
    tmp_path: Path, street: str, number: str | None, name: str
) -> None:
    files = towns.edited(
        "content/salles/serre.md",
        "capacite: 30",
        f'capacite: 30\nadresse: {{voie: "{street}", commune: Mini}}',
    )
    (row,) = rooms(towns.hub_of(tmp_path, files))
    assert tuple(row) == ROOM_COLUMNS
    assert (row["ADR_NUMERO"], row["ADR_NOMVOIE"], row["ADR_COMMUNE"]) == (number, name, "Mini")
    assert (row["EQUIP_UID"], row["EQUIP_EMAIL"], row["capacite"]) == ("serre", "salles@mini.example", 30)


def test_a_room_that_the_town_has_told_in_full_is_valid_in_the_national_schema() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    (row,) = (one for one in rooms(hub) if one["id"] == "salle-des-pas-retrouves")
    report = Resource([{one["name"]: row[one["name"]] for one in SCDL}], schema=_scdl()).validate()
    assert report.flatten(["fieldName", "note"]) == []
    assert row["EQUIP_OUVERTURE"].startswith('"du mardi au samedi de 9 h à 22 h, le dimanche')


def test_what_a_town_has_not_told_of_a_room_is_all_that_the_national_schema_lacks() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    rows = [{one["name"]: row[one["name"]] for one in SCDL} for row in rooms(hub)]
    report = Resource(rows, schema=_scdl()).validate()
    lacking = {name for (name,) in report.flatten(["fieldName"])}
    assert lacking == {
        "EQUIP_UID",  # a number that the town gives, and no lot of tables has
        "EQUIP_CODE",
        "EQUIP_LAT",
        "EQUIP_LONG",
        "ADR_NUMERO",
        "ADR_NOMVOIE",
        "ADR_CODEPOSTAL",
        "ADR_COMMUNE",
    }


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("01 99 00 00 10", "+33 199000010"),
        ("+32 2 512 34 56", "+32 25123456"),
        ("0 800 00 00 10", "+33 800000010"),
    ],
)
def test_the_telephone_of_a_room_is_written_as_the_national_schema_has_it(
    tmp_path: Path, said: str, written: str
) -> None:
    files = towns.edited(
        "content/salles/serre.md", "contact: salles@mini.example", f"contact: L'accueil, {said}"
    )
    (row,) = rooms(towns.hub_of(tmp_path, files))
    assert row["EQUIP_TEL"] == written


def test_a_room_says_its_hours_as_the_town_wrote_them(tmp_path: Path) -> None:
    files = towns.edited(
        "content/salles/serre.md", "capacite: 30", "capacite: 30\nhoraires: le mardi de 14 h à 17 h"
    )
    assert "Horaires le mardi de 14 h à 17 h" in words(made(tmp_path, files)["/salles/serre/"])


def test_a_room_says_what_is_known_and_that_the_rest_is_to_be_confirmed(tmp_path: Path) -> None:
    files = towns.edited("content/salles/serre.md", "tarif: Gratuit\n", "")
    found = made(tmp_path, files)
    told = words(found["/salles/serre/"])
    assert "Capacité 30\u00a0personnes" in told or "Capacité 30 personnes" in told
    assert "Tarif à confirmer" in told
    assert "Tarif à confirmer" in words(found["/salles/"])


def test_needs_are_on_the_card_and_in_one_list_by_their_day(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        needing("{quoi: Arroser}, {quoi: Semer, date: 2027-03-13}, {quoi: Tailler, date: 2026-12}"),
    )
    told = words(found["/benevolat/"])
    assert [told.index(one) for one in ("Tailler", "Semer", "Arroser")] == sorted(
        told.index(one) for one in ("Tailler", "Semer", "Arroser")
    )
    assert told.count("À qui écrire") == 3
    assert "Elle cherche des bénévoles" in words(found["/associations/licornes/"])


@pytest.mark.parametrize("past", ["date: 2026-11-20", "jusqu_a: 2026-10"])
def test_a_need_that_is_past_leaves_the_list_and_the_card(tmp_path: Path, past: str) -> None:
    found = made(tmp_path, needing(f"{{quoi: Semer, {past}}}"))
    assert "Aucune association ne cherche" in words(found["/benevolat/"])
    assert "Semer" not in words(found["/associations/licornes/"])


def test_a_town_whose_directory_says_no_need_has_no_list_of_them(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert "/benevolat/" not in found
    assert "/benevolat/" not in found["/plan-du-site/"].body


def test_a_town_without_exchanges_nor_rooms_shows_nothing_of_them(tmp_path: Path) -> None:
    found = made(tmp_path, {TABLES: None, "content/salles/serre.md": None})
    assert not [address for address in found if address.startswith(("/echanges/", "/salles/"))]
    site = "".join(page.body + page.foot for page in found.values())
    assert 'href="/echanges/' not in site
    assert 'href="/salles/' not in site


def test_a_text_leads_to_an_exchange_and_to_a_room_by_their_keys(tmp_path: Path) -> None:
    files = {
        **towns.edited(
            "content/actualites/pluie.md", "Enfin.", "Voir [des tables](echange:tables), [où](salle:serre)."
        ),
    }
    body = made(tmp_path, files)["/actualites/pluie/"].body
    assert 'href="/echanges/tables/"' in body
    assert 'href="/salles/serre/"' in body


def test_a_date_leads_to_the_room_of_the_town_that_it_takes_place_in(tmp_path: Path) -> None:
    files = towns.edited("content/agenda/yoga.md", "publie_le:", "lieu: {nom: la serre}\npublie_le:")
    page = made(tmp_path, files)["/agenda/yoga/"]
    assert '<a href="/salles/serre/">la serre</a>' in page.body


def test_what_is_chosen_is_kept_in_the_address(tab: Tab, example_url: str) -> None:
    with tab(viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{example_url}/echanges/")
        page.get_by_role("radio", name="On propose").check()
        page.get_by_role("radio", name="Matériel").check()
        expect(page).to_have_url(re.compile(r"/echanges/\?sens=offre&quoi=materiel$"))
        shown = page.locator(".echanges .carte:visible").all_inner_texts()
        page.reload()
        expect(page.get_by_role("radio", name="Matériel")).to_be_checked()
        assert page.locator(".echanges .carte:visible").all_inner_texts() == shown
        page.get_by_role("radio", name="Tout").first.check()
        expect(page).to_have_url(re.compile(r"/echanges/\?quoi=materiel$"))


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def visitor(request: pytest.FixtureRequest, tab: Tab, example_url: str) -> Iterator[Visitor]:
    way = request.param
    screen = {"width": way["width"], "height": 800}
    with tab(viewport=screen, java_script_enabled=way["script"], locale="fr-FR") as page:
        page.goto(f"{example_url}/plan-du-site/")
        yield Visitor(page, keyboard=way["keyboard"], script=way["script"])


def test_an_association_finds_twenty_tables_for_june_and_writes_to_whom_lends_them(visitor: Visitor) -> None:
    visitor.follow("Échanges", exact=True)
    main = visitor.page.locator("main")
    for name in ("On propose", "Matériel"):
        chosen = visitor.page.get_by_role("radio", name=name)
        if visitor.keyboard:
            chosen.focus()
            visitor.page.keyboard.press("Space")
        else:
            chosen.check()
    expect(main.get_by_role("heading", name="On cherche")).to_be_hidden()
    expect(main.get_by_role("link", name="Relire un bilan sans s’endormir")).to_be_hidden()
    visitor.follow("Vingt tables pliantes")
    visitor.sees("Vingt tables pliantes")
    expect(main).to_contain_text("jusqu’au 30 juin 2027")
    writing = main.get_by_role("link", name="Écrire")
    expect(writing).to_have_attribute(
        "href", re.compile(r"^mailto:contact@soupeauxcailloux\.example\?subject=")
    )
