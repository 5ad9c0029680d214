"""The calendar as people ask for it: now, today, this week-end, next week; free, open, of a theme."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from hub.markup.rhythm import afterwards, beneath
from hub.model.months import AHEAD
from hub.pages.chosen import choices, is_free, signs
from hub.pages.quarters import quarter_of
from hub.pages.spans import spans
from hub.pages.times import next_of_each
from tests import towns
from tests.conftest import Tab

WEDNESDAY = dt.date(2026, 11, 18)

EVENT = "---\ntitre: Un jour\ndebut: {debut}\n{more}categorie: evenement\norganisateurs: [licornes]\n---\n"


def _titles(folder: Path, *debuts: str, more: str = "", today: dt.date = WEDNESDAY) -> list[tuple[str, str]]:
    files = {f"content/agenda/d{n}.md": EVENT.format(debut=d, more=more) for n, d in enumerate(debuts)}
    hub = towns.hub_of(folder, {**files, "content/agenda/yoga.md": None})
    ours = [event for event in hub.events if event.id in {f"d{n}" for n in range(len(debuts))}]
    times = [o for event in ours for o in event.occurrences(today, today + dt.timedelta(400))]
    found = spans(sorted(times, key=lambda one: one.debut), today)
    assert sum(len(one.times) for one in found) == len(debuts)
    return [(one.anchor, one.title) for one in found]


def test_the_days_of_a_week_are_told_by_their_distance(tmp_path: Path) -> None:
    days = ("2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-23")
    assert _titles(tmp_path, *days) == [
        ("aujourd-hui", "Aujourd’hui, mercredi 18 novembre 2026"),
        ("demain", "Demain, jeudi 19 novembre 2026"),
        ("cette-semaine", "Cette semaine"),
        ("ce-week-end", "Ce week-end"),
        ("semaine-prochaine", "La semaine prochaine"),
    ]


def test_what_is_further_is_told_by_its_month(tmp_path: Path) -> None:
    assert _titles(tmp_path, "2026-11-30", "2026-12", "2027-01-02") == [
        ("mois-2026-11", "Plus tard en novembre"),
        ("mois-2026-12", "Décembre 2026"),
        ("mois-2027-01", "Janvier 2027"),
    ]


def test_what_began_and_goes_on_comes_first(tmp_path: Path) -> None:
    going_on = _titles(tmp_path, "2026-11-16", more="fin: 2026-11-28\n")
    assert going_on == [("en-ce-moment", "En ce moment")]


def test_a_day_stands_once_with_all_that_takes_place_then(tmp_path: Path) -> None:
    files = {f"content/agenda/d{n}.md": EVENT.format(debut=f"2026-11-20 {n}:00", more="") for n in (10, 18)}
    hub = towns.hub_of(tmp_path, {**files, "content/agenda/yoga.md": None})
    times = [o for one in hub.events for o in one.occurrences(WEDNESDAY, WEDNESDAY + dt.timedelta(7))]
    (span,) = spans(sorted(times, key=lambda one: one.debut), WEDNESDAY)
    assert [(day.words, len(day.times)) for day in span.days] == [("vendredi 20 novembre 2026", 2)]
    assert [day.parts for day in span.days] == [("vendredi ", "20", " novembre")]


def test_what_is_running_stands_by_its_last_day(tmp_path: Path) -> None:
    files = {"content/agenda/d.md": EVENT.format(debut="2026-11-16", more="fin: 2026-11-28\n")}
    hub = towns.hub_of(tmp_path, {**files, "content/agenda/yoga.md": None})
    (event,) = (one for one in hub.events if one.id == "d")
    (span,) = spans(event.occurrences(WEDNESDAY, WEDNESDAY), WEDNESDAY)
    assert [(day.running, day.words) for day in span.days] == [(True, "jusqu’au samedi 28 novembre 2026")]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", ""),
        ("{frequence: hebdomadaire, jusqu_a: 2027-06-30}", "chaque vendredi, jusqu’au 30 juin 2027"),
        ("{dates: [2026-12-04, 2027-03-06]}", "puis le 6 mars 2027"),
        ("{dates: [2026-11-27, 2026-12-04]}", ""),
    ],
)
def test_how_it_comes_back_leaves_out_the_dates_that_are_over(tmp_path: Path, more: str, told: str) -> None:
    rule = f"recurrence: {more}\n" if more else ""
    debut = "2026-11-20" if more else "2026-12-04"
    file = EVENT.format(debut=f"{debut} 10:00", more=f"fin: {debut} 12:00\n{rule}")
    hub = towns.hub_of(tmp_path, {"content/agenda/d.md": file})
    (event,) = (one for one in hub.events if one.id == "d")
    (once,) = event.occurrences(dt.date(2026, 12, 4), dt.date(2026, 12, 4))
    assert beneath(once) == "de\u00a010\u00a0h\u00a0à\u00a012\u00a0h"
    assert afterwards(once) == told


def test_boxes_ask_for_whom_what_which_theme_and_where() -> None:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    times = next_of_each(o for one in hub.events for o in one.occurrences(towns.TODAY, towns.TODAY + AHEAD))
    asked = choices(hub, times)
    assert [one.title for one in asked] == ["Pour qui", "Tarif", "Quoi", "Thème", "Quartier", "Où"]
    for box in (box for one in asked for box in one.boxes):
        assert box.number == sum(box.key in signs(hub, once.event) for once in times), box
        assert 0 < box.number < len(times)


def test_a_place_is_in_the_quarter_of_who_is_at_its_address() -> None:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    places = {one.lieu.nom: quarter_of(hub, one.lieu) for one in hub.events if one.lieu}
    assert places["Gymnase du Petit-Effort"] == "Petit-Effort"
    assert places["Quai de la Flaque"] == ""


def test_on_a_sunday_the_next_day_is_tomorrow_and_then_a_week_begins(tmp_path: Path) -> None:
    sunday = dt.date(2026, 11, 22)
    assert [anchor for anchor, _ in _titles(tmp_path, "2026-11-23", "2026-11-24", today=sunday)] == [
        "demain",
        "semaine-prochaine",
    ]


@pytest.mark.parametrize(
    ("price", "free"),
    [
        (None, False),
        ("gratuit", True),
        ("Entrée libre", True),
        ("prix libre", True),
        ("5 €", False),
        ("gratuit pour les enfants, 5 euros ensuite", False),
        ("pas gratuit", False),
    ],
)
def test_what_is_free_says_so_and_names_no_sum(price: str | None, free: bool) -> None:
    assert is_free(price) is free


def test_dates_are_narrowed_by_boxes_and_the_address_keeps_them(tab: Tab, example_url: str) -> None:
    with tab(viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{example_url}/agenda/")
        page.get_by_text("Filtrer les dates").click()
        page.get_by_label("gratuit").check()
        expect(page).to_have_url(re.compile(r"\?que=gratuit$"))
        shown = page.locator(".passage:visible")
        narrowed = shown.count()
        assert 0 < narrowed < page.locator(".passage").count()
        expect(page.locator(".tri-compte")).to_contain_text(f"{narrowed} date")
        page.reload()
        expect(page.get_by_label("gratuit")).to_be_checked()
        expect(shown).to_have_count(narrowed)


def test_without_a_script_every_date_is_there(tab: Tab, example_url: str) -> None:
    with tab(java_script_enabled=False) as page:
        page.goto(f"{example_url}/agenda/?que=gratuit")
        expect(page.locator(".tri-dates")).to_be_hidden()
        assert page.locator(".passage:visible").count() == 20
