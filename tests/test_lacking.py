"""« Ce qui manque, et comment aider »: all that the site says is « à confirmer », and the way to answer."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from hub.build import build, inspect
from hub.catalogue.ready import TOLD
from hub.catalogue.rule import Content
from hub.markup import Renderer
from hub.model import Hub
from hub.model.kinds import KINDS
from hub.model.sections import BY_ADDRESS, LACKING
from hub.pages import Page, pages
from hub.places import TEMPLATES
from tests import towns
from tests.conftest import Tab
from tests.of_malakoff import BOTH_TOWNS

SETTINGS, RAIN = "mkdocs.yml", "content/actualites/pluie.md"
LEGEND = re.compile(
    r'<li><span class="place-cle.*?</li>|«\u00a0à confirmer\u00a0»'
    r'|<details class="marche repli" id="(?:actions|questionnaires)">.*?</div>\n</details>',
    re.DOTALL,
)
"""What explains a drawing, what quotes the words, and what is named with its state: actions, of which the
minutes that decided them are asked, and questionnaires, which are asked themselves."""


def with_setting(line: str) -> dict[str, Content]:
    return {SETTINGS: towns.MINIATURE[SETTINGS] + f"    {line}\n"}


def made(hub: Hub) -> dict[str, Page]:
    return {page.address: page for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}


def rows(page: Page) -> list[str]:
    """What the page lists, in words."""
    listed = page.body.partition('<ul class="manques">')[2].partition('<nav class="filtres"')[0]
    found = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
    return [html.unescape(re.sub(r"<[^<>]+>", "", row)).replace("\u00a0", " ") for row in found]


OF_THE_LAW = [
    "Accessibilité : le jour où la déclaration a été établie, l’adresse du schéma pluriannuel de mise en "
    "accessibilité, l’adresse du plan d’action de l’année, le téléphone de l’accueil, l’adresse de l’accueil",
    "Données personnelles : la durée pendant laquelle l’hébergeur garde ses journaux, le courriel ou le "
    "téléphone du délégué à la protection des données",
    "Mentions légales : l’adresse de l’éditeur, le téléphone de l’éditeur, la fonction de qui dirige la "
    "publication, le nom de l’hébergeur, l’adresse de l’hébergeur, le téléphone de l’hébergeur, les horaires "
    "de l’accueil",
]
MINI = [
    "Vie associative de Mini : l’adresse du service qui répond du site",
    *OF_THE_LAW,
    "L’Amicale <des> dragons & co (dissoute) : présentation, contact",
    "Cœur de chœur (en sommeil) : collège, présentation, contact",
    "Compte rendu de l’assemblée plénière du 24 janvier 2026 : associations présentes",
    "Yoga du mardi : lieu",
    "Une serre : contact",
    "Mentions légales : 1 passage du texte",
]


def test_the_page_names_each_thing_and_what_is_not_known_of_it(tmp_path: Path) -> None:
    assert rows(made(towns.hub_of(tmp_path))[LACKING]) == MINI


@pytest.mark.parametrize("source", BOTH_TOWNS)
def test_whatever_a_page_says_is_to_be_confirmed_is_named(source: Path) -> None:
    hub = inspect(source, towns.TODAY).hub
    site = made(hub)
    links = set(re.findall(r'href="([^"]+)"', site[LACKING].body.partition('<ul class="manques">')[2]))
    things = {thing.address for kind in KINDS if kind.paged for thing in hub.of(kind)}
    announced = {event.address for event in hub.events if event.origin.loc}  # their minutes are asked
    things -= {*announced, *BY_ADDRESS}  # a section says it of things that have pages
    saying = {address for address in things if "à confirmer" in LEGEND.sub("", site[address].body)}
    assert len(saying) > 5
    assert saying - links == set()


UNKNOWN: dict[str, tuple[dict[str, Content], str]] = {
    "a field that may be left out": (
        towns.edited(
            "associations.yaml", "    statut: en-sommeil", "    statut: en-sommeil\n    rna: a-confirmer"
        ),
        "Cœur de chœur (en sommeil) : numéro RNA, collège, présentation, contact",
    ),
    "a part of a thing": (
        towns.edited("minutes/2026-03-10-bureau.md", "etat: fait", "etat: a-confirmer"),
        "Compte rendu du bureau du 10 mars 2026 : état",
    ),
    "the same in several parts": (
        towns.edited(
            "bureau.yaml", "college: vert, role: titulaire}", "college: a-confirmer, role: a-confirmer}"
        ),
        "Bureau 2025-2027 : collège, rôle",
    ),
    "words": (
        towns.edited(
            "content/guides/semer.md", "themes: [jardin]", "themes: [jardin]\nresponsable: À confirmer"
        ),
        "Semer : responsable",
    ),
    "texts": (
        towns.edited(RAIN, "Enfin.", "L'heure est à confirmer.\n\nLe lieu : à confirmer."),
        "Il pleut : 2 passages du texte",
    ),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_what_a_source_says_is_not_known_is_asked(tmp_path: Path, case: str) -> None:
    files, row = UNKNOWN[case]
    found = inspect(towns.write(tmp_path, files), towns.TODAY)
    assert row in rows(made(found.hub)[LACKING])


def test_a_town_of_which_all_is_known_is_told_so(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, with_setting(f"contact: asso@mini.example{TOLD}"))
    known = hub.having(associations=(), events=(), calls=(), editorials=(), minutes=())
    page = made(known)[LACKING]
    assert "Rien ne manque" in page.body
    assert rows(page) == []


WAYS = {
    "contact: asso@mini.example": r'href="mailto:asso@mini\.example\?subject=[^"]+&amp;body=[^"]+"',
    "signalement: https://mini.example/dire": 'href="https://mini.example/dire"',
}


@pytest.mark.parametrize("line", WAYS)
def test_the_page_says_the_way_to_answer(tmp_path: Path, line: str) -> None:
    page = made(towns.hub_of(tmp_path, with_setting(line)))[LACKING]
    assert re.search(WAYS[line], page.body)


def test_where_nobody_is_known_to_answer_the_page_says_that(tmp_path: Path) -> None:
    assert "est elle-même à confirmer" in made(towns.hub_of(tmp_path))[LACKING].body


def test_a_town_may_leave_the_page_out(tmp_path: Path) -> None:
    files = with_setting("manques: non")
    files[RAIN] = "---\ntitre: Il pleut\n---\nVoir [la page](/ce-qui-manque/).\n"
    found = inspect(towns.write(tmp_path / "ville", files), towns.TODAY)
    assert [problem.code for problem in found.problems] == ["L004"]
    hub = towns.hub_of(tmp_path / "sans", with_setting("manques: non"))
    build(hub, towns.TODAY, tmp_path / "site")
    assert not (tmp_path / "site/ce-qui-manque").exists()
    naming = [
        file.relative_to(tmp_path / "site").as_posix()
        for file in (tmp_path / "site").rglob("*")
        if file.suffix in (".html", ".xml", ".json") and "ce-qui-manque" in file.read_text(encoding="utf-8")
    ]
    assert naming == []


def test_its_own_page_may_stand_where_a_town_leaves_ours_out(tmp_path: Path) -> None:
    files = with_setting("manques: non")
    files["content/ce-qui-manque.md"] = "---\ntitre: Nos manques\n---\nDu temps.\n"
    page = made(towns.hub_of(tmp_path, files))[LACKING]
    assert (page.title, "Du temps." in page.body) == ("Nos manques", True)


def test_a_long_list_goes_on_on_other_pages_and_is_counted_on_the_first(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, with_setting("contact: asso@mini.example"))
    (one,) = (each for each in hub.associations if each.id == "licornes")
    many = []
    for number in range(701):
        copy: Any = one.model_copy(update={"id": f"asso-{number}", "nom": f"Asso {number}", "courriel": None})
        copy._origin = one.origin
        many.append(copy)
    site = made(hub.having(associations=many))
    listed = [address for address in site if address.startswith(LACKING)]
    assert listed == [LACKING, f"{LACKING}2/", f"{LACKING}3/"]
    assert [len(rows(site[address])) <= 300 for address in listed] == [True] * 3
    assert sum(len(rows(site[address])) for address in listed) == 701 + 4 + len(OF_THE_LAW)
    assert '<th scope="row">Annuaire</th><td>701</td><td>701</td>' in site[LACKING].body
    assert "<table>" not in site[f"{LACKING}2/"].body


def test_a_page_that_is_kept_is_made_again_when_a_field_is_said_to_be_unknown(tmp_path: Path) -> None:
    """The field is no value of the thing: only the source says it."""
    out = tmp_path / "site"
    build(towns.hub_of(tmp_path / "avant"), towns.TODAY, out)
    after = towns.hub_of(tmp_path / "apres", UNKNOWN["a field that may be left out"][0])
    build(after, towns.TODAY, out)
    assert "numéro RNA" in (out / "ce-qui-manque/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_list_fits_its_window(tab: Tab, example_url: str, width: int) -> None:
    with tab(viewport={"width": width, "height": 900}) as page:
        page.goto(f"{example_url}/ce-qui-manque/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_role("link", name="Dites-la").click(trial=True)
