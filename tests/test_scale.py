"""Ten times the entries, ten times the work: counted in calls, which nothing else on the machine changes."""

from __future__ import annotations

import cProfile
from pathlib import Path

import pytest

from bench import scale
from bench.town import TODAY
from hub import report
from hub.build import Inspected, inspect
from hub.checks import Problem, Severity, suggest
from hub.checks.coincidences import dates_that_compete
from hub.checks.suggest import Candidate, Suggestions
from hub.report import REPORTS
from tests import towns

SMALL, LARGE = 150, 1_500
TOO_MUCH = 1.2
"""Above as many times the work as there are entries, by this factor; a quadratic would be at ten."""


def _calls(folder: Path, number: int, mistakes: int = 0) -> int:
    """The calls of Python functions that a check makes."""
    scale.write(folder, number, mistakes)
    inspect(folder, TODAY)  # what is loaded and cached the first time is no work of the second
    profile = cProfile.Profile()
    profile.runcall(inspect, folder, TODAY)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("share", [0, 10], ids=["without a mistake", "with a mistake in ten"])
def test_the_work_of_a_check_grows_as_the_directory_does(tmp_path: Path, share: int) -> None:
    small, large = (
        _calls(tmp_path / f"{number}", number, number // share if share else 0) for number in (SMALL, LARGE)
    )
    assert large / small < TOO_MUCH * LARGE / SMALL


def test_dates_that_compete_are_found_in_linear_time(tmp_path: Path) -> None:
    """Every one of them in the same hall, on the same day, for the same public."""
    head = "---\ntitre: Bal\ndebut: 2026-12-05 18:30\ncategorie: evenement\n"
    text = f"{head}lieu: {{nom: Salle Verte}}\npublic: associations\n---\n"
    calls = []
    for number in (SMALL, LARGE):
        town = towns.write(
            tmp_path / f"{number}", {f"content/agenda/bal-{n}.md": text for n in range(number)}
        )
        hub = inspect(town, towns.TODAY).hub
        profile = cProfile.Profile()
        profile.runcall(lambda: list(dates_that_compete(hub, towns.TODAY)))  # noqa: B023
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] / calls[0] < TOO_MUCH * LARGE / SMALL


def test_a_thousand_mistakes_of_several_kinds_are_all_told(tmp_path: Path) -> None:
    scale.write(tmp_path / "ville", 2_000, 1_000)
    found: Inspected = inspect(tmp_path / "ville", TODAY)
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert {problem.code for problem in errors} == {"A012", "C001", "C006", "C011", "C016", "C018"}
    assert len(errors) >= 1_900  # a name that lost a letter may be another's


def test_a_report_opens_each_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "associations.yaml").write_text("nom: x\n" * 1_000, encoding="utf-8")
    opened: list[str] = []
    real = report.open_plain
    monkeypatch.setattr(report, "open_plain", lambda root, path: opened.append(path) or real(root, path))
    problems = [
        Problem("associations.yaml", line, 1, "C001", Severity.ERROR, f"Ligne {line}.", "")
        for line in range(1, 1_001)
    ]
    assert REPORTS["text"](problems, tmp_path, 1).count("^") == 1_000
    assert opened == ["associations.yaml"]


def test_candidates_are_gathered_once_for_many_mistakes() -> None:
    gathered: list[int] = []

    def candidates() -> list[Candidate]:
        gathered.append(1)
        return [Candidate("licornes"), Candidate("dragons")]

    near = Suggestions(candidates)
    assert {near.did_you_mean(f"licorne{n}", "?") for n in range(10)} == {"Vouliez-vous dire « licornes » ?"}
    assert len(gathered) == 1


def test_beyond_a_number_of_comparisons_the_general_remedy_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggest, "COMPARISONS", 4)
    near = Suggestions(lambda: [Candidate("licornes"), Candidate("dragons")])
    remedies = [near.did_you_mean(word, "Cherchez.") for word in ("licorne", "dragon", "licornee", "licorne")]
    assert remedies == [
        "Vouliez-vous dire « licornes » ?",
        "Vouliez-vous dire « dragons » ?",
        "Cherchez.",
        "Vouliez-vous dire « licornes » ?",
    ]
