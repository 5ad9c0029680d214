"""What the program gives to a town of contents alone: a Makefile, the jobs of its forge."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from hub.given import FORGES, MARK, files, renewed
from hub.rewriting import write
from hub.upgrading import upgrade
from tests import installed, towns
from tests.jobs import git
from tests.made_once import Shared
from tests.other_words import WITHOUT_COLLEGE

WORKFLOWS = re.compile(r"\.(?:github|forgejo)/workflows/.*|\.gitlab-ci\.yml")
PROGRAMME = "# à confirmer : hub-vie-associative @ https://…\n"


def jobs(forge: str) -> Iterator[tuple[str, list[str]]]:
    """The jobs of a forge, and what their steps run."""
    for path, text in files(forge).items():
        if not WORKFLOWS.fullmatch(path):
            continue
        said: dict[str, Any] = yaml.safe_load(text)
        found = (
            said["jobs"] if "jobs" in said else {name: one for name, one in said.items() if "script" in one}
        )
        for name, job in found.items():
            steps = job.get("script") or [step["run"] for step in job["steps"] if "run" in step]
            yield f"{path} {name}", list(steps)


@pytest.mark.parametrize("forge", FORGES)
def test_a_job_installs_the_program_before_it_calls_it(forge: str) -> None:
    found = dict(jobs(forge))
    assert len(found) >= 6
    for name, steps in found.items():
        calls = [at for at, step in enumerate(steps) if "hub.forge" in step]
        if calls:
            assert "make install" in steps[: calls[0]], name
        assert [step for step in steps if "python3 -m hub" in step or "make test" in step] == [], name


@pytest.mark.parametrize("forge", FORGES)
def test_whatever_a_job_makes_is_in_the_makefile(forge: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", files(forge)["Makefile"], re.MULTILINE))
    asked = {
        made for _, steps in jobs(forge) for step in steps for made in re.findall(r"make ([a-z-]+)", step)
    }
    assert asked <= targets
    assert {"site", "check", "ready"} <= asked


@pytest.mark.parametrize("forge", FORGES)
def test_the_tests_of_the_program_are_none_of_a_town_s_jobs(forge: str) -> None:
    assert [path for path in files(forge) if "programme" in path] == []
    assert "\nprogramme:" not in files(forge).get(".gitlab-ci.yml", "")
    of_others = {
        "github": (".gitlab", ".forgejo"),
        "forgejo": (".gitlab",),
        "gitlab": (".github", ".forgejo"),
    }
    assert [path for path in files(forge) if path.startswith(of_others[forge])] == []


@pytest.mark.parametrize("forge", FORGES)
def test_no_file_sends_a_town_to_a_page_or_a_command_that_it_has_not(forge: str) -> None:
    given = files(forge)
    named = re.compile(r"\b(?:docs/[\w./-]+|build\.py)")
    assert {path: found for path, text in given.items() if (found := named.findall(text))} == {}


def lay(folder: Path, forge: str) -> Path:
    """A town of contents alone, as `hub new` lays one down, in a repository."""
    town = towns.write(folder, files(forge) | {"programme.txt": PROGRAMME})
    git(town, "init", "--quiet", "--initial-branch=main")
    git(town, "add", "--all")
    git(town, "commit", "--quiet", "--message=La ville")
    return town


def make(town: Path, *targets: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", *targets, f"TODAY={towns.TODAY}"]
    return subprocess.run(command, cwd=town, capture_output=True, text=True, check=False)


def test_a_town_is_told_where_to_write_the_program_is(tmp_path: Path) -> None:
    town = lay(tmp_path / "ville", "github")
    (town / ".venv/bin").mkdir(parents=True)
    (town / ".venv/bin/python").touch()
    done = make(town, "check")
    assert done.returncode != 0
    assert done.stderr.startswith("programme.txt ne dit pas encore où est le programme")


def test_a_town_of_contents_alone_does_what_its_forge_asks(shared: Shared, tmp_path: Path) -> None:
    town = lay(tmp_path / "ville", "gitlab")
    place = installed.program(shared).parent
    (town / ".venv").mkdir()
    for part in place.iterdir():
        (town / ".venv" / part.name).symlink_to(part)
    (town / ".venv/.site").touch()
    (town / "content/guides/semer.md").write_text("---\ntitre: Semer\n---\nUn [mot](ailleurs).\n", "utf-8")
    environment = {**os.environ, "FORGE_KIND": "gitlab", "FORGE_BASE": "HEAD", "PYTHONDONTWRITEBYTECODE": "1"}
    told = ["make", "--no-print-directory", "check", "announcement", f"TODAY={towns.TODAY}"]
    done = subprocess.run(told, cwd=town, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Pour comprendre un code : hub explain" in done.stdout
    git(town, "checkout", "--quiet", "--", "content")
    done = subprocess.run(told, cwd=town, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "build.py" in done.stdout) == (0, False), done.stdout + done.stderr
    assert (town / ".site.forge").is_dir()


def test_what_was_given_is_renewed_unless_it_is_the_town_s_own(tmp_path: Path) -> None:
    town = towns.write(tmp_path, files("github"))
    assert list(renewed(town)) == []
    for name in ("Makefile", ".gitignore"):
        (town / name).write_text(f"{MARK}# d'hier\n", encoding="utf-8")
    (town / "requirements.txt").write_text("# à nous\n", encoding="utf-8")
    (town / ".github/workflows/liens.yml").unlink()
    found = upgrade(town, towns.TODAY, given=True)
    assert [one.path for one in found.changed] == [".gitignore", "Makefile"]
    write(town, found.changed)
    assert list(renewed(town)) == []
    assert (town / "Makefile").read_text(encoding="utf-8") == files("github")["Makefile"]
    assert not (town / ".github/workflows/liens.yml").exists()


def test_the_schemas_of_editors_say_and_ask_what_the_town_does(tmp_path: Path) -> None:
    schemas = {path: text for path, text in files(None).items() if path.startswith("schemas/")}
    town = towns.write(tmp_path, {**schemas, **WITHOUT_COLLEGE})
    (town / "schemas/guides.schema.json").unlink()
    found = upgrade(town, towns.TODAY, given=True)
    assert {"schemas/associations.schema.json", "schemas/bureau.schema.json"} <= {
        one.path for one in found.changed
    }
    write(town, found.changed)
    assert upgrade(town, towns.TODAY, given=True).changed == ()
    assert not (town / "schemas/guides.schema.json").exists()
    directory = json.loads((town / "schemas/associations.schema.json").read_text("utf-8"))
    card = directory["properties"]["associations"]["items"]
    assert ("college" in card["properties"], "college" in card["required"]) == (True, False)
    bureau = json.loads((town / "schemas/bureau.schema.json").read_text("utf-8"))
    assert (bureau["title"], bureau["required"]) == ("Comité de la commission", [])
