"""What forms, spreadsheets and phones write: accepted as it was meant, or refused with what was meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.checks.spreadsheet import day_of, in_town, mended_postal_code, number_of
from hub.model.dates import PARIS
from tests import towns
from tests.mistakes.case import ASSOCIATIONS, GUIDE, MINUTES, YOGA

MAIL = "courriel: contact@licornes.example"
BEGIN = "debut: 2026-11-03 18:30\n"
DAY = "publie_le: 2026-03-12"


def told(folder: Path, path: str, old: str, new: str) -> str:
    """The only problem of the miniature so changed, as it is told."""
    (problem,) = towns.inspected(folder, towns.edited(path, old, new)).problems
    return f"{problem.message} {problem.remedy}"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("adresse: {code_postal: 1000}", 'ôté le zéro du début : "01000".'),
        ("adresse: {code_postal: 92240.0}", 'en a fait un nombre : "92240".'),
        ("adresse: {code_postal: 9.224E+04}", 'en a fait un nombre : "92240".'),
        ("adresse: {code_postal: 924}", 'Écrivez cinq chiffres, entre guillemets : "01000".'),
        ("telephone: 146756000", 'Il manque le zéro du début : "01 46 75 60 00".'),
        ("telephone: 146756000.0", 'en a fait un nombre : "01 46 75 60 00".'),
        ("telephone: 1.46756E+08", '"01 46 75 60 00" si ce sont des zéros'),
        ("telephone: '1,46756E+08'", '"01 46 75 60 00" si ce sont des zéros'),
        ("telephone: '=0146756000'", 'en a fait un nombre : "01 46 75 60 00".'),
        ("siren: 5520135", 'ôté le zéro du début : "005520135".'),
        ("siren: 5520136", "Un SIREN a neuf chiffres."),
        ("siren: 443061841.0", 'en a fait un nombre : "443061841".'),
        ("siren: 4.4306E+08", "perdu les derniers chiffres : recopiez-le"),
        ("siret: 44306184100047.0", 'en a fait un nombre : "44306184100047".'),
        ("siret: 4.43061841E+13", "perdu les derniers chiffres : recopiez-le"),
        ("rna: 921001234", "Il manque le W du début : W921001234."),
        ("courriel: '[a@b.example](mailto:a@b.example)'", "Écrivez l'adresse seule : a@b.example"),
        ("objet: ok\n    alias: '[\"Lic\"]'", "Écrivez-la sans guillemets autour : « alias: [Lic] »."),
    ],
)
def test_what_a_spreadsheet_or_a_form_took_from_a_value_is_offered(
    tmp_path: Path, written: str, words: str
) -> None:
    files = towns.edited(ASSOCIATIONS, MAIL, written)
    if "alias" in written:
        files = towns.edited(ASSOCIATIONS, "alias: [Licornes]", "alias: '[\"Lic\"]'")
    problem = towns.inspected(tmp_path, files).problems[0]
    assert words in problem.remedy


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-03-14T17:30:00Z", "Dans la ville, c'est : 2026-03-14 18:30."),
        ("2026-07-14T17:30:00.000Z", "Dans la ville, c'est : 2026-07-14 19:30."),
        ("2026-03-14T17:30:00+00:00", "Dans la ville, c'est : 2026-03-14 18:30."),
        ("2026-12-31T23:30Z", "Dans la ville, c'est : 2027-01-01 00:30."),
        ("2026-11-03T25:30Z", "Écrivez l'heure de la ville"),
        ("2026-11-03T18:30:00", "Écrivez-la dans l'ordre année-mois-jour : 2026-11-03 18:30."),
        ("2026-11-03T18:30:00.000", "Écrivez-la dans l'ordre année-mois-jour : 2026-11-03 18:30."),
        ("03/11/2026 18:30:00", "Écrivez-la dans l'ordre année-mois-jour : 2026-11-03 18:30."),
        ("46329", "Un tableur compte ainsi les jours : 2026-11-03."),
        ("46329.770833", "Un tableur compte ainsi les jours : 2026-11-03 18:30."),
    ],
)
def test_an_hour_of_a_form_is_offered_in_the_time_of_the_town(
    tmp_path: Path, written: str, words: str
) -> None:
    assert words in told(tmp_path, YOGA, BEGIN, f"debut: {written}\n")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-11T23:00:00.000Z", "2026-03-12"),
        ("2026-03-12T00:00:00+01:00", "2026-03-12"),
        ("2026-03-12T00:00", "2026-03-12"),
        ("2026-03-12T00:00:00", "2026-03-12"),
        ("46093", "2026-03-12"),
    ],
)
def test_where_no_hour_is_expected_the_day_alone_is_offered_and_accepted(
    tmp_path: Path, written: str, day: str
) -> None:
    assert f" : {day}." in told(tmp_path / "a", MINUTES, DAY, f"publie_le: {written}")
    assert towns.inspected(tmp_path / "b", towns.edited(MINUTES, DAY, f"publie_le: {day}")).problems == []


def test_a_list_of_nothing_is_told_by_the_word_that_the_form_wrote(tmp_path: Path) -> None:
    assert told(tmp_path, YOGA, "[licornes]", "[null]") == (
        "Un élément de « organisateurs » est vide : « null » veut dire « rien ». S'il n'y en a pas, écrivez "
        "« organisateurs: [] » ; sinon, complétez."
    )


def test_an_empty_line_among_others_is_to_be_filled_or_erased(tmp_path: Path) -> None:
    assert told(tmp_path, YOGA, "[licornes]", '[licornes, ""]') == (
        "Un élément de « organisateurs » est vide. Complétez-le, ou effacez sa ligne."
    )


def test_the_words_of_a_rich_editor_are_offered_as_they_are_read(tmp_path: Path) -> None:
    assert told(tmp_path, GUIDE, "titre: Semer", "titre: <b>L&#39;eau</b> &amp;&nbsp;la terre") == (
        "« <b> » est du code de page web, et s'affichera tel quel. Écrivez comme on lit : L'eau & la terre"
    )


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 12, 31)))
def test_the_hour_of_the_town_is_the_same_moment(when: dt.datetime) -> None:
    moment = when.replace(second=0, microsecond=0, tzinfo=dt.UTC)
    found = in_town(f"{moment:%Y-%m-%dT%H:%M:00Z}", PARIS, hour=True)
    assert found == f"{moment.astimezone(PARIS):%Y-%m-%d %H:%M}"


@given(st.dates(dt.date(1983, 1, 1), dt.date(2119, 1, 1)))
def test_a_day_that_a_spreadsheet_counted_is_found(day: dt.date) -> None:
    assert day_of(str((day - dt.date(1899, 12, 30)).days), hour=True) == day.isoformat()


@given(st.integers(1000, 98999))
def test_a_postal_code_is_never_offered_but_whole(code: int) -> None:
    offered = mended_postal_code(f"{code}.0") or ""
    assert f'"{code:05}"' in offered


@given(st.text(max_size=40))
def test_any_text_is_a_number_of_a_spreadsheet_or_not_but_never_a_crash(text: str) -> None:
    found = number_of(text)
    assert found is None or found.digits.isascii()
    for hour in (True, False):
        assert in_town(text, PARIS, hour=hour) is None or len(text) >= len("2026-03-14")
        assert day_of(text, hour=hour) is None or len(text) >= len("46329")
