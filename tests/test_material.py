"""What leaving Material costs is what `docs/architecture.md` says: counted, and one thing only."""

from __future__ import annotations

import pytest

from hub.engine import EngineError, frames, material
from scripts.material import sheet_line, taken
from tests import towns
from tests.test_frames import SITE


def test_the_documentation_says_what_is_counted() -> None:
    told = (towns.ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in (*taken().lines(), sheet_line()) if line not in told] == []


def test_the_frame_takes_no_template_of_material() -> None:
    found = taken()
    assert (found.from_material, found.blocks, found.extensions, found.plugins) == ([], [], [], [])


def test_none_of_its_files_is_published_as_it_is() -> None:
    sheet = material.style_sheet()
    theirs = {file.name for file in sheet.parents[2].rglob("*") if file.is_file()} - {"favicon.png"}
    files = dict(frames(SITE, towns.ENGINE_CONFIG).files())
    assert [path for path in files if path.rpartition("/")[2] in theirs and not path.endswith(".html")] == []


def test_material_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material, "find_spec", lambda name: None)
    with pytest.raises(EngineError, match="mkdocs-material manque"):
        material.style_sheet()
