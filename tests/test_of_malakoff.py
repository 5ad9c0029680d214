"""A test that leans on the files of Malakoff says so: another town has others there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hub.build import inspect
from tests import towns
from tests.of_malakoff import WATCH


@pytest.mark.malakoff
@pytest.mark.parametrize(
    "read",
    [
        lambda: inspect(towns.ROOT, towns.TODAY),
        lambda: (towns.ROOT / "associations.yaml").read_text(encoding="utf-8"),
        lambda: list((towns.ROOT / "content").rglob("*.md")),
        (towns.ROOT / "minutes/2021-11-25-bureau.md").read_bytes,
    ],
    ids=["a town", "a register", "a folder", "a text"],
)
def test_whoever_opens_the_files_of_malakoff_is_seen(read: Callable[[], object]) -> None:
    read()
    assert WATCH.opened


def test_who_reads_the_program_and_other_towns_is_not(tmp_path: Path) -> None:
    inspect(towns.EXAMPLE, towns.TODAY)
    inspect(towns.write(tmp_path), towns.TODAY)
    assert (towns.ROOT / "docs/architecture.md").read_bytes()
    assert WATCH.opened == []
