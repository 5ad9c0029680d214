"""A character too many or too few in good sources: a clean site, or a problem where the hand slipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import inspect
from hub.checks import Problem
from tests.mutants import DELETED, INSERTED, Mutant, Town, Verdict
from tests.towns import EXAMPLE, TODAY

TOWN = Town()
PATHS = sorted(TOWN.texts)
SECONDS = 2.0
"""Of the processor, for a mutant."""


@st.composite
def mutants(draw: st.DrawFn) -> Mutant:
    """A mutant of any file; one in three is of a register."""
    path = draw(st.sampled_from(PATHS) | st.sampled_from(["associations.yaml", "bureau.yaml"]))
    typed = draw(st.sampled_from([DELETED, *INSERTED]))
    return Mutant(path, draw(st.integers(0, len(TOWN.texts[path]) - 1)), typed)


@settings(max_examples=400, deadline=None, derandomize=True)  # `tests.mutations` seeks others
@given(mutants())
def test_a_slip_leaves_a_clean_site_or_a_problem_where_it_is(mutant: Mutant) -> None:
    judged = TOWN.judge(mutant)
    assert judged.verdict is not Verdict.ELSEWHERE, "\n".join(map(str, judged.problems))
    assert judged.seconds < SECONDS


SLIPS = [
    (
        "a quote that another closes, lines below",
        "minutes/2023-10-12-bureau.md",
        "- Machin-truc",
        "- 'Machin-truc",
    ),
    ("a bracket that nothing closes", "minutes/2025-11-15-pleniere.md", "- Langues", "- [Langues"),
    (
        "an invisible space before a remark",
        "associations.yaml",
        "# les associations",
        "\u00a0# les associations",
    ),
    ("a line broken in its margin", "associations.yaml", "    statut: active", "    \nstatut: active"),
    ("a line broken in its key", "content/agenda/cafe-reparation.md", "  frequence:", "  f\nrequence:"),
    ("a text broken at its margin", "associations.yaml", "à l'entrée, un", "à l'entré\ne, un"),
    ("a remark that lost its sign", "associations.yaml", "# L'annuaire", " L'annuaire"),
    ("a field made a remark", "associations.yaml", "    college:", "   # college:"),
    ("a seat made a remark", "bureau.yaml", "      - {association: repar", "   #  - {association: repar"),
    ("a closing fence that lost a dash", "content/conseil.md", "\n---\n", "\n--\n"),
    ("a key of the top of mkdocs.yml", "mkdocs.yml", "site_url:", "site_ul:"),
    ("a link in the middle of a text", "associations.yaml", "asso:repar-tout", "asso:repa-tout"),
    ("an alias that somebody uses", "associations.yaml", "AAPR", "AAR"),
    ("a theme that associations have", "associations.yaml", "- id: musique", "- id: musiqu"),
    ("a college that associations have", "bureau.yaml", "- id: sports-loisirs", "- id: sports-loisis"),
]


@pytest.mark.parametrize(
    ("path", "old", "new"), [slip[1:] for slip in SLIPS], ids=[slip[0] for slip in SLIPS]
)
def test_a_slip_is_told_at_its_line_or_names_it(path: str, old: str, new: str) -> None:
    text = TOWN.texts[path]
    line = text.count("\n", 0, text.index(old) + len(old) - len(old.lstrip())) + 1
    problems = TOWN.new(TOWN.rechecker.recheck(path, text.replace(old, new, 1)))
    assert problems
    assert any(_tells(problem, path, line) for problem in problems), "\n".join(map(str, problems))


def _tells(problem: Problem, path: str, line: int) -> bool:
    at_it = problem.path == path and abs(problem.line - line) <= 1
    return at_it or f"({path}:{line})" in problem.remedy


def test_what_is_checked_again_is_what_the_whole_check_finds(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    for mutant in islice(_some(Random(2026)), 40):
        text = TOWN.texts[mutant.path]
        (tmp_path / mutant.path).write_bytes(mutant.of(text).encode())
        whole = TOWN.new(inspect(tmp_path, TODAY).problems)
        (tmp_path / mutant.path).write_bytes(text.encode())
        assert _places(TOWN.judge(mutant).problems) == _places(whole), mutant


def _places(problems: list[Problem]) -> set[tuple[str, int, str, str]]:
    return {(one.path, one.line, one.code, one.message) for one in problems}


def _some(rng: Random) -> Iterator[Mutant]:
    """Mutants of which many are of the beginnings of files, where the fields are."""
    while True:
        path = rng.choice([*PATHS, "associations.yaml", "bureau.yaml"])
        index = int(len(TOWN.texts[path]) * rng.random() ** 2)
        yield Mutant(path, index, rng.choice([DELETED, *INSERTED]))
