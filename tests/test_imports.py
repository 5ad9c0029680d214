"""What a check loads: a clerk's machine is slow, and waits for every module."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hub.catalogue import CATALOGUE
from hub.catalogue.rule import Made
from tests import towns

OF_OTHERS = (
    *("PIL", "asyncio", "bs4", "css_inline", "feedgen", "http", "icalendar", "jinja2", "lxml", "markdown"),
    *("material", "mkdocs", "multiprocessing", "nh3", "pagefind", "smtplib", "ssl", "typst", "zxingcpp"),
    *("watchdog", "weasyprint", "hub.engine", "hub.feeds", "hub.media", "hub.pages", "hub.search"),
    *("hub.changes", "hub.publish", "hub.serve", "hub.images", "hub.schemas", "hub.handbook", "hub.explain"),
    *(
        "charset_normalizer",
        "hub.exporting",
        "hub.importing",
        "mammoth",
        "odfdo",
        "openpyxl",
        "pypdf",
        "python_calamine",
    ),
    "hub.mailing.command",
)
"""What only the other commands need."""

OF_MISTAKES = ("rapidfuzz", "stdnum", "zipfile")
"""What only a mistake, a number of a register or an office document needs."""

OF_PLUGINS = ("email", "importlib.metadata")
"""What pydantic would look for plugins with."""

OF_NUMBERS = ("phonenumbers",)
"""What only a telephone number needs."""


def loaded(code: str) -> set[str]:
    """The modules that a new Python holds after `code`, and their packages."""
    command = [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"]
    ran = subprocess.run(command, cwd=towns.ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def of_a_check(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the check of a town without a mistake loads."""
    folder = tmp_path_factory.mktemp("town")
    source = towns.write(folder / "sources")
    arguments = ["check", "--source", str(source), "--out", str(folder / "site"), "--today", f"{towns.TODAY}"]
    return loaded(f"from hub.cli import main\nassert main({arguments!r}) == 0")


@pytest.fixture(scope="module")
def of_a_site() -> set[str]:
    """What makes a site."""
    return loaded("import hub.build\nimport hub.site")


@pytest.mark.parametrize("name", [*OF_OTHERS, *OF_MISTAKES, *OF_PLUGINS, *OF_NUMBERS])
def test_a_check_does_not_load(of_a_check: set[str], name: str) -> None:
    assert name not in of_a_check


def test_what_a_check_loads_is_seen(of_a_check: set[str]) -> None:
    assert {"pydantic", "yaml", "hub.checks.runner"} <= of_a_check


def test_models_are_made_without_a_look_at_what_is_installed() -> None:
    assert "importlib.metadata" not in loaded("import hub.model")


@pytest.mark.parametrize("name", ["http", "smtplib", "ssl", "urllib.request"])
def test_what_makes_a_site_loads_nothing_that_speaks_to_the_network(of_a_site: set[str], name: str) -> None:
    assert name not in of_a_site


@pytest.mark.parametrize(
    "name", ["hub.importing", "mammoth", "odfdo", "openpyxl", "pypdf", "python_calamine"]
)
def test_what_makes_a_site_loads_nothing_of_imports(of_a_site: set[str], name: str) -> None:
    assert name not in of_a_site


def test_a_heavy_example_is_made_when_it_is_laid(tmp_path: Path) -> None:
    example = CATALOGUE["D005"].example
    heavy = [content for content in example.wrong.values() if isinstance(content, Made)]
    assert [len(content.make()) for content in heavy] > [10_000_000]
    at_hand = [content for rule in CATALOGUE.values() for content in rule.example.wrong.values()]
    assert max(len(content) for content in at_hand if isinstance(content, bytes)) < 1_000_000


def test_a_check_says_all_that_it_found_before_it_leaves(tmp_path: Path) -> None:
    source = towns.write(tmp_path / "sources", {"content/guides/semer.md": None})
    command = [sys.executable, "build.py", "check", "--source", f"{source}", "--out", f"{tmp_path / 'site'}"]
    (source / "content/index.md").write_text("Rien.", encoding="utf-8")
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    ran = subprocess.run(command, cwd=towns.ROOT, env=buffered, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "content/index.md:1:1: erreur T020" in ran.stdout
    assert ran.stdout.endswith("python build.py explain T020\n")
    assert ran.stderr == ""
