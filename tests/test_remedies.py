"""What was meant: the remedy that a refused value itself suggests."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.catalogue.pictures import shown
from hub.catalogue.rule import Edit
from hub.checks.french_dates import MONTHS, iso_form
from hub.checks.personal import Sort, personal
from tests import towns
from tests.mistakes.case import ASSOCIATIONS, GUIDE, MINUTES, YOGA

CONTACT = "courriel: contact@licornes.example"


def remedy(folder: Path, path: str, old: str, new: str) -> str:
    (problem,) = towns.inspected(folder, towns.edited(path, old, new)).problems
    return problem.remedy


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("courriel: contact (at) licornes.example", "contact@licornes.example"),
        ("courriel: contact@licornes", "Il manque la fin"),
        ("courriel: a@b.example et c@d.example", "N'en gardez qu'une seule."),
        ("courriel: contact", "Écrivez-en une seule"),
        ("telephone: 01 99 00 10", "Il a 8 chiffres au lieu de dix"),
        ("telephone: 01 99 00 10 01 / 01 99 00 10 02", "N'en gardez qu'un seul"),
        ("site: www.licornes.example/jardin", "https://www.licornes.example/jardin"),
        ("site: bientôt", "avec « https:// »"),
        ("telephone: 612345678", 'Il manque le zéro du début : "06 12 34 56 78"'),
        ("courriel: contact @licornes.example", "Écrivez l'adresse seule : contact@licornes.example"),
        ("telephone: 262400010", 'Il manque le zéro du début : "0262 40 00 10"'),
        ("telephone: +33 262 40 00 10", 'comme on le compose en France : "0262 40 00 10"'),
        ("site: https://ville.example@autre.example/a", "Si c'est bien là, écrivez https://autre.example/a"),
        (
            "site: <https://licornes.example/l'eau_(potable)>",
            "l'adresse seule : https://licornes.example/l'eau_(potable)",
        ),
        ("site: https://licornes", "recopiez son adresse depuis la barre du navigateur"),
        ("courriel: é@exemple.fr", "ni accent"),
        ("prix: 5 €", "Possibles"),
        ("mail: a@b.example", "Vouliez-vous dire « courriel » ?"),
        ("publics: [tout]", "Vouliez-vous dire « tous » ?"),
        ("couriel: contact@licornes.example", "Vouliez-vous dire « courriel » ?"),
        ("Courriel: contact@licornes.example", "Écrivez « courriel: »"),
    ],
)
def test_a_contact_is_mended_from_what_was_written(tmp_path: Path, written: str, words: str) -> None:
    assert words in remedy(tmp_path, ASSOCIATIONS, CONTACT, written)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("25/11/2021", "2021-11-25"),
        ("25 novembre 2021", "2021-11-25"),
        ("le jeudi 25 novembre 2021", "2021-11-25"),
        ("1er mars 2026", "2026-03-01"),
        ("25/11/21", "2021-11-25"),
        ("21-11-25", "2021-11-25"),
        ("2021/11/25", "2021-11-25"),
        ("2021-9-5", "2021-09-05"),
        ("25.11.2021", "2021-11-25"),
        ("novembre 2021", "2021-11"),
        ("11/2021", "2021-11"),
        ("12 janv. 2026 à 9 h", "2026-01-12 09:00"),
        ("2026-03-10 18h30", "2026-03-10 18:30"),
        ("3 août 2026", "2026-08-03"),
        ("2026–03–10", "2026-03-10"),
        ("20260310", "2026-03-10"),
        ("2026-03-10, 18:30:00", "2026-03-10 18:30"),
    ],
)
def test_a_date_as_people_write_it_is_offered_in_the_form_of_the_files(written: str, iso: str) -> None:
    assert iso_form(written) == iso


@pytest.mark.parametrize(
    "written", ["bientôt", "30/02/2021", "le printemps 2026", "", "2026", "mars", "99/99/99"]
)
def test_what_is_no_date_is_not_taken_for_one(written: str) -> None:
    assert iso_form(written) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_found_in_letters_and_in_figures(day: dt.date) -> None:
    letters = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert [iso_form(f"{day:%d/%m/%Y}"), iso_form(letters), iso_form(letters.upper())] == [
        day.isoformat()
    ] * 3


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_not_but_never_a_crash(text: str) -> None:
    found = iso_form(text)
    assert found is None or len(found) in (7, 10, 16)


def test_the_remedy_of_a_date_gives_it_ready_to_copy(tmp_path: Path) -> None:
    old, new = "publie_le: 2026-03-12", "publie_le: 12 mars 2026"
    assert remedy(tmp_path, MINUTES, old, new) == "Écrivez-la dans l'ordre année-mois-jour : 2026-03-12."


def test_a_yes_for_one_of_a_few_words_is_answered_by_those_words(tmp_path: Path) -> None:
    assert (
        remedy(tmp_path, YOGA, "publie_le:", "public: oui\npublie_le:") == "Possibles : tous, associations."
    )


PERSONS = [
    ("Au 06 39 98 00 06, un numéro de fiction", [(Sort.MOBILE, "06 39 98 00 06")]),
    ("Au +41 79 123 45 67", [(Sort.MOBILE, "+41 79 123 45 67")]),
    ("Appeler le 06 12 34 56 78.", [(Sort.MOBILE, "06 12 34 56 78")]),
    ("Au +33 7 12 34 56 78 ou au 01 23 45 67 89", [(Sort.MOBILE, "+33 7 12 34 56 78")]),
    ("Écrire à Jeanne.Martin@Orange.fr", [(Sort.MAILBOX, "Jeanne.Martin@Orange.fr")]),
    ("Écrire à contact@malakoff.example", []),
    ("Mme Martin préside.", [(Sort.NAME, "Mme Martin")]),
    ("Avec Jeanne Martin et ANNE-MARIE.", [(Sort.NAME, "Jeanne Martin")]),
    ("Au 3 rue Jeanne Martin, à l'école Paul Bert", []),
    ("Au stade Marcel Cerdan ; salle Jean Vilar", []),
    ("L'association France Bénévolat, le marché de Noël Solidaire", []),
    ("Le 06 décembre 2026, 12 places", []),
    ("SIREN 612 345 678, tarif 0,67 €", []),
    ("La première adjointe, le chargé de mission", []),
]


@pytest.mark.parametrize(("text", "found"), PERSONS)
def test_what_belongs_to_a_person_is_seen_and_what_belongs_to_a_place_is_not(
    text: str, found: list[tuple[Sort, str]]
) -> None:
    assert [(one.sort, one.written) for one in personal(text)] == found


@given(st.text(alphabet="06712 .-+()Mme@orangefr Jeanne", max_size=60))
def test_any_text_is_searched_for_persons_without_a_crash(text: str) -> None:
    for one in personal(text):
        assert text[one.start :].startswith(one.written)


PLACE = "adresse: "


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{latitude: 48,82}", "Écrivez le nombre avec un point : latitude: 48.82."),
        ('{latitude: "48,82"}', "48.82."),
        ("{latitude: 48.82 N}", "sans lettre : 48.82."),
        ("{longitude: 2.5 O}", "sans lettre : -2.5."),
        ("{latitude: 48°49'12''N}", "sans lettre : 48.82."),
        ("{longitude: ici}", "2.2968 pour une longitude"),
        ("{latitude: 4882}", "Écrivez 90 ou moins."),
        ("{latitude: -4882}", "Écrivez -90 ou plus."),
    ],
)
def test_degrees_are_mended_from_what_a_map_says(tmp_path: Path, written: str, words: str) -> None:
    assert words in remedy(tmp_path, ASSOCIATIONS, CONTACT, PLACE + written)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (r"C:\Photos\Fête.JPG", "Mettez le fichier dans content/images/ sous le nom « fete.jpg »"),
        ("content/images/graine.png", "Écrivez son nom seul, sans dossier : graine.png"),
        ("https://ailleurs.example/graine.png", "avec l'accord de son auteur"),
        ("graine.heic", "Enregistrez la photo en JPEG"),
        ("affiche.pdf", "un document se joint par « documents »"),
    ],
)
def test_a_picture_is_named_by_its_file_alone(tmp_path: Path, name: str, words: str) -> None:
    said = f"image:\n  fichier: {name}\n  texte: Une graine sur un pot\n  auteur: La ville\n"
    files = {**shown(), GUIDE: Edit("publie_le: 2026-02-01\n", f"publie_le: 2026-02-01\n{said}")}
    (problem,) = [one for one in towns.inspected(tmp_path, files).problems if one.code == "D001"]
    assert words in problem.remedy


def test_a_name_alone_stays_in_the_group_that_is_asked_for(tmp_path: Path) -> None:
    said = ("publie_le: 2026-02-01\n", "publie_le: 2026-02-01\nimage: graine.png\n")
    assert "{fichier: graine.png, texte: …" in remedy(tmp_path, GUIDE, *said)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("debut: 2026-12-30 18h30-20 h", "debut: 2026-12-30 18:30, puis fin: 2026-12-30 20:00."),
        ("debut: le 30 décembre 2026 de 18h30 à 20h", "puis fin: 2026-12-30 20:00."),
        ("debut: 9 h", "devant : 2026-03-14 09:00."),
        ("debut: 2026-13", "Un mois s'écrit de 01 à 12, pas 13."),
        ("debut: 2026-12-30 25:30", "Une heure s'écrit de 00 à 23, pas 25."),
        ("debut: 2026-02-30", "Vérifiez dans un calendrier."),
    ],
)
def test_each_hour_goes_to_its_field(tmp_path: Path, written: str, words: str) -> None:
    line = next(one for one in towns.MINIATURE[YOGA].splitlines() if one.startswith("debut:"))
    assert words in remedy(tmp_path, YOGA, line, written)


def test_a_number_is_taken_out_of_its_words(tmp_path: Path) -> None:
    written = (
        "recurrence: {frequence: hebdomadaire",
        "recurrence: {nombre: environ 8, frequence: hebdomadaire",
    )
    said = towns.inspected(tmp_path, towns.edited(YOGA, *written)).problems
    assert [one.remedy for one in said if one.code == "C009"] == ["Écrivez le nombre seul : 8."]
