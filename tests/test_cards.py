"""Cards: the picture of a page where its link is shared."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from hub.build import THEME, inspect
from hub.catalogue.pictures import shown
from hub.catalogue.rule import Files
from hub.look.tokens import SHEET
from hub.markup import Renderer
from hub.media import cards
from hub.media.fonts import INVENTORY
from hub.media.look import Look
from hub.model.kinds import KINDS
from scripts import fonts
from tests import paper, towns

FONTS = THEME / "fonts"
WORDS = st.text(max_size=200)

LEFT, RIGHT = (0, 110, 62, 512), (1138, 110, 1200, 512)
"""Of the margins of 72 points, what no accent reaches that is wider than its letter: « ï »."""
BELOW_THE_WORDS = (0, 505, 1200, 512)
BAND = (0, 513, 1200, 630)


def card(title: str, detail: str = "", kind: str = "Événement") -> Image.Image:
    told = {"kind": kind, "title": title, "detail": detail}
    return paper.card(**told, site="Vie associative", council="Conseil")


def differs(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether a box has other words, more than a palette's own differences, in two cards."""
    pixels = (picture.convert("RGB").crop(box) for picture in (one, other))
    return max(highest for _, highest in ImageChops.difference(*pixels).getextrema()) >= 60


@settings(max_examples=12, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_a_card_has_its_size_and_free_edges_whatever_its_words(kind: str, title: str, detail: str) -> None:
    with card(title, detail, kind) as picture, card("", "", "") as empty:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        for box in (LEFT, RIGHT, BELOW_THE_WORDS, BAND):
            assert not differs(picture, empty, box)


@pytest.mark.parametrize(
    "title", ["mot " * 500, "x" * 900, "Un titre de deux cents lettres " * 7, "🎉" * 300]
)
def test_no_word_touches_the_edges_nor_the_band_of_the_site(title: str) -> None:
    with card(title, "Un détail " * 12) as full, card("") as empty:
        for box in (LEFT, RIGHT, BELOW_THE_WORDS, BAND):
            assert not differs(full, empty, box)
        assert differs(full, empty, (72, 120, 1128, 500))


def height_of_letters(title: str) -> int:
    """How high the words of a title are, all its lines together."""
    with card(title) as full, card("") as empty:
        box = (
            ImageChops.difference(full.convert("RGB"), empty.convert("RGB"))
            .point(lambda v: 255 * (v > 60))
            .getbbox()
        )
    assert box
    return box[3] - box[1]


def test_a_short_title_is_large_and_a_long_word_is_whole() -> None:
    assert height_of_letters("Bal") > 55
    assert height_of_letters("Intergouvernementalisations") < 70, "one line, smaller"


def test_a_sign_that_no_font_of_letters_has_is_drawn() -> None:
    with card("Bal") as without, card("Bal 🎉") as with_it, card("Bal ك") as unknown:
        assert differs(without, with_it, (72, 120, 1128, 300))
        assert differs(without, unknown, (72, 120, 1128, 300)), "a mark says that there is something"


def test_every_sign_of_french_has_its_letter_in_the_fonts_of_letters() -> None:
    from fontTools.ttLib import TTFont

    files = [*FONTS.glob("PublicSans-*.ttf"), *FONTS.glob("Literata-*.ttf")]
    assert len(files) == 5
    for file in files:
        known = TTFont(file).getBestCmap()
        for sign in "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ«»’…–—·°№€ \u00a0\u202f":
            assert ord(sign) in known, (file.name, sign)


def test_the_list_of_fonts_says_what_they_are_and_which_signs_they_have() -> None:
    assert json.loads((FONTS / INVENTORY).read_text(encoding="utf-8")) == fonts.inventory()


BESIDE = (820, 4, 1196, 504)
"""Of the picture of a thing."""


def _cards(folder: Path, files: Files) -> dict[str, Image.Image]:
    """The card of the guide and that of the site, by their addresses."""
    hub = towns.hub_of(folder, files)
    found = [one for one in cards.faces(hub, Renderer(hub)) if one.address in ("/", "/guides/semer/")]
    made = {one.address: paper.PRESS.made(cards.work(one, hub, paper.LOOK)) for one in found}
    return {address: Image.open(io.BytesIO(data)).convert("RGB") for address, data in made.items()}


def _is_green(card: Image.Image) -> bool:
    colours = [colour for _, colour in card.crop(BESIDE).getcolors(1 << 18) or ()]
    return any(green > max(red, blue) + 30 for red, green, blue in colours)  # type: ignore[misc]


def test_the_card_of_a_thing_shows_its_tile_beside_its_title(tmp_path: Path) -> None:
    made = _cards(tmp_path, {})
    assert _is_green(made["/guides/semer/"]), "its theme is « Jardin »"
    assert not _is_green(made["/"])


def test_the_card_of_a_thing_shows_its_picture(tmp_path: Path) -> None:
    made = _cards(tmp_path, shown())["/guides/semer/"]
    red, green, blue = made.getpixel((1000, 200))  # type: ignore[misc]
    assert max(abs(one - 0x99) for one in (red, green, blue)) < 12


def test_each_thing_has_its_card_and_the_site_its_own() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    faces = {face.address: face for face in cards.faces(hub, Renderer(hub))}
    carded = [thing.address for kind in KINDS if kind.card for thing in hub.of(kind)]
    assert set(faces) == {"/", *carded}
    assert faces["/"].title == hub.site.site_name
    assert faces["/lettre/2026-10/"].kind.startswith("Lettre n°")


@pytest.mark.parametrize(
    ("address", "kind", "detail"),
    [
        ("/agenda/bal-du-presque-reveillon/", "événement", "Mercredi 30 décembre 2026"),
        ("/agenda/yoga-pour-dragons-mardi/", "événement", "Chaque mardi"),
        ("/comptes-rendus/2026-10-03-pleniere/", "assemblée plénière", "Une année de bureau"),
    ],
)
def test_a_card_says_what_it_is_about_and_when(address: str, kind: str, detail: str) -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    (face,) = (one for one in cards.faces(hub, Renderer(hub)) if one.address == address)
    assert face.kind == kind
    assert face.detail.startswith(detail)


def test_the_colours_are_those_of_the_site() -> None:
    assert Look(THEME).colours["marque"] in (THEME / SHEET).read_text(encoding="utf-8")
    with card("Bal") as picture:
        ground = picture.convert("RGB").getpixel((5, 300))
    marque = Look(THEME).colours["marque"]
    assert isinstance(ground, tuple)
    assert all(abs(a - int(marque[i : i + 2], 16)) <= 4 for a, i in zip(ground, (1, 3, 5), strict=True))
