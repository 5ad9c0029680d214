"""Whatever the files hold, the answer is problems: never a traceback, never a site built on sand."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import feedparser
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hub.build import TEMPLATES, build, inspect
from hub.checks import Severity
from hub.markup import Renderer
from hub.pages import sheets
from hub.pages.page import Pages
from tests import towns

QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

KEYS = st.sampled_from(
    "id nom alias statut college themes associations objet site adresse publics colleges mandats debut fin "
    "sieges association role vacants nombre commissions membres instance date presents suivi prochaine titre "
    "recurrence frequence jour rang sauf lieu organisateurs extra hub site_url".split()
)
WORDS = st.sampled_from(
    [
        "",
        "licornes",
        "vert",
        "a-confirmer",
        "2026-03-10",
        "2026-13-40",
        "bureau",
        "mardi",
        "0",
        "-1",
        "x" * 200,
    ]
) | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=8)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(KEYS, VALUES, max_size=6)

PATHS = sorted(towns.MINIATURE)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The folder of the miniature, of which each example writes one file anew."""
    return towns.write(tmp_path)


def _as_file(path: str, data: Any) -> str:
    """`data` as YAML (JSON is YAML), in a front matter where the file has one."""
    text = json.dumps(data, ensure_ascii=False)
    return f"---\n{text}\n---\n## Texte\n" if path.endswith(".md") else text


@pytest.mark.parametrize("path", PATHS)
@QUICK
@given(data=MAPPINGS)
def test_any_values_in_any_file_are_answered_by_problems(town: Path, path: str, data: dict[str, Any]) -> None:
    _answers(town, path, _as_file(path, data).encode())


@pytest.mark.parametrize("path", PATHS)
@QUICK
@given(
    place=st.floats(0, 1),
    length=st.integers(0, 3),
    inserted=st.sampled_from(["", ":", "-", " ", "\n", '"', "[", "é", "#"]),
)
def test_any_slip_of_the_hand_is_answered_by_problems_or_a_site(
    town: Path, path: str, place: float, length: int, inserted: str
) -> None:
    text = towns.MINIATURE[path]
    at = int(place * len(text))
    _answers(town, path, (text[:at] + inserted + text[at + length :]).encode())


KINDS = (
    "associations.yaml",
    "bureau.yaml",
    "mkdocs.yml",
    "minutes/2026-03-10-bureau.md",
    "content/agenda/yoga.md",
    "content/guides/semer.md",
)
"""A file of each kind."""


@pytest.mark.parametrize("path", KINDS)
@QUICK
@example(data=b"\r\x80")
@given(data=st.binary(max_size=300))
def test_any_bytes_in_any_file_are_answered_by_problems(town: Path, path: str, data: bytes) -> None:
    _answers(town, path, data)


@pytest.mark.parametrize("path", KINDS)
@QUICK
@given(place=st.floats(0, 1), length=st.integers(0, 40), data=st.binary(max_size=20))
def test_any_bytes_in_the_middle_of_any_file_are_answered_by_problems_or_a_site(
    town: Path, path: str, place: float, length: int, data: bytes
) -> None:
    good = towns.MINIATURE[path].encode()
    at = int(place * len(good))
    _answers(town, path, good[:at] + data + good[at + length :])


@pytest.mark.parametrize("path", KINDS)
def test_aliases_that_would_be_a_billion_values_are_one_problem(tmp_path: Path, path: str) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
    )
    text = f"---\n{bomb}---\nTexte.\n" if path.endswith(".md") else bomb
    problems = towns.inspected(tmp_path, {path: text}).problems
    assert [(problem.code, problem.path) for problem in problems] == [("T016", path)]


TITLES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]), min_size=1, max_size=30
).filter(str.strip)
BODIES = st.text(alphabet="ab *_-#>[]()!`|:\n1.<&;'é", max_size=120)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=TITLES, body=BODIES)
def test_any_title_and_text_that_pass_the_checks_become_a_site_and_feeds(
    tmp_path_factory: pytest.TempPathFactory, title: str, body: str
) -> None:
    folder = tmp_path_factory.mktemp("ville")
    news = _as_file(
        "x.md", {"titre": title, "publie_le": "2026-11-10", "associations": ["coeur", "a-confirmer"]}
    )
    found = inspect(
        towns.write(folder / "sources", {"content/actualites/pluie.md": news + body}), towns.TODAY
    )
    if found.sound:
        build(found.hub, towns.TODAY, folder / "site")
        assert not feedparser.parse((folder / "site" / "rss.xml").read_bytes()).bozo


SECONDS = 2.0
"""Of the processor, however busy the machine is."""


def _answers(town: Path, path: str, data: bytes) -> None:
    (town / path).write_bytes(data)
    start = process_time()
    _answered(town, path)
    assert process_time() - start < SECONDS


OF_THE_PROGRAM = "/contribuer/"
"""Below it pages are of the program's own words, and read the settings of a town alone: a third of all."""


def _answered(town: Path, path: str) -> None:
    found = inspect(town, towns.TODAY)
    if found.sound:
        tools = Pages(found.hub, towns.TODAY, Renderer(found.hub), TEMPLATES, {})
        asked = [
            sheet
            for sheet in sheets(tools)
            if path == "mkdocs.yml"
            or sheet.address == OF_THE_PROGRAM
            or not sheet.address.startswith(OF_THE_PROGRAM)
        ]
        assert [sheet.make(tools) for sheet in asked]
        return
    assert any(problem.severity is Severity.ERROR for problem in found.problems)
    for problem in found.problems:
        text = (town / problem.path).read_text(encoding="utf-8", errors="replace")
        lines = text.split("\n")
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert problem.message.strip()
