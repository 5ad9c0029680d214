"""Dates that share a day, and a place or a public: told on the pages of both."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from hub.build import TEMPLATES
from hub.catalogue.rule import Files
from hub.markup import Renderer
from hub.model.coincidences import gathered
from hub.pages import pages
from tests import towns

HALL = "lieu: {nom: Salle Verte}\n"


def event(day: str, more: str = "", title: str = "Bal") -> str:
    return f"---\ntitre: {title}\ndebut: {day}\ncategorie: evenement\n{more}---\n"


def said(folder: Path, files: Files, key: str, today: dt.date = towns.TODAY) -> list[str]:
    """The lines of an event's page about others, as a reader has them."""
    hub = towns.hub_of(folder, {f"content/agenda/{name}.md": text for name, text in files.items()})
    bodies = {page.address: page.body for page in pages(hub, today, Renderer(hub), TEMPLATES)}
    lines = re.findall(r'<p class="meme-jour">(.*?)</p>', bodies[f"/agenda/{key}/"])
    return [re.sub(r"<[^>]+>", "", line).replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


def test_the_pages_of_two_dates_at_one_place_on_one_day_lead_to_each_other(tmp_path: Path) -> None:
    files = {
        "bal": event("2026-12-05 20:00", HALL),
        "jeux": event("2026-12-05 14:00", "lieu: {nom: salle verte}\n", "Jeux"),
    }
    assert said(tmp_path, files, "jeux") == ["Le même jour, au même endroit : Bal (20 h)."]
    assert said(tmp_path, files, "bal") == ["Le même jour, au même endroit : Jeux (14 h)."]


def test_two_dates_for_the_associations_are_told_with_their_places(tmp_path: Path) -> None:
    both = "public: associations\n"
    files = {"bal": event("2026-12-05 20:00", both + HALL), "jeux": event("2026-12-05 14:30", both, "Jeux")}
    assert said(tmp_path, files, "jeux") == [
        "Le même jour, pour les associations aussi : Bal (20 h, Salle Verte)."
    ]


def test_two_dates_open_to_everyone_on_one_day_are_nothing_to_tell(tmp_path: Path) -> None:
    files = {"bal": event("2026-12-05", "public: tous\n"), "jeux": event("2026-12-05", "public: tous\n")}
    assert said(tmp_path, files, "bal") == []


def test_what_comes_back_tells_on_which_of_its_days(tmp_path: Path) -> None:
    weekly = "recurrence: {frequence: hebdomadaire, nombre: 6}\n"
    files = {
        "bal": event("2026-12-05 20:00", weekly + HALL),
        "jeux": event("2026-12-19 14:00", HALL, "Jeux"),
        "loto": event("2026-12-19 16:00", HALL, "Loto"),
    }
    assert said(tmp_path, files, "bal") == [
        "Le 19 décembre 2026, au même endroit : Jeux (14 h), Loto (16 h)."
    ]


def test_a_neighbour_of_several_days_is_told_once(tmp_path: Path) -> None:
    files = {
        "bal": event("2026-12-04", "fin: 2026-12-06\n" + HALL),
        "jeux": event("2026-12-05", "fin: 2026-12-06\n" + HALL, "Jeux"),
    }
    assert said(tmp_path, files, "bal") == ["Le 5 décembre 2026, au même endroit : Jeux."]


def test_what_is_over_or_cancelled_is_not_told(tmp_path: Path) -> None:
    files = {
        "bal": event("2026-12-05 20:00", HALL),
        "jeux": event("2026-12-05 14:00", f"{HALL}annule: La neige.\n", "Jeux"),
    }
    assert said(tmp_path, files, "bal") == []
    both = {name: event("2026-11-07", HALL) for name in ("bal", "jeux")}
    assert said(tmp_path, both, "bal") == []


def test_an_evening_that_is_moved_is_where_it_is_moved_to(tmp_path: Path) -> None:
    moved = "{date: 2026-12-12, debut: 2026-12-13 20:00}"
    weekly = f"recurrence: {{frequence: hebdomadaire, nombre: 6, changements: [{moved}]}}\n"
    hub = towns.hub_of(tmp_path, {"content/agenda/bal.md": event("2026-12-05 20:00", weekly + HALL)})
    days = {shared.day for shared in gathered(hub.events, dt.date(2026, 12, 6), dt.date(2026, 12, 20))}
    assert days == {dt.date(2026, 12, 13), dt.date(2026, 12, 19)}
