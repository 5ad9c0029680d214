"""Files that git ignores and a proposal forces in: `make` refuses them before anything runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests import towns


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in ("Makefile", ".gitignore"):
        shutil.copy(towns.ROOT / name, tmp_path)
    _git(tmp_path, "init", "--quiet")
    _git(tmp_path, "add", ".")
    return tmp_path


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def _made(folder: Path, target: str = "hidden") -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", target], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "path",
    ["hub/__pycache__/a.pyc", "theme/a.pyc", ".site.medias/a", "site/images/a.png", ".venv/bin/python"],
)
def test_a_file_that_git_ignores_and_somebody_forced_in_is_refused(clone: Path, path: str) -> None:
    (clone / path).parent.mkdir(parents=True)
    (clone / path).write_bytes(b"x")
    assert _made(clone).returncode == 0, "what is only on the machine is the machine's"
    _git(clone, "add", "--force", path)
    said = _made(clone)
    assert said.returncode != 0
    assert path in said.stderr


def test_a_proposal_that_changes_what_git_ignores_hides_nothing(clone: Path) -> None:
    (clone / ".gitignore").write_text("")
    (clone / "hub").mkdir()
    (clone / "hub" / "a.cpython-311.pyc").write_bytes(b"x")
    _git(clone, "add", ".")
    assert "a.cpython-311.pyc" in _made(clone).stderr


def test_a_folder_without_history_is_built_all_the_same(clone: Path) -> None:
    shutil.rmtree(clone / ".git")
    assert _made(clone).returncode == 0


def test_this_repository_holds_no_such_file() -> None:
    assert _made(towns.ROOT).stderr == ""
