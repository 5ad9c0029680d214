"""Activities: what their model says of them, their words, their lists, the page of their association."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import inspect
from hub.markup import activities as words
from hub.model import Hub
from hub.model.activity import Activity
from hub.model.audience import OLDEST
from hub.model.offer import ACTIVITY, Offer, offers_of
from hub.model.rhythm import Weekday
from hub.opendata.rows import rows_of
from hub.pages.activities import AGES, CHOICES, DAYS, NEARLY_DAILY, OFTEN, ONCE
from hub.pages.activity_codes import code_of
from hub.pages.index import index
from tests import large, towns
from tests.ical_client import NODE
from tests.test_long_lists import INDEX

TODAY = towns.TODAY
MONTHLY = {"frequence": "mensuelle", "nombre": 3}
TUESDAYS = {"frequence": "hebdomadaire", "jour": "mardi", "jusqu_a": "2027-06-29"}


def activity(**fields: Any) -> Activity:
    """A class on Tuesday evenings, for whatever else these fields say."""
    given_ = {"debut": "2026-09-15 18:30", "fin": "2026-09-15 20:00", "recurrence": TUESDAYS, **fields}
    return Activity.model_validate({"nom": "Yoga", **given_})


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, TODAY).hub


@pytest.mark.parametrize(
    ("price", "free"),
    [
        ("Gratuit", True),
        ("gratuit, sur inscription", True),
        ("Gratuite (adhésion comprise)", True),
        ("0 €", True),
        ("gratuit pour les enfants", False),
        ("10 €, gratuit le premier cours", False),
        ("100 €", False),
        ("Prix libre", False),
    ],
)
def test_an_activity_is_free_when_its_price_begins_by_saying_so(price: str, free: bool) -> None:
    assert activity(tarif=price).free is free


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({}, "2027-06-29"),
        ({"recurrence": None}, "2026-09-15"),
        ({"recurrence": {"dates": ["2026-09-16", "2026-10-02"]}}, "2026-10-02"),
        ({"recurrence": {"frequence": "hebdomadaire", "nombre": "3"}}, "2026-09-29"),
        ({"debut": "2026-09", "fin": None, "recurrence": None}, "2027-07-31"),
        ({"debut": "2027", "fin": None, "recurrence": None}, "2028-07-31"),
        ({"recurrence": {"frequence": "hebdomadaire", "jour": "mardi"}}, "2027-07-31"),
    ],
)
def test_an_activity_ends_with_its_last_time_else_with_its_season(fields: Any, ends: str) -> None:
    assert str(activity(**fields).ends) == ends
    assert activity(**fields).over(dt.date.fromisoformat(ends) + dt.timedelta(days=1))
    assert not activity(**fields).over(dt.date.fromisoformat(ends))


@pytest.mark.parametrize(
    ("debut", "season"), [("2026-07-31", 2025), ("2026-08-01", 2026), ("2027-01-05", 2026), ("2026", 2026)]
)
def test_a_season_begins_in_august(debut: str, season: int) -> None:
    assert activity(debut=debut, fin=None, recurrence=None).season == season


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, "mardi"),
        ({"recurrence": {**TUESDAYS, "jour": ["jeudi", "mardi"]}}, "mardi jeudi"),
        ({"recurrence": {"frequence": "hebdomadaire", "nombre": 3}}, "mardi"),
        ({"recurrence": {"frequence": "quotidienne", "nombre": 3}}, " ".join(Weekday)),
        ({"recurrence": {**MONTHLY, "jour": "mercredi", "rang": "premier"}}, "mercredi"),
        ({"recurrence": MONTHLY}, ""),
        ({"recurrence": {"dates": ["2026-09-17"]}}, "mardi jeudi"),
        ({"recurrence": None}, "mardi"),
        ({"debut": "2026-09", "fin": None, "recurrence": None}, ""),
    ],
)
def test_the_days_of_an_activity_are_those_of_its_times(fields: Any, days: str) -> None:
    assert " ".join(activity(**fields).weekdays) == days


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "chaque mardi soir, de 18 h 30 à 20 h"),
        ({"recurrence": {**TUESDAYS, "intervalle": 2}}, "un mardi sur deux, le soir, de 18 h 30 à 20 h"),
        (
            {"recurrence": {**TUESDAYS, "jour": ["mardi", "jeudi"]}},
            "les mardis et jeudis soir, de 18 h 30 à 20 h",
        ),
        ({"debut": "2026-09-15 09:00", "fin": None}, "chaque mardi matin, à 9 h"),
        ({"debut": "2026-09-15 15:00", "fin": "2026-09-15 16:00"}, "chaque mardi après-midi, de 15 h à 16 h"),
        ({"debut": "2026-09-15", "fin": None}, "chaque mardi"),
        ({"debut": "2026-10", "fin": None, "recurrence": None}, "à partir d’octobre 2026"),
        ({"debut": "2027", "fin": None, "recurrence": None}, "en 2027"),
        ({"recurrence": None}, "mardi 15 septembre 2026, de 18 h 30 à 20 h"),
    ],
)
def test_when_it_takes_place_is_said_as_people_search_it(fields: Any, said: str) -> None:
    assert words.when(activity(**fields)).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ages": {"de": 6, "a": 9}}, "de 6 à 9 ans"),
        ({"ages": {"de": 18}}, "à partir de 18 ans"),
        ({"ages": {"a": 1}}, "jusqu’à 1 an"),
        ({"ages": {"de": 8, "a": 8}}, "8 ans"),
        ({"ages": {"de": 0}}, ""),
        ({"ages": {"de": 8}, "publics": ["familles"]}, "à partir de 8 ans, familles"),
        ({"publics": ["adultes", "seniors"]}, "adultes, seniors"),
    ],
)
def test_for_whom_it_is_is_said_by_ages_then_by_publics(fields: Any, said: str) -> None:
    assert words.whom(activity(**fields)) == said


@pytest.mark.parametrize(
    ("fields", "brackets"),
    [
        ({"ages": {"de": 8, "a": 11}}, "enfants"),
        ({"ages": {"de": 16}}, "adolescents adultes seniors"),
        ({"ages": {"de": 60}}, "seniors"),
        ({"publics": ["adultes"]}, "adultes seniors"),
        ({"publics": ["personnes-handicapees"]}, "tout-petits enfants adolescents adultes seniors"),
        ({}, ""),
    ],
)
def test_an_activity_is_listed_for_the_ages_that_may_come(fields: Any, brackets: str) -> None:
    assert " ".join(one.key for one in words.brackets(activity(**fields))) == brackets


def test_an_activity_that_says_nothing_of_whom_is_for_the_publics_of_its_association(hub: Hub) -> None:
    (knitting,) = (one for one in hub.of(ACTIVITY) if one.nom == "Rangs chronométrés")
    (written,) = hub.by_id[knitting.association].activites
    assert (words.whom(written), words.whom(knitting)) == ("", "tout public")


AGE = st.none() | st.integers(0, OLDEST)
PICKED = st.lists(st.sampled_from([str(day) for day in Weekday]), min_size=1, max_size=7, unique=True)
"""Days in any order."""


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    days = draw(PICKED)
    young, old = draw(AGE), draw(AGE)
    first = dt.date(2026, 9, 14) + dt.timedelta(min(list(Weekday).index(Weekday(day)) for day in days))
    return activity(
        debut=f"{first} 10:00",
        fin=f"{first} 11:00",
        recurrence={"frequence": "hebdomadaire", "jour": days, "jusqu_a": "2027-06-30"},
        ages={"de": young, "a": old} if young is not None or old is not None else None,
        tarif=draw(st.sampled_from([None, "Gratuit", "12 €"])),
        inscriptions=draw(st.sampled_from(["libre", "ouvertes", "complet", "closes", "a-confirmer"])),
    )


@given(one=activities(), age=st.integers(0, OLDEST), day=st.sampled_from(list(Weekday)))
def test_a_code_says_what_the_model_says(one: Activity, age: int, day: Weekday) -> None:
    """What a script of the page finds is what the lists made here hold."""
    days, ages, flags = code_of(one).split(":")
    assert (str(day.number + 1) in days) == (day in one.weekdays)
    young, _, old = ages.partition("-")
    inside = one.years is not None and one.years.first <= age <= one.years.last
    assert (bool(ages) and int(young) <= age <= int(old)) == inside
    assert ("g" in flags, "p" in flags) == (one.free, one.with_places)


SCRIPT = towns.ROOT / "theme/overrides/assets/hub/annuaire/activities.js"
ASKED = [
    ({"jour": "mardi", "age": "8"}, True),
    ({"jour": "mardi", "age": "10"}, False),
    ({"jour": "jeudi"}, True),
    ({"jour": "jeudi", "gratuit": "oui"}, False),
    ({"gratuit": "oui", "places": "oui"}, True),
    ({"age": "40"}, False),
    ({}, True),
]


def test_the_script_finds_one_activity_that_is_all_that_is_asked_for() -> None:
    """Never a day of one and the age of another."""
    program = (
        f"import {{ offers }} from {json.dumps(SCRIPT.as_uri())};"
        f"console.log(JSON.stringify({json.dumps([one for one, _ in ASKED])}"
        ".map((one) => offers('2:6-9:gp 4:10-14:', one))))"
    )
    found = subprocess.run(
        [NODE, "--input-type=module", "-e", program], capture_output=True, text=True, check=True
    )
    assert json.loads(found.stdout) == [expected for _, expected in ASKED]


# The pages


@pytest.fixture(scope="module")
def pages_(hub: Hub) -> dict[str, Any]:
    from hub.pages import activities as section

    return {page.address: page for page in large.made_of(section, hub)}


def test_every_list_has_its_page_whatever_it_holds(pages_: dict[str, Any]) -> None:
    assert set(pages_) == {"/activites/", *(choice.address for choice in CHOICES)}
    assert "Aucune activité de cette liste" in pages_["/activites/dimanche/"].body


def test_a_tuesday_class_for_a_child_is_found_without_a_script(pages_: dict[str, Any]) -> None:
    assert 'href="/activites/enfants/#mardi"' in pages_["/activites/"].body
    tuesday = pages_["/activites/enfants/"].body.partition('id="mardi"')[2].partition("</section>")[0]
    assert "Yoga des dragonneaux" in tuesday
    assert "Yoga du soir" not in tuesday


def test_what_is_over_cancelled_or_of_nobody_is_in_no_list(hub: Hub, pages_: dict[str, Any]) -> None:
    listed = "".join(page.body for page in pages_.values())
    assert "Bébés sirènes" not in listed
    kept = [one for one in hub.of(ACTIVITY) if not one.over(TODAY) and not one.annule]
    assert all(f"#{one.anchor}" in listed for one in kept)


def test_the_table_of_the_week_counts_what_the_lists_hold(hub: Hub, pages_: dict[str, Any]) -> None:
    home = pages_["/activites/"].body
    often = [one for one in hub.of(ACTIVITY) if len(one.weekdays) >= OFTEN]
    for age in AGES:
        parts = pages_[age.address].body.split('<h2 class="lettre" id="')[1:]
        held = {part.partition('"')[0]: part.count('class="creneau"') for part in parts}
        nearly = pages_[age.address].body.partition(f'id="{NEARLY_DAILY}"')[2].partition("</section>")[0]
        for day in DAYS:
            counted = re.search(f'href="{age.address}#([a-z-]+)" aria-label="([0-9]+) le {day.words}', home)
            daily = [one for one in often if f"#{one.anchor}" in nearly and day.key in map(str, one.weekdays)]
            assert int(counted[2] if counted else 0) == held.get(day.key, 0) + len(daily), (age.key, day.key)
            assert not counted or counted[1] in held


def test_what_takes_place_once_is_of_no_day_and_what_is_nearly_daily_is_told_once(
    hub: Hub, pages_: dict[str, Any]
) -> None:
    parts = pages_["/activites/"].body.split('<h2 class="lettre" id="')[1:]
    under = {part.partition('"')[0]: part for part in parts}
    assert {ONCE, NEARLY_DAILY} <= under.keys()
    for one in hub.of(ACTIVITY):
        titles = [key for key, part in under.items() if f'#{one.anchor}"' in part]
        if titles and one.recurrence is None and one.debut.whole:
            assert titles == [ONCE]
        elif titles and len(one.weekdays) >= OFTEN:
            assert titles == [NEARLY_DAILY]


def test_the_page_of_an_association_tells_its_seasons_and_those_that_are_over(hub: Hub) -> None:
    from hub.pages import associations

    found = {page.address: page.body for page in large.made_of(associations, hub)}
    body = found["/associations/coeur-de-choeur/"]
    told = [body.index(one) for one in ("Saison 2026-2027", "Voir les saisons passées", "Saison 2025-2026")]
    assert told == sorted(told)
    assert "pas les 24 et 31 décembre 2026" in body.replace("\u00a0", " ")
    assert "annulé" in found["/associations/plongee-en-baignoire/"]
    assert "Ses activités" not in found["/associations/parapluie-rouge/"]


def test_a_town_of_thousands_of_activities_has_lists_that_are_cut(hub: Hub) -> None:
    from hub.pages import activities as section

    many = large.with_directory(f"Club {number}" for number in range(700))
    some = tuple(activity(nom=f"Cours {rank}", ages={"de": 8, "a": 11}, tarif="Gratuit") for rank in range(2))
    town = many.having(associations=[one.model_copy(update={"activites": some}) for one in many.associations])
    offers: list[Offer] = [offer for one in town.associations for offer in offers_of(one)]
    made = {page.address: page for page in large.made_of(section, town.having(activities=offers))}
    assert "data-activite" not in made["/activites/"].body
    assert {"/activites/mardi/", "/activites/mardi/5/", "/activites/enfants/5/"} <= set(made)
    assert max(len(gzip.compress(page.body.encode(), 6)) for page in made.values()) < 20_000


def test_an_index_that_knows_what_one_does_in_each_association_is_light() -> None:
    """Three thousand of them, two activities each, of any days, ages, prices and places."""
    chance = random.Random(1)
    names = [f"{chance.choice(WHAT)} {chance.choice(WHERE)} {rank % 40}" for rank in range(3_000)]
    town = large.with_directory(names)
    having = [one.model_copy(update={"activites": _some(chance)}) for one in town.associations]
    (file,) = index(town.having(associations=having), TODAY)
    assert len(gzip.compress(file.data, 6)) <= INDEX
    assert len(json.loads(file.data)["activites"].split()) > 5_000


WHAT = "Club Amis Ateliers Amicale Compagnie Chorale Union Cercle Foyer Jardins Collectif Entente".split()
WHERE = "du_Lac de_la_Gare des_Brumes du_Vieux-Pont du_Nord des_Tilleuls de_Minuit du_Canal".split()


def _some(chance: random.Random) -> tuple[Activity, ...]:
    def one() -> Activity:
        days = chance.sample([str(day) for day in Weekday], chance.choice([1, 1, 1, 2]))
        young = chance.randint(3, 16)
        return activity(
            recurrence={**TUESDAYS, "jour": days},
            ages=chance.choice([None, {"de": 18}, {"de": young}, {"de": young, "a": young + 3}]),
            tarif=chance.choice(["Gratuit", "100 €"]),
            inscriptions=chance.choice(["ouvertes", "complet"]),
        )

    return tuple(one() for _ in range(2))


def test_a_row_of_the_open_data_says_its_season_and_its_ages(hub: Hub) -> None:
    rows = rows_of(hub, ACTIVITY, "activites")
    assert len(rows) == len(hub.of(ACTIVITY))
    child = next(row for row in rows if row["nom"] == "Yoga des dragonneaux")
    assert (child["ages_de"], child["ages_a"]) == (6, 9)
    assert (child["saison"], child["jour"]) == ("2026-2027", ["mardi"])


def test_a_town_that_has_none_shows_nothing_of_it(tmp_path: Path) -> None:
    camp = towns.MINIATURE["associations.yaml"].partition("    activites:")[0]
    town = towns.hub_of(tmp_path, {"associations.yaml": camp})
    assert ACTIVITY not in town.kinds
