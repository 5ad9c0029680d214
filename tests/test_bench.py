"""The bench: what it changes, compares and counts, before any figure is believed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from bench import hugo, newcomer, plain, report, town, warm, words
from bench.edits import edit, texts
from bench.measure import Cost, run, surroundings
from hub.build import inspect
from hub.checks import Severity
from hub.model.kinds import KINDS

SMALL = town.Size("tiny", associations=60, minutes=6, events=6, guides=2, calls=1, news=1, letters=1)


@pytest.fixture(scope="module")
def tiny() -> town.Town:
    return town.make(SMALL)


def test_each_edit_adds_a_word_that_stands_nowhere_else_to_another_text(tmp_path: Path) -> None:
    for day in ("2026-01-24-pleniere", "2026-03-10-bureau", "index"):
        (tmp_path / f"{day}.md").write_text("Un texte.\n", "utf-8")
    made = [edit(tmp_path, number) for number in range(3)]
    said = [file.read_text("utf-8") for file in texts(tmp_path)]
    assert [one.address for one in made[:2]] == [
        "/comptes-rendus/2026-01-24-pleniere/",
        "/comptes-rendus/2026-03-10-bureau/",
    ]
    assert [[one.word in text for one in made] for text in said] == [
        [True, False, True],
        [False, True, False],
    ]


def test_a_file_that_is_other_or_lacks_is_told(tmp_path: Path) -> None:
    for side, files in (("a", {"x": "1", "y": "1", "z": "1"}), ("b", {"x": "1", "y": "2", "deep/z": "1"})):
        for name, text in files.items():
            (tmp_path / side / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / side / name).write_text(text)
    assert warm.different(tmp_path / "a", tmp_path / "b") == ["deep/z", "y", "z"]
    assert warm.different(tmp_path / "a", tmp_path / "a") == []


def test_the_names_of_a_large_town_are_all_different_and_those_of_a_small_one_as_before() -> None:
    names = words.names(Random(1), 20_000)
    assert len({words.slug(name) for name in names}) == 20_000
    assert not any(" de la Gare Basse" in name for name in words.names(Random(1), words.DIFFERENT))


def test_minutes_of_one_day_have_names_of_their_own() -> None:
    size = town.Size("many", associations=60, minutes=4_000, events=1, guides=1, calls=1, news=1, letters=1)
    made = town.make(size).minutes
    assert len({one.id for one in made}) == 4_000
    assert all(one.id.startswith(f"{one.date}-{one.instance}-") for one in made)


def test_the_town_lives_in_every_kind_and_the_program_finds_no_fault_in_it(
    tmp_path: Path, tiny: town.Town
) -> None:
    town.write(tiny, tmp_path / "town")
    found = inspect(tmp_path / "town", town.TODAY)
    assert [one for one in found.problems if one.severity is Severity.ERROR] == []
    unlike = {"redirections"}
    assert [kind.attribute for kind in KINDS if not found.hub.of(kind) and kind.attribute not in unlike] == []
    assert any(one.votes for one in found.hub.minutes)


def test_what_the_council_lives_has_its_pages_on_the_other_sites_too(tmp_path: Path, tiny: town.Town) -> None:
    plain.write(tiny, tmp_path / "plain", "sections")
    docs = tmp_path / "plain/docs"
    for folder, (_, things) in tiny.life.sections.items():
        assert {one.stem for one in (docs / folder).glob("*.md")} == {"index", *(one.id for one in things)}
    assert "| association | voix | elu |" in next((docs / "scrutins").glob("2*.md")).read_text("utf-8")
    assert "## Votes" in next((docs / "comptes-rendus").glob("2*.md")).read_text("utf-8")


def test_hugo_and_mkdocs_have_the_same_pages_whose_links_lead_to_one_another(
    tmp_path: Path, tiny: town.Town
) -> None:
    hugo.write(tiny, tmp_path / "hugo")
    plain.write(tiny, tmp_path / "plain", "sections")
    ones = {p.relative_to(tmp_path / "hugo/content") for p in (tmp_path / "hugo/content").rglob("*.md")}
    others = {p.relative_to(tmp_path / "plain/docs") for p in (tmp_path / "plain/docs").rglob("*.md")}
    assert {p.with_name("index.md") if p.name == "_index.md" else p for p in ones} == others
    minutes = tiny.minutes[0].id
    page = (tmp_path / "hugo/content/comptes-rendus" / f"{minutes}.md").read_text("utf-8")
    assert page.startswith('+++\ntitle = "Compte rendu : ')
    assert "](/" in page
    assert "](../" in (tmp_path / "plain/docs/comptes-rendus" / f"{minutes}.md").read_text("utf-8")


def test_the_memory_of_copies_is_counted_with_the_program_and_that_of_others_beside() -> None:
    held = "x = bytearray(b'1' * 40_000_000); import time; time.sleep(0.5)"
    copies = f"import os; os.fork(); {held}"
    cost = run([sys.executable, "-c", copies])
    assert 75 < cost.own < 150
    assert cost.beside == 0
    other = f"import subprocess; subprocess.run(['sleep', '0.5']); {held}"
    assert run([sys.executable, "-c", other]).beside > 0


def test_what_is_measured_may_keep_what_it_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in surroundings({"A": "b"})


def test_a_newcomer_has_nothing_of_this_environment_but_where_libraries_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_TRACE", "1")
    monkeypatch.setenv("PIP_CERT", "/x.pem")
    there = newcomer.surroundings(tmp_path)
    assert there["PIP_CERT"] == "/x.pem"
    assert there["HOME"] == f"{tmp_path}"
    assert "HUB_TRACE" not in there


def test_what_grows_as_its_pages_do_is_linear() -> None:
    small, large = Cost(10, 8, 1, 1), Cost(110, 176, 1, 1)
    lines = [" ".join(line.split()) for line in report.linear((small, 100), (large, 1_000))]
    assert lines == [
        "L/M: wall time, over linear 1.10 (11.0 for 10.0 times the pages) target ≤ 1.2",
        "L/M: CPU time, over linear 2.20 (22.0 for 10.0 times the pages) target ≤ 1.2",
    ]


def test_both_ratios_stand_beside_their_targets_and_hugo_only_where_it_is() -> None:
    pair = (Cost(2, 3, 100, 100), Cost(4, 2, 50, 50))
    lines = [" ".join(line.split()) for line in report.comparison({"S": report.Builds((pair,), (7, 6))})]
    assert lines[1:3] == ["S hub 7 2.00 3.00 100", "S mkdocs 6 4.00 2.00 50"]
    assert lines[4:] == [
        "S: wall time, hub / mkdocs 0.500 (0.500–0.500) target ≤ 0.5",
        "S: CPU time, hub / mkdocs 1.500 (1.500–1.500) target ≤ 1.0",
    ]
    with_hugo = report.Builds((pair,), (7, 6), (Cost(1, 1, 20, 20),), 5)
    assert "hugo" in [*report.comparison({"S": with_hugo})][3]


def test_the_command_line_says_what_can_be_measured_alone() -> None:
    command = [sys.executable, "-m", "bench", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert all(kind in told for kind in ("warm", "serve", "large", "site"))
