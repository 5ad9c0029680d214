"""OpenAgenda's JSON, a spreadsheet of dates, and what was exported from here become files of the agenda."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hub.exporting.files import FILES
from hub.exporting.rows import SHEETS
from hub.importing.dates import bring, cells
from hub.importing.kinds import guessed
from hub.importing.opening import Source
from hub.importing.outcome import Asked, Outcome
from hub.importing.signature import signature
from hub.inspection import inspect
from hub.model.event import Event
from tests import towns
from tests.events import events
from tests.test_importing_dates import EXAMPLE, Town, messages
from tests.test_importing_tables import book

MORNING = {"begin": "2027-04-03T12:00:00.000Z", "end": "2027-04-03T16:00:00.000Z"}


def each_day(*days: int) -> list[dict[str, str]]:
    return [
        {"begin": f"2027-03-{day:02}T10:00:00+01:00", "end": f"2027-03-{day:02}T18:00:00+01:00"}
        for day in days
    ]


EXHIBITION: dict[str, Any] = {
    "uid": 45,
    "slug": "expo",
    "title": {"fr": "Exposition de parapluies", "en": "Umbrellas"},
    "description": {"fr": "Trente parapluies rouges."},
    "longDescription": {"fr": "Une **belle** exposition.\n\n* des rouges\n* des verts"},
    "keywords": {"fr": ["pluie", "rouge"]},
    "state": 2,
    "status": 1,
    "timings": each_day(9, 10, 11),
    "location": {
        "name": "Parc Imaginaire",
        "address": "1 rue Imaginaire",
        "city": "Mini",
        "postalCode": "99999",
        "latitude": 48.81,
        "longitude": 2.29,
    },
    "registration": [
        {"type": "email", "value": "contact@licornes.example"},
        {"type": "phone", "value": "06 39 98 01 02"},
    ],
    "conditions": {"fr": "Gratuit"},
    "contributor": {"contributorName": "Sophie Lambert"},
    "dateRange": {"fr": "9 - 11 mars"},
}


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def test_an_event_of_openagenda_becomes_a_date(town: Town) -> None:
    found = town.bring("agenda.json", json.dumps({"total": 1, "events": [EXHIBITION]}))
    assert found.outcome.kind == "agenda"
    assert town.header("exposition-de-parapluies") == [
        "titre: Exposition de parapluies",
        "resume: Trente parapluies rouges.",
        "debut: 2027-03-09 10:00",
        "fin: 2027-03-09 18:00",
        "categorie: evenement",
        "lieu:",
        "  nom: Parc Imaginaire",
        "  adresse: 1 rue Imaginaire, 99999 Mini",
        "  latitude: 48.810000",
        "  longitude: 2.290000",
        "tarif: Gratuit",
        "inscription: contact@licornes.example",
        "recurrence:",
        "  frequence: quotidienne",
        "  jusqu_a: 2027-03-11",
    ]
    text = town.read("exposition-de-parapluies")
    assert text.endswith("\nUne **belle** exposition.\n\n- des rouges\n- des verts\n")
    assert found.outcome.unread == ("06 39 98 01 02", "Sophie Lambert", "keywords : pluie, rouge")
    again = town.bring("agenda.json", json.dumps({"total": 1, "events": [EXHIBITION]}))
    assert again.outcome.written == ()
    later = EXHIBITION | {"timings": each_day(9, 10)}
    assert town.bring("agenda.json", json.dumps([later])).outcome.written
    assert town.header("exposition-de-parapluies")[-2:] == ["recurrence:", "  dates: [2027-03-10]"]


def test_what_is_cancelled_or_not_published_there_is_said(town: Town) -> None:
    those = [
        {"uid": 1, "title": "Stage", "status": 6, "timings": [MORNING]},
        {"uid": 2, "title": "Brouillon", "state": 0, "timings": [MORNING]},
        {"uid": 3, "title": "Sans horaire", "timings": []},
    ]
    found = town.bring("agenda.json", json.dumps({"events": those}))
    assert town.names == ["2027-04-03-stage"]
    assert "annule: \"Annulé dans l'agenda d'origine.\"" in town.header("2027-04-03-stage")
    assert sorted(messages(found)) == [
        "Cette date est annulée dans OpenAgenda : pour quelle raison ?",
        "« Brouillon » n'est pas publié sur OpenAgenda : pas repris.",
        "« Sans horaire » n'a pas d'horaire lisible, ou en a trop : pas repris.",
    ]


HEADINGS = ["Date", "Horaires", "Événement", "Lieu", "Association", "Tarif", "Responsable", "Observations"]
ROWS: list[list[Any]] = [
    [dt.date(2027, 3, 12), "14h-18h", "Fête du jeu", "Salle des fêtes, 1 rue du Bac", "Les Licornes jardinières", "Gratuit", "Mme Durand", "Prévoir tables"],
    ["du 12 au 14 avril 2027", "10 h à 18 h", "Salon", "Halle", "Cœur de choeur, Ville de Mini", "", "", ""],
    ["28 février au 2 mars 2027", "", "Expo", "", "Inconnue du lac", "", "06 39 98 01 02", ""],
    ["5 juin", "20h30", "Bal", "Place de l'Exemple", "", "5 €", "", ""],
    ["mai 2027", "", "Carnaval", "", "", "", "", ""],
    ["12, 19 et 27 mai 2027", "18h", "Chorale", "", "", "", "", ""],
    ["bientôt", "", "Rien", "", "", "", "", ""],
]  # fmt: skip


def test_a_spreadsheet_of_dates_is_read_row_by_row(town: Town) -> None:
    found = town.bring("programme.xlsx", book(("2027", [["Programme 2027"], HEADINGS, *ROWS])))
    assert found.outcome.kind == "agenda"
    assert {name: town.header(name)[1:] for name in town.names} == {
        "2027-03-12-fete-du-jeu": [
            "debut: 2027-03-12 14:00",
            "fin: 2027-03-12 18:00",
            "categorie: evenement",
            "organisateurs: [licornes]",
            "lieu:",
            "  nom: Salle des fêtes",
            "  adresse: 1 rue du Bac",
            "tarif: Gratuit",
        ],
        "salon": [
            "debut: 2027-04-12 10:00",
            "fin: 2027-04-12 18:00",
            "categorie: evenement",
            "organisateurs: [coeur, ville]",
            "lieu:",
            "  nom: Halle",
            "recurrence:",
            "  frequence: quotidienne",
            "  jusqu_a: 2027-04-14",
        ],
        "2027-02-28-expo": ["debut: 2027-02-28", "fin: 2027-03-02", "categorie: evenement"],
        "2027-06-05-bal": [
            "debut: 2027-06-05 20:30",
            "categorie: evenement",
            "lieu:",
            '  nom: "Place de l\'Exemple"',
            "tarif: 5 €",
        ],
        "2027-05-carnaval": ["debut: 2027-05", "categorie: evenement"],
        "chorale": [
            "debut: 2027-05-12 18:00",
            "categorie: evenement",
            "recurrence:",
            "  dates: [2027-05-19, 2027-05-27]",
        ],
    }
    assert sorted(messages(found)) == [
        "Du 2027-04-12 au 2027-04-14, est-ce bien chaque jour, aux mêmes heures ?",
        "« 5 juin » n'a pas d'année : 2027 ?",
        "« Inconnue du lac » n'est pas dans l'annuaire. Ajoutez sa fiche, ou son autre nom.",
        "« Rien » : « bientôt » n'est pas une date : ligne pas reprise.",
    ]
    assert set(found.outcome.unread) == {
        "Programme 2027",
        "bientôt ; Rien",
        "Mme Durand",
        "06 39 98 01 02",
        "Observations : Prévoir tables",
        "Inconnue du lac",
    }
    again = town.bring("programme.xlsx", book(("2027", [["Programme 2027"], HEADINGS, *ROWS])))
    assert (again.outcome.written, messages(again)) == ((), messages(found))


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("12/03/2027", "2027-03-12"),
        ("samedi 12 mars 2027", "2027-03-12"),
        ("12 mars 27", "2027-03-12"),
        ("46458", "2027-03-12"),
        ("2027-03-12 18:30", "2027-03-12 18:30"),
        ("samedi 12 mars 2027 de 14h à 18h", "2027-03-12 14:00-18:00"),
        ("du 12 au 14 mars 2027", "2027-03-12…2027-03-14"),
        ("les 12 et 14 mars 2027", "2027-03-12 2027-03-14"),
        ("du 30 décembre 2026 au 2 janvier 2027", "2026-12-30…2027-01-02"),
        ("du 30 décembre au 2 janvier 2027", "2026-12-30…2027-01-02"),
        ("31 mars", "2027-03-31 ?"),
        ("mars 2027", "2027-03"),
        ("31/02/2027", "None"),
        ("tous les mardis", "None"),
    ],
)
def test_a_cell_says_days_as_people_write_them(cell: str, said: str) -> None:
    found = cells.days(cell, towns.TODAY)
    if found is None or found.partial:
        assert said == (found.partial if found else "None")
        return
    days = ("…" if found.span else " ").join(map(str, found.days))
    hours = [str(dt.datetime.min + one)[11:16] for one in (found.hours.begin, found.hours.end) if one]
    assert said == " ".join(filter(None, [days, "-".join(hours), "" if found.sure else "?"]))


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("14h-18h", "14:00 18:00"),
        ("de 14 h 30 à 16 h", "14:30 16:00"),
        ("20:00", "20:00"),
        ("19h00 / 21h30", "19:00 21:30"),
        ("midi", "12:00"),
        ("à partir de 9 heures", "09:00"),
        ("toute la journée", "toute la journée"),
        ("14h sauf le mardi", "14:00 14h sauf le mardi"),
    ],
)
def test_a_cell_says_hours_as_people_write_them(cell: str, said: str) -> None:
    found = cells.hours(cell)
    hours = [str(dt.datetime.min + one)[11:16] for one in (found.begin, found.end) if one]
    assert said == " ".join([*hours, found.rest]).strip()


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["Nom", "Date", "Lieu", "Contact"], "agenda"),
        (["Subject", "Start Date", "Start Time", "End Date", "End Time", "Location"], "agenda"),
        (["Association", "Date de création", "Téléphone", "Courriel"], "annuaire"),
    ],
)
def test_the_kind_of_a_spreadsheet_is_that_of_its_columns(headings: list[str], kind: str) -> None:
    row = ["12/03/2027" if "Date" in one else "18:00" if "Time" in one else "Parasols" for one in headings]
    data = "\n".join(";".join(line) for line in (headings, row)).encode()
    assert guessed(Source("x.csv", data, signature(data))) == kind


def test_a_column_is_what_one_says_it_is(town: Town) -> None:
    data = "Machin;Truc;Divers\nFête;12/03/2027;Venez nombreux\n"
    found = town.bring("x.csv", data, "agenda", columns=("Machin=titre,Truc=debut", "Divers=description"))
    assert town.read("2027-03-12-fete").endswith("\nVenez nombreux\n")
    assert found.outcome.unread == ()


# The way back


def exported(hub: Any, end: str) -> Source:
    data = FILES[end]("agenda", list(SHEETS["agenda"](hub)))
    return Source(f"agenda{end}", data, signature(data))


@pytest.mark.parametrize("end", tuple(FILES))
def test_the_agenda_of_the_example_town_comes_back_as_it_was(end: str) -> None:
    outcome = bring(exported(EXAMPLE, end), EXAMPLE, Asked(towns.EXAMPLE, towns.TODAY))
    assert (outcome.written, outcome.questions, outcome.unread) == ((), (), ())


TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), min_size=1).filter(
    lambda one: one.strip() and len(one) < 300
) | st.sampled_from(["=1+1", "'=1", "a | b", "1,5E+10", "+33 1", "_x0041_", "« L’été »"])


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(event=events(), title=TITLES, end=st.sampled_from(tuple(FILES)))
def test_any_date_that_is_exported_and_brought_again_is_the_same(event: Event, title: str, end: str) -> None:
    told = Event.model_validate({**event.model_dump(mode="json"), "titre": title})
    told._origin = event.origin
    hub = EXAMPLE.having(events=[told])
    outcome: Outcome = bring(exported(hub, end), hub, Asked(towns.EXAMPLE, towns.TODAY))
    assert (outcome.written, outcome.questions, outcome.unread) == ((), (), ())


def test_a_row_and_a_cell_more_are_taken_and_a_cell_that_changed_is_asked(town: Town) -> None:
    source = exported(town.hub, ".csv")
    table = list(csv.DictReader(io.StringIO(source.data.decode("utf-8-sig")), delimiter=";"))
    yoga = next(one for one in table if one["id"] == "yoga")
    yoga["tarif"], yoga["titre"], yoga["organisateurs"] = "Gratuit", "Yoga du mercredi", ""
    new = {
        "titre": "Bal",
        "debut": "2027-06-05 20:30",
        "categorie": "evenement",
        "lieu": "Halle",
        "id": "bal",
    }
    again = {"frequence": "hebdomadaire", "jour": "samedi", "jusqu_a": "2027-06-26"}
    table.append(dict.fromkeys(table[0], "") | new | again)
    out = io.StringIO()
    writer = csv.DictWriter(out, table[0], delimiter=";")
    writer.writeheader()
    writer.writerows(table)
    found = town.bring("agenda.csv", out.getvalue())
    assert sorted(one.path for one in found.outcome.written) == [
        "content/agenda/bal.md",
        "content/agenda/yoga.md",
    ]
    assert "tarif: Gratuit\n" in town.read("yoga") and "titre: Yoga du mardi\n" in town.read("yoga")
    assert town.header("bal")[-4:] == [
        "recurrence:",
        "  frequence: hebdomadaire",
        "  jour: samedi",
        "  jusqu_a: 2027-06-26",
    ]
    assert messages(found) == [
        "« Yoga du mardi », titre : « Yoga du mardi » ici, « Yoga du mercredi » dans le tableau. Rien n’a changé.",
        "« Yoga du mardi », organisateurs : « licornes » ici, « rien » dans le tableau. Effacez-le s’il le faut.",
    ]
    assert inspect(town.root, towns.TODAY).sound
