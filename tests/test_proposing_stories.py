"""Somebody proposes a change from a page of the site, on a forge that is played here, or by mail."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from hub.build import inspect
from tests import towns
from tests.conftest import Tab

FORGE = "https://forge.ville-exemple.example/vie-associative/hub/"

WAYS = {
    "with a mouse": {"width": 1280, "keyboard": False, "script": True},
    "with a keyboard": {"width": 1280, "keyboard": True, "script": True},
    "on a phone": {"width": 360, "keyboard": False, "script": True},
    "without a script": {"width": 360, "keyboard": False, "script": False},
}


def forge_page(route: Route) -> None:
    """The page of a forge where one writes a file: its name and its text are those of the address."""
    asked = parse_qs(urlsplit(route.request.url).query)
    name, text = (html.escape(asked.get(key, [""])[0]) for key in ("filename", "value"))
    route.fulfill(
        content_type="text/html; charset=utf-8",
        body='<!doctype html><html lang="fr"><title>Forge</title>'
        f'<label for="f">Fichier</label> <input id="f" value="{name}">'
        f'<label for="t">Texte</label> <textarea id="t" rows="40" cols="100">\n{text}</textarea></html>',
    )


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def visitor(request: pytest.FixtureRequest, tab: Tab, example_url: str) -> Iterator[tuple[Page, bool]]:
    way = request.param
    screen = {"width": way["width"], "height": 800}
    with tab(viewport=screen, java_script_enabled=way["script"], locale="fr-FR") as page:
        page.route(f"{FORGE}**", forge_page)
        page.goto(example_url)
        yield page, way["keyboard"]


def press(page: Page, control: Locator, *, keyboard: bool) -> None:
    expect(control).to_be_visible()
    if not keyboard:
        control.click()
        return
    wanted = control.element_handle()
    for _ in range(400):
        if wanted.evaluate("(element) => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not reach it")


def saved(folder: Path, page: Page) -> Path:
    """The example town, with the file that the forge's page holds."""
    town = shutil.copytree(towns.EXAMPLE, folder, dirs_exist_ok=True)
    place = unquote(urlsplit(page.url).path).partition("/_new/main/")[2]
    file = town / place / page.get_by_label("Fichier", exact=True).input_value()
    file.write_text(page.get_by_label("Texte", exact=True).input_value(), encoding="utf-8")
    return file


def told(file: Path) -> list[str]:
    """What is said of that file alone."""
    root = file.parents[1]
    found = inspect(root, towns.TODAY).problems
    return [str(one) for one in found if one.path.endswith(file.name)]


def test_a_clerk_adds_minutes_from_their_list(visitor: tuple[Page, bool], tmp_path: Path) -> None:
    page, keyboard = visitor
    page.goto(f"{page.url}comptes-rendus/")
    foot = page.get_by_role("contentinfo")
    press(page, foot.get_by_role("link", name="Ajouter un compte rendu", exact=True), keyboard=keyboard)
    expect(page.get_by_label("Fichier", exact=True)).to_have_value("2026-11-21-bureau.md")
    assert told(saved(tmp_path / "as it is", page)) == [
        "minutes/2026-11-21-bureau.md:5:1: erreur C002 Il manque « date ». Ajoutez ou complétez "
        "la ligne « date: … » de cette entrée."
    ]
    text = page.get_by_label("Texte", exact=True).input_value()
    for empty, full in {
        "date:": "date: 2026-11-21",
        "publie_le:": "publie_le: 2026-11-21",
        "presents: []": "presents: [Yoga pour dragons, Cœur de chœur]",
        "ordre_du_jour: []": "ordre_du_jour: [Les baignoires]",
        "# suivi: [{projet: …, quoi: …, qui: …, echeance: …, etat: …}]": (
            "suivi: [{projet: Forum, quoi: Les compter, qui: [Yoga pour dragons], echeance: 2026-12}]"
        ),
    }.items():
        assert f"\n{empty}\n" in text
        text = text.replace(f"\n{empty}\n", f"\n{full}\n", 1)
    page.get_by_label("Texte", exact=True).fill(f"{text}## Les baignoires\n\nIl en faut deux de plus.\n")
    left = told(saved(tmp_path / "complete", page))
    assert [line for line in left if "M010" not in line and "M011" not in line] == []


def test_a_citizen_without_an_account_corrects_the_phone_of_her_association(
    visitor: tuple[Page, bool],
) -> None:
    """The browser hands the mail over to a program: what it is handed is read here."""
    page, _ = visitor
    page.goto(f"{page.url}associations/yoga-pour-dragons/")
    link = page.locator("main").get_by_role("link", name="Corriger cette fiche")
    expect(link).to_be_visible()
    handed = urlsplit(link.get_attribute("href") or "")
    assert (handed.scheme, handed.path) == ("mailto", "vie-associative@ville-exemple.example")
    said = parse_qs(handed.query, keep_blank_values=True)
    assert said["subject"] == ["Corriger la fiche : Yoga pour dragons"]
    lines = said["body"][0].split("\r\n")
    assert lines[0] == ("Fiche : https://associations.ville-exemple.example/associations/yoga-pour-dragons/")
    assert "Téléphone (aujourd'hui 01 99 00 30 32) : " in lines


def test_somebody_learns_how_to_be_in_the_directory(visitor: tuple[Page, bool]) -> None:
    page, keyboard = visitor
    page.goto(f"{page.url}associations/")
    main = page.locator("main")
    press(page, main.get_by_role("link", name="corriger une fiche, être dans l’annuaire"), keyboard=keyboard)
    expect(page.get_by_role("heading", level=1)).to_have_text("Être dans l’annuaire")
    expect(main.get_by_role("link", name="Ajouter mon association")).to_be_visible()
    width = page.viewport_size
    assert width
    assert page.evaluate("document.documentElement.scrollWidth") <= width["width"]
    page.emulate_media(media="print")
    expect(page.get_by_role("contentinfo")).to_be_hidden()
    expect(main.get_by_role("link", name="Ajouter mon association")).to_be_hidden()
