"""Pictures of things: their own, small in lists and large at the head of their pages, or a drawn tile."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hub.catalogue.pictures import grey, shown
from hub.catalogue.rule import Edit, Files
from hub.checks.attachments import cited
from hub.feeds.item import item
from hub.feeds.jsonfeed import entry
from hub.feeds.mail import mail
from hub.look.depiction import HUES, depiction, hue_of
from hub.look.outline import one_path
from hub.look.skyline import skyline
from hub.look.tiles import CELL, NUMBER, PICTOGRAM, SIDE, arrangement, number_of
from hub.markup import Renderer
from hub.model.issue import issue_of
from hub.model.pictogram import Pictogram
from hub.model.thread import Thread
from hub.pages import jsonld
from hub.pages.vignettes import depicted, vignette, with_symbols
from hub.places import THEME
from hub.site import TEMPLATES
from tests import towns
from tests.test_proposing import made

SHEET = (THEME / "overrides/assets/hub/style/58-images.css").read_text(encoding="utf-8")

EMBLEM: Files = {
    "content/images/licorne.png": grey(320, 90),
    "associations.yaml": Edit(
        "    themes: [jardin]\n",
        "    themes: [jardin]\n    image: {fichier: licorne.png, texte: Une licorne, auteur: Les Licornes}\n",
    ),
}

YOGA = "content/agenda/yoga.md"


# Pictures


def test_a_picture_in_a_list_is_small_and_says_nothing_beside_its_title(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, shown())
    small = vignette(hub, hub.guides[0])
    assert 'alt=""' in small
    assert set(re.findall(r" (\d+)w", small)) == {"240", "480"}
    assert 'loading="lazy"' in small


def test_a_picture_at_the_head_of_its_page_says_what_it_shows_and_whose_it_is(tmp_path: Path) -> None:
    page = made(tmp_path, shown(words="Une graine « de près » !"))["/guides/semer/"].body
    head = page.partition("</header>")[0]
    assert 'alt="Une graine «\u00a0de près\u00a0»\u202f!"' in head
    assert "<figcaption>Image\u00a0: Les Licornes jardinières</figcaption>" in head
    assert head.index("</h1>") < head.index("<picture>")
    assert "lazy" not in head  # it is seen first


def test_the_emblem_of_an_association_is_shown_whole(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, EMBLEM)
    association = next(one for one in hub.associations if one.image)
    assert 'class="vignette vignette-logo"' in vignette(hub, association)
    assert 'class="image image-logo"' in depicted(hub, association)


def test_the_file_of_a_picture_is_published(tmp_path: Path) -> None:
    assert ("image", "graine.png") in cited(towns.hub_of(tmp_path, shown()))


# Tiles


def test_a_page_holds_once_each_symbol_that_its_tiles_show(tmp_path: Path) -> None:
    for page in made(tmp_path, {}).values():
        asked = set(re.findall(r'<use href="#(_(?:tuile|picto)-[a-z0-9]+)"', page.body))
        held = re.findall(r'<symbol id="([^"]+)"', page.body)
        assert sorted(held) == sorted(asked), page.address


def test_a_page_without_a_tile_holds_no_symbol() -> None:
    assert with_symbols("<p>rien</p>") == "<p>rien</p>"


def test_the_tile_of_a_thing_comes_of_its_key_alone() -> None:
    assert number_of("le-jardin-des-voisins") == number_of("le-jardin-des-voisins")
    assert len({number_of(f"association-{number}") for number in range(100)}) == NUMBER


@pytest.mark.parametrize("number", range(NUMBER))
def test_the_shapes_of_a_tile_leave_room_for_its_pictogram(number: int) -> None:
    tile = arrangement(number)
    moves = re.findall(r"M(\d+) (\d+)", tile.full + tile.faint + tile.bright)
    assert len(moves) == 5
    assert all(tile.full + end for end in (tile.faint, tile.bright))
    assert 0 <= tile.left <= SIDE - PICTOGRAM
    assert (tile.left % CELL, tile.top % CELL) == (2, 2)


@pytest.mark.parametrize("one", Pictogram)
def test_every_pictogram_has_a_colour_that_the_sheet_knows(one: Pictogram) -> None:
    assert hue_of(one) in HUES
    assert f".tuile-{hue_of(one)} {{" in SHEET


def test_a_pictogram_is_one_path_whose_shapes_are_where_they_were() -> None:
    drawn = '<path d="m1 2 3 4z"/><path d="M5 6h1"/><circle cx="8" cy="9" r="2" fill="x"/>'
    assert one_path(drawn) == "M1 2l3 4zM5 6h1M6 9a2 2 0 1 0 4 0 2 2 0 1 0 -4 0z"
    assert one_path('<rect x="1" y="2" width="8" height="6" rx="1"/>').startswith("M2 2h6a1 1 0 0 1 1 1v4")


@pytest.mark.parametrize(
    ("files", "attribute", "name"),
    [
        ({}, "associations", "association"),  # of no theme
        ({}, "guides", "nature"),  # of the theme « Jardin »
        ({}, "news", "actualite"),
        ({}, "projects", "nature"),  # of the theme of who bears it
        ({}, "calls", "appel"),  # of its type, as a room
        ({}, "letters", "courriel"),
        ({YOGA: Edit("titre: Yoga du mardi", "titre: Mardi")}, "events", "nature"),
        ({YOGA: Edit("categorie: evenement", "categorie: echeance")}, "events", "horaires"),
        ({YOGA: Edit("titre: Yoga du mardi", "titre: Chanter ensemble")}, "events", "musique"),
        (
            {"associations.yaml": Edit("nom: Jardin}", "nom: Jardin, pictogramme: velo}")},
            "guides",
            "velo",
        ),
    ],
)
def test_a_thing_is_drawn_by_its_title_its_theme_or_what_it_is(
    files: Files, attribute: str, name: str, tmp_path: Path
) -> None:
    hub = towns.hub_of(tmp_path, files)
    found = {one.id: depiction(hub, one).pictogram.value for one in hub.things[attribute]}
    assert name in found.values(), found


def test_a_project_that_only_minutes_know_is_drawn_too(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, {"content/projets/arrosage.md": None})
    (thread,) = (one for one in hub.threads.values() if isinstance(one, Thread))
    assert vignette(hub, thread).startswith("<svg")


# The town


def test_the_home_page_shows_roofs_in_an_order_of_the_town_s_own(tmp_path: Path) -> None:
    home = made(tmp_path, {})["/"].body
    assert home.count('<pattern id="_toits"') == 1
    assert skyline("clva-mini") != skyline("clva-malakoff")


def test_a_row_of_roofs_is_as_wide_as_its_buildings_whatever_their_order() -> None:
    one, other = skyline("clva-mini"), skyline("clva-malakoff")
    assert one.width == other.width
    starts = [int(found) for found in re.findall(r"M(\d+)", one.full + one.faint + one.bright)]
    assert max(starts) < one.width


def test_the_home_page_shows_the_picture_of_the_town_where_there_is_one(tmp_path: Path) -> None:
    said = "image: {fichier: toits.png, texte: Les toits de Mini, auteur: La ville de Mini}\n"
    files = {
        "content/images/toits.png": grey(1600, 400),
        "content/index.md": Edit("resume: Une ville", f"{said}resume: Une ville"),
    }
    home = made(tmp_path, files)["/"].body
    assert 'alt="Les toits de Mini"' in home
    assert "<figcaption>Image\u00a0: La ville de Mini</figcaption>" in home
    assert "_toits" not in home


def test_a_plain_page_has_its_picture_at_its_head(tmp_path: Path) -> None:
    said = "image: {fichier: toits.png, texte: Les toits, auteur: La ville de Mini}\n"
    page = "content/mentions-legales.md"
    files = {
        "content/images/toits.png": grey(1600, 400),
        page: Edit("titre: Mentions légales\n", f"titre: Mentions légales\n{said}"),
    }
    pages = made(tmp_path, files)
    assert 'alt="Les toits"' in pages["/mentions-legales/"].body


# Elsewhere


def test_a_feed_shows_the_picture_of_what_it_tells_and_whose_it_is(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, shown())
    told = item(hub, hub.guides[0], Renderer(hub), towns.TODAY)
    assert told.image.startswith("https://mini.example/images/graine-")
    assert f'src="{told.image}"' in told.content
    assert "Image\u00a0: Les Licornes jardinières" in told.content
    assert json.loads(entry(told, hub.site.zone))["image"] == told.image


def test_a_mail_shows_small_what_any_program_shows(tmp_path: Path) -> None:
    news = "content/actualites/pluie.md"
    said = "image: {fichier: graine.png, texte: Une graine, auteur: Les Licornes}\n"
    files = {"content/images/graine.png": grey(960, 480), news: Edit("associations:", f"{said}associations:")}
    hub = towns.hub_of(tmp_path, files)
    issue = issue_of(hub, hub.letters[0], towns.TODAY)
    (image,) = re.findall("<img [^>]+>", mail(hub, issue, Renderer(hub), TEMPLATES).html)
    assert re.search(
        r'src="https://mini\.example/images/graine-\w+-240\.jpg" alt="" width="120" height="60"', image
    )


def test_search_engines_are_told_the_picture_of_an_association(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, EMBLEM)
    told = jsonld.association(hub, next(one for one in hub.associations if one.image), "")
    assert told["image"].startswith("https://mini.example/images/licorne-")
