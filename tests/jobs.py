"""The jobs of the forges, run on this machine as their runners would: each `run:` step in a fresh clone, by
`bash -e`, with the variables that the workflow gives it and no others of its own making."""

from __future__ import annotations

import compileall
import os
import py_compile
import re
import shutil
import string
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from hub.catalogue.ready import READY
from hub.catalogue.rule import Files
from hub.catalogue.town import lay
from tests import towns
from tests.forges import TOKEN
from tests.test_reminders import NOTHING_DUE

FOLDERS = {"github": ".github/workflows", "forgejo": ".forgejo/workflows"}
GITLAB = ".gitlab-ci.yml"

HOSTILE = 'x";touch${IFS}pwned;$(touch${IFS}pwned)`touch${IFS}pwned`#'
"""What a stranger may call a branch, a title, an author: a shell would obey it thrice."""


class Step(NamedTuple):
    """A step that runs something: when (`''`, `failed`, `always`), with which variables."""

    name: str
    run: str
    when: str
    env: Mapping[str, str]


@dataclass(frozen=True)
class Job:
    """A job of a forge, and its steps in order; `uses` are the actions it takes, with what they are given."""

    forge: str
    workflow: str
    name: str
    steps: tuple[Step, ...]
    uses: tuple[tuple[str, Mapping[str, Any]], ...]
    said: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.forge}/{self.workflow}/{self.name}"


def workflows(forge: str) -> Iterator[tuple[Path, Any]]:
    """The files of GitHub or of Forgejo, read; `on:` is a word and not YAML's « yes »."""
    for path in sorted((towns.ROOT / FOLDERS[forge]).glob("*.yml")):
        yield path, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs() -> Iterator[Job]:
    """Every job of the three forges."""
    for forge in FOLDERS:
        for path, said in workflows(forge):
            for name, job in said["jobs"].items():
                yield _job(forge, path.stem, name, said, job)
    said = yaml.safe_load((towns.ROOT / GITLAB).read_text(encoding="utf-8"))
    for name in said:
        job = _extended(said, name)
        if "script" in job and not name.startswith("."):
            env = {**said["variables"], **job.get("variables", {})}
            yield Job("gitlab", "ci", name, (Step(name, "\n".join(job["script"]), "", env),), (), job)


def _extended(said: Mapping[str, Any], name: str) -> dict[str, Any]:
    own = said[name] if isinstance(said[name], dict) else {}
    return {**(_extended(said, own["extends"]) if "extends" in own else {}), **own}


def _job(forge: str, workflow: str, name: str, said: Mapping[str, Any], job: Mapping[str, Any]) -> Job:
    shared = {**said.get("env", {}), **job.get("env", {})}
    steps = tuple(
        Step(step.get("name", ""), step["run"], _when(step.get("if", "")), {**shared, **step.get("env", {})})
        for step in job["steps"]
        if "run" in step
    )
    uses = tuple((step["uses"], step.get("with", {})) for step in job["steps"] if "uses" in step)
    return Job(forge, workflow, name, steps, uses, job)


def _when(condition: str) -> str:
    return {"": "", "${{ !cancelled() }}": "always", "${{ failure() }}": "failed"}[condition]


# What a runner gives


class Given(NamedTuple):
    """What the forge knows when a job starts: `github.…`, `needs.…`, or the variables of GitLab."""

    contexts: Mapping[str, Any]
    variables: Mapping[str, str]


def valued(text: str, given: Given, status: str) -> str:
    """A variable with its expressions replaced. Raises KeyError for what no forge gives."""

    def value(found: re.Match[str]) -> str:
        for part in found[1].split("||"):
            if part.strip() == "job.status":
                return status
            if said := _looked_up(given.contexts, part.strip()):
                return str(said)
        return ""

    text = re.sub(r"\$\{\{(.*?)\}\}", value, text)
    return string.Template(text).substitute(given.variables) if given.variables else text


def _looked_up(contexts: Any, path: str) -> Any:
    found = contexts
    for name in path.split("."):
        if name == "FORGE_TOKEN":  # a secret that is not set is nothing
            return ""
        found = found[name]
    return found


class Ran(NamedTuple):
    """How a job went: the name of the step that failed, and everything that was printed, step by step."""

    failed: str
    said: Mapping[str, str]

    @property
    def all(self) -> str:
        return "\n".join(self.said.values())


def run(job: Job, clone: Path, given: Given) -> Ran:
    """Run the steps of a job in a clone."""
    failed, said = "", {}
    for step in job.steps:
        if (failed and step.when == "") or (not failed and step.when == "failed"):
            continue
        env = {
            name: valued(str(text), given, "failure" if failed else "success")
            for name, text in step.env.items()
        }
        bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step.run]
        ran = subprocess.run(
            bash, cwd=clone, env=_machine(clone) | dict(given.variables) | env, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False,
        )  # fmt: skip
        said[step.name] = ran.stdout
        if ran.returncode and not failed:
            failed = step.name
    return Ran(failed, said)


def _machine(clone: Path) -> dict[str, str]:
    """The variables of the machine, `sudo` being nobody here, and names that strangers chose."""
    shims = clone.parent / "shims"
    shims.mkdir(exist_ok=True)
    (shims / "sudo").write_text('#!/bin/sh\nexec "$@"\n', encoding="utf-8")
    (shims / "sudo").chmod(0o755)
    return {
        "PATH": f"{shims}:{os.environ['PATH']}",
        "HOME": str(clone.parent),
        "LANG": "C.UTF-8",
        "CI": "true",
        "TODAY": str(towns.TODAY),
        "GITHUB_HEAD_REF": HOSTILE,
        "GITHUB_ACTOR": HOSTILE,
        "CI_COMMIT_REF_NAME": HOSTILE,
        "CI_COMMIT_TITLE": HOSTILE,
        "CI_MERGE_REQUEST_TITLE": HOSTILE,
        "TMPDIR": os.environ.get("TMPDIR", "/tmp"),
    }


# A repository


def town() -> Files:
    """The miniature, ready to be published, in which nothing is due."""
    return {**towns.MINIATURE, **NOTHING_DUE, **READY}


OF_A_TOWN = (
    *("content/", "minutes/", "associations.yaml", "bureau.yaml", "mkdocs.yml", "redirections.yaml"),
    "subventions.yaml",
)


def repository(folder: Path) -> Path:
    """In `folder`, `ville/hub.git`: a bare repository of this program and of a town; and `clone`, a clone of
    it whose program is compiled already.

    The tests of the program are not there, nor run: what launches them is.
    """
    work = folder / "work"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=towns.ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if not name.startswith((*OF_A_TOWN, "tests/", "bench/", "docs/captures/")):
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(towns.ROOT / name, work / name, follow_symlinks=False)
    lay(town(), work)
    (work / ".ci/run").write_text("#!/bin/sh\necho les tests du programme\n", encoding="utf-8")
    git(work, "init", "--quiet", "--initial-branch=main")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message=La ville")
    bare = folder / "ville/hub.git"
    git(folder, "clone", "--quiet", "--bare", str(work), str(bare))
    shutil.rmtree(work)
    git(folder, "clone", "--quiet", f"file://{bare}", "clone")
    git(folder / "clone", "config", "core.checkStat", "minimal")  # a copy of it needs no second look
    git(folder / "clone", "config", "core.trustctime", "false")
    compileall.compile_dir(
        folder / "clone/hub", quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH
    )
    return bare


def own(bare: Path, folder: Path) -> Path:
    """A copy of a repository, in `folder`, that a job may push to."""
    copy = folder / "ville/hub.git"
    git(folder, "clone", "--quiet", "--bare", str(bare), str(copy))
    return copy


def clone(bare: Path, folder: Path, files: Files | None = None) -> Path:
    """A fresh clone of the repository in `folder`, with a proposal of these files on top; `make install` has
    nothing left to do there: the libraries are those of the tests."""
    where = folder / "clone"
    shutil.copytree(bare.parent.parent / "clone", where, symlinks=True)
    if files:
        git(where, "switch", "--quiet", "--create", "proposition")
        lay(files, where, town())
        git(where, "add", "--all")
        git(where, "commit", "--quiet", f"--message={HOSTILE}")
    (where / ".venv").symlink_to((towns.ROOT / ".venv").resolve())
    for name in ("requirements.txt", "requirements-test.txt"):
        os.utime(where / name, (0, 0))  # older than what was installed of it
    return where


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=essai", "-c", "user.email=essai@localhost.invalid", "-c", "commit.gpgsign=false")
    ran = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def given(kind: str, url: str, bare: Path, **event: Any) -> Given:
    """What the forge knows: of a proposal, of an issue, of a run."""
    if kind == "gitlab":
        return Given({}, {
            "CI_API_V4_URL": url, "CI_PROJECT_ID": "7", "CI_DEFAULT_BRANCH": "main", "FORGE_TOKEN": TOKEN,
            "CI_PIPELINE_URL": "https://forge.example/run/8", "CI_JOB_URL": "https://forge.example/run/8",
            "CI_MERGE_REQUEST_IID": "5", "CI_MERGE_REQUEST_DIFF_BASE_SHA": event.get("base", ""),
        })  # fmt: skip
    github = {
        "api_url": url,
        "base_ref": "main",
        "event": {
            "repository": {"default_branch": "main"},
            "pull_request": {"number": 5, "title": HOSTILE, "head": {"ref": HOSTILE}},
            "issue": {"number": 1, "title": HOSTILE},
            "workflow_run": {"id": 8, "head_branch": HOSTILE},
        },
        "head_ref": HOSTILE,
        "repository": "ville/hub",
        "run_id": 8,
        "run_number": 8,
        "server_url": f"file://{bare.parent.parent}",
        "token": TOKEN,
    }
    needs = {"deployer": {"result": event.get("result", "success")}}
    return Given({"github": github, "needs": needs, "secrets": {}}, {})
