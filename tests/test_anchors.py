"""The anchors that templates write are those that the check knows."""

from __future__ import annotations

import re
from pathlib import Path

from hub.build import THEME, inspect
from hub.checks.known import Known
from hub.markup.anchors import written_by_template
from tests import towns

_ID = re.compile(r' id="([^"]+)"')
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)


def test_what_a_script_looks_for_bears_no_name_that_a_heading_may_have() -> None:
    """Headings are named by their words, in letters and digits."""
    scripts = [file.read_text(encoding="utf-8") for file in (THEME / "overrides").rglob("*.js")]
    templates = [file.read_text(encoding="utf-8") for file in (THEME / "templates").glob("*.html")]
    sought = [name for text in scripts for name in re.findall(r'getElementById\("([^"]+)"\)', text)]
    copied = re.findall(r'data-copie="([^"]+)"', "".join(templates))
    assert len(sought) > 1
    assert len(copied) > 1
    assert [name for name in (*sought, *copied) if not name.startswith("_")] == []


def test_every_anchor_of_a_page_is_a_heading_of_its_text_or_one_of_its_template(example_site: Path) -> None:
    known = Known(inspect(towns.EXAMPLE, towns.TODAY).hub, towns.TODAY)
    unknown = set()
    for page in (one for one in example_site.rglob("index.html") if not towns.is_moved(one)):
        folder = page.parent.relative_to(example_site).as_posix()
        address = "/" if folder == "." else f"/{folder}/"
        main = _MAIN.search(page.read_text("utf-8"))
        assert main, page
        found = set(_ID.findall(main[0])) - known.anchors(address)
        unknown |= {(address, anchor) for anchor in found if not written_by_template(address, anchor)}
    assert unknown == set()


def test_a_template_of_one_section_gives_no_anchor_to_another() -> None:
    assert written_by_template("/agenda/", "par-mois")
    assert not written_by_template("/guides/", "par-mois")
