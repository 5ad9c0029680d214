"""The site's own style sheets and scripts stand at an address that changes with what they hold."""

from __future__ import annotations

import re
from pathlib import Path

from hub.engine.assets import published

THEME = [
    ("assets/hub/style/20-b.css", b"b{}"),
    ("assets/hub/style/10-a.css", b"a{}"),
    ("assets/hub/hub.js", b"1"),
    ("assets/favicon.svg", b"<svg/>"),
]


def test_the_parts_of_the_sheet_are_joined_in_the_order_of_their_names() -> None:
    folder, files = published(THEME)
    assert dict(files)[f"{folder}hub.css"] == b"a{}b{}"
    assert not any("/style/" in path for path, _ in files)


def test_what_is_not_ours_keeps_its_address() -> None:
    assert ("assets/favicon.svg", b"<svg/>") in published(THEME)[1]


def test_templates_and_what_they_include_are_not_published() -> None:
    _, files = published([*THEME, ("main.html", b""), ("partials/a.html", b""), (".icons/b.svg", b"")])
    assert files == published(THEME)[1]


def test_one_changed_letter_moves_them_all_and_nothing_else_does() -> None:
    changed = [(path, data + b" " * path.endswith(".js")) for path, data in THEME]
    first, again, other = ({path for path, _ in published(files)[1]} for files in (THEME, THEME, changed))
    assert first == again
    assert first & other == {"assets/favicon.svg"}


def test_every_file_of_the_theme_that_a_page_names_is_there(example_site: Path) -> None:
    for page in ("index.html", "404.html", "associations/index.html", "agenda/2026/12/index.html"):
        html = (example_site / page).read_text(encoding="utf-8")
        named = re.findall(r'(?:href|src)="(?:[./]*|/)(assets/[^"]+)"', html)
        assert len(named) >= 6
        assert [path for path in named if not (example_site / path).is_file()] == []
