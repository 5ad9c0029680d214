"""The anchors that templates write are those that the check knows."""

from __future__ import annotations

import re
from pathlib import Path

from hub.build import inspect
from hub.checks.anchors import Pages
from hub.markup.anchors import written_by_template
from tests import towns

_ID = re.compile(r' id="([^"]+)"')
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)


def test_every_anchor_of_a_page_is_a_heading_of_its_text_or_one_of_its_template(example_site: Path) -> None:
    pages = Pages(inspect(towns.EXAMPLE, towns.TODAY).hub)
    unknown = set()
    for page in (one for one in example_site.rglob("index.html") if not towns.is_moved(one)):
        folder = page.parent.relative_to(example_site).as_posix()
        address = "/" if folder == "." else f"/{folder}/"
        main = _MAIN.search(page.read_text("utf-8"))
        assert main, page
        found = set(_ID.findall(main[0])) - pages.anchors(address)
        unknown |= {(address, anchor) for anchor in found if not written_by_template(address, anchor)}
    assert unknown == set()


def test_a_template_of_one_section_gives_no_anchor_to_another() -> None:
    assert written_by_template("/agenda/", "par-mois")
    assert not written_by_template("/guides/", "par-mois")
