"""Cards: the picture of a page where its link is shared."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from hub.build import THEME, inspect
from hub.markup import Renderer
from hub.media import cards, drawing
from hub.media.lettering import LEADING, fitted, font_at, wrapped
from hub.media.look import TOKENS, Look
from hub.model.kinds import KINDS
from tests import towns

FONTS = THEME / "fonts"
TITLE = FONTS / "Literata-Bold.ttf"
WIDTH, HEIGHT = 1056, 300

TITLES = st.text(st.characters(codec="latin-1", exclude_categories=["Cc", "Cf"]), min_size=1, max_size=200)


def card(title: str, detail: str = "") -> Image.Image:
    look = Look(THEME)
    content = {
        "kind": "Événement",
        "title": title,
        "detail": detail,
        "site": "Vie associative",
        "council": "Conseil",
        "colours": look.colours,
        "mark": look.mark,
    }
    return Image.open(io.BytesIO(drawing.card(json.dumps(content), FONTS)))


@settings(max_examples=200, deadline=None)
@given(TITLES)
def test_a_title_fits_its_box(title: str) -> None:
    set_in = fitted(title, TITLE, drawing.TITLE_SIZES, WIDTH, HEIGHT)
    assert set_in.width <= WIDTH
    assert set_in.height <= HEIGHT


@settings(max_examples=200, deadline=None)
@given(TITLES)
def test_no_letter_of_a_title_is_lost_by_wrapping(title: str) -> None:
    lines = wrapped(title, font_at(TITLE, 60), WIDTH)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")


def test_a_title_is_cut_only_where_the_smallest_letters_do_not_fit() -> None:
    assert fitted("mot " * 50, TITLE, (36,), WIDTH, HEIGHT).lines[-1].endswith("mot")
    cut = fitted("mot " * 500, TITLE, (84, 36), WIDTH, HEIGHT)
    assert cut.lines[-1].endswith("…")
    assert cut.leading == round(36 * LEADING)


def test_a_short_title_is_large_and_its_words_are_whole() -> None:
    assert fitted("Bal", TITLE, drawing.TITLE_SIZES, WIDTH, HEIGHT).leading == round(84 * LEADING)
    long = "Intergouvernementalisations"
    assert fitted(long, TITLE, drawing.TITLE_SIZES, WIDTH, HEIGHT).lines == (long,)


@settings(max_examples=15, deadline=None)
@given(TITLES, TITLES)
def test_a_card_has_the_size_that_is_said_whatever_its_words(title: str, detail: str) -> None:
    with card(title, detail) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_no_word_touches_the_edges_nor_the_band_of_the_site() -> None:
    """Between a card with words and the same one without, nothing changes in the margins."""
    with card("Un titre de deux cents lettres " * 7, "Un détail " * 12) as full, card("") as empty:
        pixels = [picture.convert("RGB") for picture in (full, empty)]
        margins = ((0, 110, 60, 512), (1140, 110, 1200, 512), (0, 513, 1200, 630))
        for box in margins:
            extremes = ImageChops.difference(*(one.crop(box) for one in pixels)).getextrema()
            assert max(highest for _, highest in extremes) < 60, "more than a palette's own differences"


def test_every_sign_of_french_has_its_letter() -> None:
    from fontTools.ttLib import TTFont

    for file in FONTS.glob("*.ttf"):
        known = TTFont(file).getBestCmap()
        for sign in "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ«»’…–—·°№€ \u00a0\u202f":
            assert ord(sign) in known, (file.name, sign)


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
    assert Look(THEME).colours["marque"] in (THEME / TOKENS).read_text(encoding="utf-8")
    with card("Bal") as picture:
        ground = picture.convert("RGB").getpixel((5, 300))
    marque = Look(THEME).colours["marque"]
    assert isinstance(ground, tuple)
    assert all(abs(a - int(marque[i : i + 2], 16)) <= 4 for a, i in zip(ground, (1, 3, 5), strict=True))
