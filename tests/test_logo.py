"""A town's logo: a drawing that only shows, and the same in pages, icons, mails, feeds and paper."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from hub.build import ENGINE_CONFIG
from hub.engine import frames, frames_key
from hub.feeds import files as feeds_of
from hub.feeds.mail import mail
from hub.look.icons import DRAWING, PICTURE, raster
from hub.look.logo import Logo, logo_of
from hub.look.svg import DROPPED, SHAPES, SVG, Unfit, cleaned
from hub.markup import Renderer
from hub.media.look import Look
from hub.model import Hub
from hub.model.issue import issue_of
from hub.places import TEMPLATES, THEME
from tests import towns
from tests.drawings import TRIANGLE, drawing, picture

OWN = "identifiant: clva-mini"
ICONS = ("favicon.ico", DRAWING, "assets/icone-180.png", PICTURE, "assets/icone-512.png")


def _hub(folder: Path, content: bytes, name: str = "logo.svg") -> Hub:
    path = f"content/images/{name}"
    changed = {**towns.edited("mkdocs.yml", OWN, f"{OWN}\n    logo: {path}"), path: content}
    return towns.hub_of(folder, changed)


def _logo(hub: Hub) -> Logo:
    found = logo_of(hub)
    assert found
    return found


def _framed(hub: Hub) -> tuple[str, Mapping[str, bytes]]:
    """The head of a page, and the files that go with the pages."""
    made = frames(hub.site, ENGINE_CONFIG, logo=logo_of(hub))
    return made.not_found.decode(), dict(made.files())


def test_what_an_editor_keeps_for_itself_is_left_out() -> None:
    made = cleaned(
        drawing(
            '<metadata>secret</metadata><i:view xmlns:i="http://editor.example/"><script>1</script></i:view>'
            f'<g xmlns:i="http://editor.example/" i:label="Marie">{TRIANGLE}</g><!-- Marie -->'
        )
    )
    assert made.data.decode() == (
        f'<svg xmlns="{SVG}" viewBox="0 0 12 12" width="12" height="12">\n<g>{TRIANGLE}</g>\n</svg>'
    )


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0 0 30 10"', (30, 10)),
        ('viewBox="-5,-5,30,10" width="100%"', (30, 10)),
        ('width="60mm" height="20mm"', (60, 20)),
        ('width=".5" height="1e1"', (0.5, 10)),
    ],
)
def test_the_size_of_a_drawing_is_that_of_its_view_or_its_own(head: str, size: tuple[float, float]) -> None:
    made = cleaned(drawing(head=head))
    assert (made.width, made.height) == size
    assert b"viewBox=" in made.data


_WORDS = st.sampled_from(
    [
        *("<path onclick='a'/>", "<g onload='a'>", "<use href='//b.example/'/>", "<svg OnLoad='a'/>"),
        *("<g xml:base='http://b.example/'>", "<style>a{b:image-set('//c')}</style>"),
        *(
            "<script>",
            "</script>",
            "<g>",
            "</g>",
            "<path d='M0 0'",
            "/>",
            ">",
            " onclick='a'",
            " href='#a'",
            "&a;",
        ),
        *(
            " xlink:href='http://b.example/'",
            " style='fill:url(http://b.example)'",
            "<style>",
            "</style>",
            "é",
        ),
        *("@import 'a'", "<use", "<image", " href='data:text/html,a'", "<!--", "-->", "<?xml-stylesheet a?>"),
        *(
            "<x:y xmlns:x='z'",
            "</x:y>",
            "<animate",
            "<a",
            "<![CDATA[",
            "]]>",
            " fill='url(#a)'",
            "\0",
            "<set/>",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=12).map("".join))
@example("<g xmlns:x='z' x:href='http://b.example/'/>")
@example("<SCRIPT>1</SCRIPT>")
def test_whatever_a_file_holds_what_is_published_only_shows(inside: str) -> None:
    data = f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{inside}</svg>'
    try:
        made = cleaned(data.encode())
    except Unfit as unfit:
        assert unfit.line >= 1
        return
    for part in etree.fromstring(made.data).iter():
        assert etree.QName(part).namespace == SVG
        assert etree.QName(part).localname in SHAPES - DROPPED
        for name, value in part.attrib.items():
            assert not etree.QName(name).localname.lower().startswith("on")
            assert "//" not in value or value.startswith("data:image/")
    assert cleaned(made.data).data == made.data


@given(st.binary(max_size=60))
def test_bytes_that_are_no_drawing_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(Unfit, match="SVG"):
        cleaned(data)


def test_a_square_drawing_is_in_the_head_of_pages_and_is_every_icon(tmp_path: Path) -> None:
    hub = _hub(tmp_path, drawing())
    page, files = _framed(hub)
    path = _logo(hub).path
    assert re.search(rf'<img class="logo" src="[^"]*/{re.escape(path)}" width="48" height="48" alt="">', page)
    assert 'class="marque"' not in page
    assert files[path] == files[DRAWING] == cleaned(drawing()).data
    for name in ICONS:
        if name != DRAWING:
            with Image.open(io.BytesIO(files[name])) as icon:
                centre = icon.convert("RGBA").getpixel((icon.width // 2, icon.height // 2))
            assert centre[:3] == pytest.approx((0x1F, 0x6F, 0x5C), abs=6), name  # type: ignore[index]


def test_a_long_picture_is_in_the_head_of_pages_and_leaves_icons_to_the_mark(tmp_path: Path) -> None:
    hub = _hub(tmp_path, picture(900, 300), "logo.png")
    page, files = _framed(hub)
    path = _logo(hub).path
    assert f'class="logo logo-long" src="./{path}" width="144" height="48"' in page.replace(
        'src="/', 'src="./'
    )
    with Image.open(io.BytesIO(files[path])) as shown:
        assert (shown.format, shown.size) == ("PNG", (432, 144))
    plain = dict(frames(hub.site.model_copy(update={"logo": None}), ENGINE_CONFIG).files())
    assert [files[name] == plain[name] for name in ICONS] == [True] * len(ICONS)


def test_another_logo_of_the_same_name_is_another_frame(tmp_path: Path) -> None:
    hubs = [_hub(tmp_path / name, drawing(inside)) for name, inside in (("a", TRIANGLE), ("b", TRIANGLE * 2))]
    assert len({frames_key(hub.site, ENGINE_CONFIG, logo=logo_of(hub)) for hub in hubs}) == 2
    assert _logo(hubs[0]).path != _logo(hubs[1]).path


def test_mails_show_a_picture_of_it_on_the_site(tmp_path: Path) -> None:
    hub = _hub(tmp_path, drawing(head='viewBox="0 0 24 12"'))
    html = mail(hub, issue_of(hub, hub.letters[0], towns.TODAY), Renderer(hub), TEMPLATES).html
    address = f"https://mini.example/{_logo(hub).picture}"
    assert re.search(rf'<img src="{re.escape(address)}" alt="" width="96" height="48"', html)
    assert _logo(hub).picture in _framed(hub)[1]


def test_feeds_show_its_icon_and_those_of_a_town_without_a_look_show_none(tmp_path: Path) -> None:
    made = {}
    for name, hub in (("own", _hub(tmp_path / "own", drawing())), ("none", towns.hub_of(tmp_path / "none"))):
        made[name] = dict(feeds_of(hub, towns.TODAY, Renderer(hub), TEMPLATES))
    address = f"https://mini.example/{PICTURE}"
    assert f"<url>{address}</url>" in made["own"]["rss.xml"].decode()
    assert f"<logo>{address}</logo>" in made["own"]["atom.xml"].decode()
    assert json.loads(made["own"]["feed.json"])["icon"] == address
    for path in ("rss.xml", "atom.xml", "feed.json"):
        assert PICTURE not in made["none"][path].decode()


def test_paper_has_it_in_its_proportions(tmp_path: Path) -> None:
    drawn = Look(THEME, _hub(tmp_path / "a", drawing(head='viewBox="0 0 24 12"'))).files("carte")
    assert drawn["marque.svg"].endswith(b"</svg>")
    assert TRIANGLE.encode() in drawn["marque.svg"]
    assert json.loads(drawn["marque.json"]) == 2
    painted = Look(THEME, _hub(tmp_path / "b", picture(900, 300), "logo.png")).files("carte")
    assert json.loads(painted["marque.json"]) == 3
    shown = raster(THEME, painted["marque.svg"], 90, 30)
    assert shown.getpixel((45, 15)) == (0xC0, 0, 0, 255)
    assert shown.getpixel((45, 2)) == (0, 0, 0, 0)
