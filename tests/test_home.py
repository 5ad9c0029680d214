"""The home page: tasks first, the week, what was decided, who answers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from hub.catalogue.rule import Files
from hub.look.pictograms import of_theme, pictogram
from hub.model.association import Theme
from hub.model.hub import Hub
from hub.model.pictogram import Pictogram
from hub.pages.answering import service
from hub.pages.welcome import decided, tiles, week
from hub.places import THEME
from tests import towns

HOME = "---\ntitre: Bienvenue\nraccourcis:\n{rows}---\nBonjour !\n"

IDENTITY = "    identifiant: clva-mini\n"


def _hub(folder: Path, *rows: str, more: Files | None = None) -> Hub:
    listed = "".join(f"  - {row}\n" for row in rows)
    files = {"content/index.md": HOME.format(rows=listed)} if rows else {}
    return towns.hub_of(folder, {**files, **(more or {})})


def test_a_town_that_chose_no_task_has_the_usual_ones(tmp_path: Path) -> None:
    found = tiles(_hub(tmp_path))
    assert {"/associations/", "/agenda/", "/suivi/"} <= {one.address for one in found}
    assert len(found) == 5


def test_the_tasks_that_a_town_chose_stand_in_its_order_and_words(tmp_path: Path) -> None:
    chosen = "{titre: Semer, vers: /guides/semer/, pictogramme: nature}"
    (first, second) = tiles(_hub(tmp_path, chosen, "{titre: Sortir, vers: /agenda/}"))
    assert (first.title, first.address, first.drawing) == ("Semer", "/guides/semer/", pictogram("nature"))
    assert (second.title, second.drawing) == ("Sortir", pictogram("agenda"))


def test_a_task_may_be_to_write_or_to_call(tmp_path: Path) -> None:
    said = "    contact: vie@mini.example\n    accueil: {telephone: '01 99 00 00 01'}\n"
    settings = towns.edited("mkdocs.yml", IDENTITY, f"{IDENTITY}{said}")
    rows = "{titre: Écrire, vers: courriel}", "{titre: Appeler, vers: telephone}"
    mail, call = tiles(_hub(tmp_path, *rows, more=settings))
    assert mail.address.startswith("mailto:vie@mini.example?")
    assert call.address == "tel:0199000001"


@pytest.mark.parametrize("one", Pictogram)
def test_every_drawing_that_a_town_may_choose_is_there_and_says_nothing(one: Pictogram) -> None:
    drawn = pictogram(one.value)
    assert drawn.startswith('<svg class="picto"')
    assert 'aria-hidden="true"' in drawn
    assert "<path" in drawn or "<circle" in drawn


def test_every_drawing_of_the_theme_may_be_chosen() -> None:
    files = {file.stem for file in (THEME / "pictogrammes").glob("*.svg")}
    assert files == {one.value for one in Pictogram}


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Musique et chant", Pictogram.musique),
        ("Théâtre", Pictogram.scene),
        ("Sport et bien-être", Pictogram.sport),
        ("Solidarité", Pictogram.entraide),
        ("Jardins, bêtes et nature", Pictogram.nature),
        ("Divers", Pictogram.association),
    ],
)
def test_a_theme_without_a_drawing_has_that_of_its_words(name: str, drawn: Pictogram) -> None:
    assert of_theme(Theme.model_construct(id="theme", nom=name, pictogramme=None)) is drawn


def test_a_theme_has_the_drawing_that_it_chose() -> None:
    chosen = Theme.model_construct(id="musique", nom="Musique", pictogramme=Pictogram.velo)
    assert of_theme(chosen) is Pictogram.velo


def test_whoever_answers_is_reached_as_the_town_says(tmp_path: Path) -> None:
    said = (
        "    contact: vie@mini.example\n    accueil: {telephone: '01 99 00 00 01', adresse: Place du Puits}\n"
    )
    hub = _hub(tmp_path, more=towns.edited("mkdocs.yml", IDENTITY, f"{IDENTITY}{said}"))
    found = service(hub.site)
    assert (found.phone, found.mail, found.place) == ("01 99 00 00 01", "vie@mini.example", "Place du Puits")
    assert found.missing == "Ses horaires sont à confirmer."


def test_a_service_of_which_only_the_town_hall_is_known_is_written_to_there(tmp_path: Path) -> None:
    said = "    editeur: {adresse: 'Hôtel de ville, 00000 Mini'}\n"
    hub = _hub(tmp_path, more=towns.edited("mkdocs.yml", IDENTITY, f"{IDENTITY}{said}"))
    found = service(hub.site)
    assert (found.place, found.post) == ("", "Hôtel de ville, 00000 Mini")
    assert found.missing.endswith("le lieu où il reçoit et ses horaires sont à confirmer.")


def _week(folder: Path, *days: int) -> tuple[str, int]:
    event = "---\ntitre: Un jour\ndebut: {day}\ncategorie: evenement\norganisateurs: [licornes]\n---\n"
    start = dt.date(2026, 11, 21)
    files = {f"content/agenda/j{n}.md": event.format(day=start + dt.timedelta(n)) for n in days}
    hub = towns.hub_of(folder, {**files, "content/agenda/yoga.md": None})
    ours = [event for event in hub.events if event.id in {f"j{n}" for n in days}]
    once = [one for event in ours for one in event.occurrences(start, start + dt.timedelta(60))]
    found = week(sorted(once, key=lambda one: one.debut.first), start)
    return found.title, len(found.dates)


def test_three_dates_within_seven_days_are_this_week(tmp_path: Path) -> None:
    assert _week(tmp_path, 0, 3, 6, 9) == ("Cette semaine", 3)


def test_a_week_of_two_dates_gives_its_place_to_the_next_ones(tmp_path: Path) -> None:
    assert _week(tmp_path, 0, 6, 7, 30) == ("Prochaines dates", 3)


def test_what_was_decided_last_is_told_without_what_was_given_up(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{projet: P{n}, quoi: Faire, etat: {state}}}\n"
        for n, state in enumerate(("abandonne", "fait", "a-faire", "en-cours", "a-faire", "a-faire"))
    )
    head = "---\ndate: 2026-11-19\ninstance: bureau\nstatut: adopte\npresents: [licornes]\nsuivi:\n"
    hub = _hub(tmp_path, more={"minutes/2026-11-19-bureau.md": f"{head}{rows}---\nTexte.\n"})
    (last, *_) = decided(hub)
    assert ([action.projet for action in last.actions], last.others) == (["P1", "P2", "P3"], 2)
