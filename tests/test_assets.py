"""The site's own style sheets and scripts stand at an address that changes with what they hold."""

from __future__ import annotations

import re
from pathlib import Path

from hub.engine.assets import named_by_content

THEME = [
    ("assets/hub/style/20-b.css", b"b{}"),
    ("assets/hub/style/10-a.css", b"a{}"),
    ("assets/hub/hub.js", b"1"),
    ("assets/favicon.svg", b"<svg/>"),
]


def test_the_parts_of_the_sheet_are_joined_in_the_order_of_their_names() -> None:
    files = dict(named_by_content({}, THEME))
    assert next(data for path, data in files.items() if path.endswith("/hub.css")) == b"a{}\nb{}"
    assert not any("/style/" in path for path in files)


def test_what_is_not_ours_keeps_its_address() -> None:
    assert ("assets/favicon.svg", b"<svg/>") in named_by_content({}, THEME)


def test_pages_follow_the_files() -> None:
    html = {
        "index.html": b'<script src="assets/hub/hub.js">',
        "a/b/index.html": b'<link href="../../assets/hub/hub.css">',
    }
    files = dict(named_by_content(html, THEME))
    for page, address in html.items():
        found = re.search(rb'"(?:\.\./)*([^"]+)"', address)
        assert found
        assert found[1].decode() in files, page


def test_one_changed_letter_moves_them_all_and_nothing_else_does() -> None:
    changed = [(path, data + b" " * path.endswith(".js")) for path, data in THEME]
    first, again, other = ({p for p, _ in named_by_content({}, files)} for files in (THEME, THEME, changed))
    assert first == again
    assert first & other == {"assets/favicon.svg"}


def test_every_file_of_the_theme_that_a_page_names_is_there(example_site: Path) -> None:
    for page in ("index.html", "404.html", "associations/index.html", "agenda/2026/12/index.html"):
        html = (example_site / page).read_text(encoding="utf-8")
        named = re.findall(r'(?:href|src)="(?:[./]*|/)(assets/[^"]+)"', html)
        assert len(named) >= 6
        assert [path for path in named if not (example_site / path).is_file()] == []
