"""A row of the directory: the word it is filed under, for whom, when, where; and by what a form finds it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from hub.build import inspect
from hub.markup.week import week
from hub.model import Hub
from hub.model.activity import Activity
from hub.model.association import Association, AssociationStatus
from hub.model.names import filed
from hub.model.offer import offers_of
from hub.pages.directory_rows import Entry, entries, signs_of
from tests import large, towns


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


@pytest.fixture(scope="module")
def rows(hub: Hub) -> dict[str, Entry]:
    return {one.association.id: one for one in entries(large.tools(hub), hub.associations)}


@pytest.mark.parametrize(
    ("name", "before", "rest"),
    [
        ("Cœur de chœur", "", "Cœur de chœur"),
        ("Les Licornes jardinières", "Les ", "Licornes jardinières"),
        ("L’Œil de papier", "L’", "Œil de papier"),
        ("Association des amis du parapluie rouge", "Association des ", "amis du parapluie rouge"),
        ("Association", "", "Association"),
        ("!!!", "", "!!!"),
    ],
)
def test_a_name_shows_the_word_that_it_is_filed_under(name: str, before: str, rest: str) -> None:
    assert filed(name) == (before, rest)


def activity(debut: str, **fields: Any) -> Activity:
    return Activity.model_validate({"nom": "Cours", "debut": debut, **fields})


WEEKLY = {"frequence": "hebdomadaire"}


@pytest.mark.parametrize(
    ("activities", "said"),
    [
        ([], ""),
        (
            [
                activity("2026-09-15 18:30", recurrence=WEEKLY),
                activity("2026-09-15 17:00", recurrence=WEEKLY),
                activity("2026-09-17 12:15", recurrence=WEEKLY),
            ],
            "mardi à 17 h et 18 h\N{NO-BREAK SPACE}30, jeudi à 12 h\N{NO-BREAK SPACE}15",
        ),
        (
            [activity("2026-09-14 13:00", recurrence={**WEEKLY, "jour": ["lundi", "mardi", "mercredi"]})],
            "du lundi au mercredi à 13 h",
        ),
        (
            [activity("2026-09-18 20:00", recurrence={**WEEKLY, "intervalle": "2"})],
            "un vendredi sur deux à 20 h",
        ),
        ([activity("2027-01")], "à partir de janvier 2027"),
    ],
)
def test_when_one_does_something_there_is_said_in_a_line(activities: list[Activity], said: str) -> None:
    assert week(activities) == said.replace(" h", "\N{NO-BREAK SPACE}h")


def test_a_row_says_for_whom_when_and_where(rows: dict[str, Entry]) -> None:
    assert rows["plongee-en-baignoire"].facts == (
        ("Pour", "enfants, adultes"),
        ("Quand", "un vendredi sur deux à 20\N{NO-BREAK SPACE}h"),
        ("Où", "Baignoire municipale"),
    )


def test_a_row_says_nothing_of_what_is_not_known(rows: dict[str, Entry]) -> None:
    assert rows["boite-a-outils"].facts == ()
    assert rows["boite-a-outils"].marks == ()


def test_a_row_says_that_there_are_places_that_it_is_free_and_that_it_wants_volunteers(
    rows: dict[str, Entry],
) -> None:
    assert rows["echecs-heureux"].marks == ("il reste des places", "gratuit")
    assert rows["licornes-jardinieres"].marks == ("accueille des bénévoles",)
    assert rows["escalade-du-rez-de-chaussee"].marks == ("il reste des places",)


def test_one_that_is_no_more_offers_nothing(hub: Hub) -> None:
    ended = [
        one.model_copy(update={"statut": AssociationStatus.dissoute})
        for one in hub.associations
        if one.activites or one.benevoles
    ]
    assert all(not one.marks and "que" not in one.signs for one in entries(large.tools(hub), ended))


def test_signs_are_of_one_activity_never_the_day_of_one_and_the_price_of_another(hub: Hub) -> None:
    climbing = next(one for one in hub.associations if one.id == "escalade-du-rez-de-chaussee")
    signs = {sign for one in offers_of(climbing) for sign in signs_of(one)}
    assert {"mardi", "samedi-gratuit-places", "gratuit-places"} <= signs
    assert not {"mardi-gratuit", "mardi-places"} & signs


def test_only_the_first_of_a_letter_bears_it(rows: dict[str, Entry], hub: Hub) -> None:
    letters = [rows[one.id].letter for one in hub.associations]
    assert letters[:3] == ["A", "", ""]
    assert [one for one in letters if one] == sorted({one for one in letters if one})


def test_needs_end_with_their_day(hub: Hub) -> None:
    tandem: Association = next(one for one in hub.associations if one.id == "ainees-a-velo")
    assert tandem.needs(dt.date(2026, 12, 12))
    assert not tandem.needs(dt.date(2026, 12, 13))
