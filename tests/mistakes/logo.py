"""Mistakes of a town's logo (C055 to C058, D013 to D015)."""

from __future__ import annotations

from base64 import b64encode

from hub.catalogue.attachments import HUGE
from hub.catalogue.rule import Content
from hub.catalogue.settings import OWN, SETTINGS
from tests.drawings import TRIANGLE, drawing, picture
from tests.mistakes.case import Case, Expected
from tests.towns import edited

SVG, PNG = "content/images/logo.svg", "content/images/logo.png"


def _named(path: str, *files: tuple[str, bytes]) -> dict[str, Content]:
    return {**edited(SETTINGS, OWN, f"{OWN}\n    logo: {path}"), **dict(files)}


def _drawn(content: bytes) -> dict[str, Content]:
    return _named(SVG, (SVG, content))


def _at(code: str, path: str = SVG, line: int = 1) -> Expected:
    return [(code, path, line, 1)]


_PROGRAMS = (
    "<script>alert(1)</script>",
    '<path onload="alert(1)" d="M0 0"/>',
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>",
    '<set attributeName="d" to="M0 0"/>',
    '<use href="https://ailleurs.example/a.svg#a"/>',
    '<image href="https://ailleurs.example/a.png" width="9" height="9"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>',
    "<style>@import 'https://ailleurs.example/a.css';</style>",
    '<path style="fill: url(https://ailleurs.example/a.svg#a)" d="M0 0"/>',
    '<path fill="ur\\6c(https://ailleurs.example/#a)" d="M0 0"/>',
    "<style>svg { cursor: image-set('//ailleurs.example/a.png' 1x) }</style>",
    '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
)
_ENTITY = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n'

CASES: list[Case] = [
    ("a logo, drawn", _drawn(drawing()), []),
    ("a logo, painted", _named(PNG, (PNG, picture(300, 100))), []),
    ("a logo that is a photo", _named("content/images/logo.jpg"), [("C055", SETTINGS, 9, 11)]),
    ("a logo elsewhere", _named("logo.svg"), [("C055", SETTINGS, 9, 11)]),
    ("a logo that is not there", _named(SVG), [("C056", SETTINGS, 9, 11)]),
    (
        "a logo of another name",
        _named("content/images/logo-mini.svg", (PNG, picture(90, 90))),
        [("C056", SETTINGS, 9, 11), *_at("D002", PNG)],
    ),
    *((f"in a logo: {one[:30]}", _drawn(drawing(one)), _at("D013", line=2)) for one in _PROGRAMS),
    ("entities in a logo", _drawn(drawing("&a;", before=_ENTITY)), _at("D013")),
    ("a logo that is a page", _drawn(b"<html><body>Mini</body></html>"), _at("D014")),
    ("a logo that was cut", _drawn(drawing()[:80]), _at("D014", line=2)),
    ("a logo without a size", _drawn(drawing(head='width="100%"')), _at("D014")),
    ("a logo like a line", _drawn(drawing(head='viewBox="0 0 700 10"')), _at("D014")),
    ("a painted logo like a line", _named(PNG, (PNG, picture(90, 200))), _at("D014", PNG)),
    ("a logo that is drawn again and again", _drawn(drawing('<use href="#a"/>' * 101)), _at("D014", line=2)),
    (
        "a logo that repeats what repeats",
        _drawn(drawing(f'<g id="a">{TRIANGLE}</g><g id="b"><use href="#a"/></g><use href="#b"/>')),
        _at("D014", line=2),
    ),
    (
        "a picture beyond measure in a logo",
        _drawn(
            drawing(f'<image href="data:image/png;base64,{b64encode(HUGE).decode()}" width="9" height="9"/>')
        ),
        _at("D014", line=2),
    ),
    (
        "a logo that holds a picture, and conditions",
        _drawn(
            drawing(
                '<g requiredFeatures="http://www.w3.org/TR/SVG11/feature#Shape"><image '
                f'href="data:image/png;base64,{b64encode(picture(9, 9)).decode()}" width="9" height="9"/></g>'
            )
        ),
        [],
    ),
    ("a logo that weighs", _drawn(drawing(" " * 300_000 + TRIANGLE)), _at("D015")),
    ("words in a logo", _drawn(drawing('<text x="1" y="9">Mini</text>')), _at("C057")),
    ("a logo for a stamp", _named(PNG, (PNG, picture(40, 40))), _at("C058", PNG)),
    ("a painted logo that was cut", _named(PNG, (PNG, picture(90, 90)[:60])), _at("D004", PNG)),
    ("a painted logo beyond measure", _named(PNG, (PNG, HUGE)), _at("D007", PNG)),
    (
        "a drawing that is no logo",
        {"content/images/plan.svg": drawing()},
        [("D003", "content/images/plan.svg", 1, 1), ("D002", "content/images/plan.svg", 1, 1)],
    ),
]
