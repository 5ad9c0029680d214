"""One colour of a town: what is made of it can be read, tells alerts apart, and is what everything shows."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import ANY

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from hub.build import build
from hub.engine.assets import published, theme_files
from hub.engine.tight import sheet
from hub.feeds.mail import mail
from hub.hosting.manifest import around
from hub.look import Palette, palette_of, shades
from hub.look.palette import COMPUTED
from hub.look.sheets import FEEDS, PART, PRINT, dressed
from hub.look.tokens import Tokens, tokens
from hub.markup import Renderer
from hub.media.look import Look
from hub.model import Hub
from hub.model.issue import issue_of
from hub.model.site import Site
from hub.places import TEMPLATES, THEME
from tests import towns
from tests.serving import served
from tests.test_colours import _contrast as contrast  # written apart from the program's own
from tests.test_colours import _distance as distance

YELLOW, WHITE, BLACK, RED, NAVY = "#ffd400", "#ffffff", "#000000", "#ff0000", "#0b2a5b"
NONE = Site.unknown()


def _of(colour: str) -> Palette:
    return palette_of(NONE.model_copy(update={"couleur": colour}))


def _hub(folder: Path, colour: str) -> Hub:
    own = "identifiant: clva-mini"
    return towns.hub_of(folder, towns.edited("mkdocs.yml", own, f'{own}\n    couleur: "{colour}"'))


colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def _read_on(theme: Tokens) -> Iterator[tuple[str, str]]:
    """(words, ground) as the style sheets put them."""
    grounds = ("papier", "feuille", "marque-pale")
    yield from itertools.product(("marque", "marque-forte", "encre", "encre-douce", "accent"), grounds)
    yield from itertools.product(("papier", "feuille"), ("marque", "marque-forte"))


@settings(max_examples=60, deadline=None)
@given(colours)
@example(YELLOW)
@example(WHITE)
@example(BLACK)
@example(RED)
@example("#b5391f")
@example("#dc9f1c")
@example("#ff9c84")
@example("#f0c25a")
@example("#808080")
@example("#0227f9")
def test_any_colour_gives_words_that_are_read_and_alerts_that_are_told_apart(colour: str) -> None:
    """WCAG 2.2, 1.4.3 for words and 1.4.11 for seats, on every ground of both themes and of paper."""
    made = _of(colour)
    for theme in (made.light, made.dark):
        for words, ground in _read_on(theme):
            assert contrast(theme[words], theme[ground]) >= 4.5, (colour, words, ground)
        for name in shades.OF_COLLEGES:
            assert contrast(theme[name], theme["marque-pale"]) >= 3, (colour, name)
        for alert in ("accent", "soleil"):
            assert distance(theme["marque"], theme[alert]) >= 11, (colour, alert)
            assert distance(theme["marque-pale"], theme[f"{alert}-pale"]) >= 4, (colour, alert)
        assert len({theme[name] for name in COMPUTED}) == len(COMPUTED)
    ground = made.ground
    for words, behind in itertools.product(ground[2:5], ground[:2]):
        assert contrast(words, behind) >= 4.5, (colour, words, behind)
    assert contrast(made.light["encre"], ground.band) >= 4.5
    assert distance(ground.colour, ground.band) >= 20, colour


def test_a_town_that_says_nothing_or_the_programs_own_colour_has_the_sheets_as_they_are() -> None:
    light, dark = tokens(THEME)
    for made in (palette_of(NONE), _of("#075656")):
        assert (made.light, made.dark, made.is_own) == (light, dark, False)
        assert made.ground[:2] == ("#075656", "#053f3f")
        files = theme_files(THEME / "overrides")
        assert [one for one in dressed(files, made) if one not in files] == [(FEEDS, ANY)]
    assert around(NONE) == ("#fbf9f5", "#12191d")


@pytest.mark.parametrize("colour", [NAVY, "#7a1f4b", "#0000ff", BLACK])
def test_a_colour_in_which_words_are_read_is_kept_as_it_is(colour: str) -> None:
    assert (_of(colour).light["marque"], _of(colour).ground.colour) == (colour, colour)


def test_a_colour_that_is_too_light_for_words_is_the_ground_of_posters_under_ink() -> None:
    made = _of(YELLOW)
    assert made.ground.colour == YELLOW
    assert made.ground.words == made.light["encre"]
    assert made.light["marque"] != YELLOW


def test_the_hue_is_the_towns() -> None:
    for colour in ("#1f6f5c", "#7a1f4b", YELLOW, "#0000ff"):
        hue = shades._parts(colour)[2]
        for theme in (_of(colour).light, _of(colour).dark):
            assert abs(shades._parts(theme["marque"])[2] - hue) < 6, colour


def _rules(sheet: str) -> list[dict[str, str]]:
    return [dict(re.findall(r"--([a-z-]+): ([^;]+);", block)) for block in re.findall(r"\{([^{}]*)\}", sheet)]


def test_the_sheets_of_pages_of_print_and_of_feeds_have_its_colours_last() -> None:
    made = _of(NAVY)
    files = dict(dressed(theme_files(THEME / "overrides"), made))
    folder, shown = published(files.items())
    whole = dict(shown)[f"{folder}hub.css"].decode()
    light, dark = ({name: theme[name] for name in COMPUTED} for theme in (made.light, made.dark))
    own = [{name: rule[name] for name in COMPUTED} for rule in _rules(files[PART].decode())]
    assert own == [light, dark, dark]
    assert whole.index("--sarcelle") < whole.index(sheet(files[PART].decode())) < whole.index(".tete{")
    assert {**_rules(files[PRINT].decode())[-1]} == light
    both = _rules(files[FEEDS].decode())[-1]
    assert both["marque"] == f"light-dark({light['marque']}, {dark['marque']})"


def test_the_sheet_of_feeds_has_the_tokens_and_the_letters_of_pages_and_no_colour_of_its_own() -> None:
    files = dict(theme_files(THEME / "overrides"))
    own, shown = files[FEEDS].decode(), dict(dressed(files.items(), palette_of(NONE)))[FEEDS].decode()
    assert re.findall(r"#[0-9a-f]{3,8}\b", own) == []
    light, dark = tokens(THEME)
    asked = set(re.findall(r"var\(--([a-z-]+)\)", own))
    assert _rules(shown)[-1] == {name: f"light-dark({light[name]}, {dark[name]})" for name in asked}
    letters = re.findall(r'url\("([^"]+)"\)', shown)
    assert letters
    assert all(f"assets/{address}" in files for address in letters)


def test_mails_and_paper_have_no_colour_of_their_own() -> None:
    sheets = [*TEMPLATES.glob("courriel*.css"), *(TEMPLATES / "impression").glob("*.typ")]
    assert len(sheets) > 4
    found = {file.name: re.findall(r"#[0-9a-f]{6}\b|rgb\(\s*\"", file.read_text("utf-8")) for file in sheets}
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_another_colour_is_another_name_of_the_sheet() -> None:
    theme = theme_files(THEME / "overrides")
    folders = {published(dressed(theme, _of(colour)))[0] for colour in (NAVY, RED)}
    assert len(folders | {published(theme)[0]}) == 3


def test_mails_and_paper_are_in_the_towns_colours(tmp_path: Path) -> None:
    hub = _hub(tmp_path, YELLOW)
    made = palette_of(hub.site)
    letter = hub.letters[0]
    html = mail(hub, issue_of(hub, letter, towns.TODAY), Renderer(hub), TEMPLATES).html
    for name in ("marque", "marque-pale"):
        assert made.light[name] in html
        assert made.dark[name] in html
    assert re.search(rf'class="bandeau"[^>]*background-color: {YELLOW}', html)
    assert not {"#075656", "#053f3f", "#e2f0ee", "#7fd0c7", "#17373a"} & set(re.findall("#[0-9a-f]{6}", html))
    paper = json.loads(Look(THEME, hub).files("affiche")["couleurs.json"])
    assert (paper["fond"], paper["fond-mots"]) == (YELLOW, made.light["encre"])
    assert f'fill="{made.light["marque"]}"' in Look(THEME, hub).files("affiche")["marque.svg"].decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_shows_a_page_in_the_towns_colours(
    browser: Browser, towns_own: Palette, own_url: str, scheme: str
) -> None:
    theme = towns_own.light if scheme == "light" else towns_own.dark
    page = browser.new_page(color_scheme="light" if scheme == "light" else "dark")
    page.goto(own_url)
    shown = page.evaluate(
        "names => names.map(n => getComputedStyle(document.documentElement).getPropertyValue(`--${n}`))",
        list(COMPUTED),
    )
    around_page = page.locator(f'meta[name="theme-color"][media*="{scheme}"]').get_attribute("content")
    page.emulate_media(media="print")
    printed = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--marque')")
    page.close()
    assert shown == [theme[name] for name in COMPUTED]
    assert around_page == (towns_own.ground.colour if scheme == "light" else theme["marque-pale"])
    assert printed == towns_own.light["marque"]


def test_a_forced_palette_colours_every_seat_and_rings_every_letter(browser: Browser, own_url: str) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(f"{own_url}/bureau/")
    held, text, ring = page.evaluate("""() => {
        const probe = document.createElement("span");
        document.body.append(probe);
        probe.style.color = "CanvasText";
        const style = (where) => getComputedStyle(document.querySelector(where));
        const ring = style(".college-cle").borderTopWidth;
        return [style("circle.place-tenu").fill, getComputedStyle(probe).color, ring];
    }""")
    page.close()
    assert held == text
    assert float(ring.removesuffix("px")) >= 2


@pytest.fixture(scope="module")
def towns_own() -> Palette:
    return _of(RED)


@pytest.fixture(scope="module")
def own_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("red")
    build(_hub(folder / "sources", RED), towns.TODAY, folder / "site")
    with served(folder / "site") as url:
        yield url
