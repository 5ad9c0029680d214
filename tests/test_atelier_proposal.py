"""One proposal of what the workshop saves, where it cannot open one: a Forgejo of this machine, and git."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from hub.atelier import backend
from hub.forge import gathering
from hub.forge.environment import Here
from hub.forge.forgejo import Forgejo
from hub.forge.gathering import BRANCH, follow, gather
from hub.forge.nouns import ForgeError
from tests.forges import TOKEN, State, running
from tests.jobs import git


class Job(NamedTuple):
    """A clone as a job has it, of files whose branch « atelier » is where « main » is."""

    folder: Path
    remote: str
    forge: Forgejo
    state: State

    def save(self, branch: str, name: str) -> None:
        """Somebody saves a file on a branch of the kept files."""
        git(self.folder, "fetch", "--quiet")
        git(self.folder, "checkout", "--quiet", f"origin/{branch}")
        (self.folder / name).write_text(name, encoding="utf-8")
        git(self.folder, "add", ".")
        git(self.folder, "commit", "--quiet", "-m", name)
        git(self.folder, "push", "--quiet", "origin", f"HEAD:{branch}")

    def at(self, branch: str) -> str:
        return git(self.folder, "ls-remote", "origin", branch).partition("\t")[0]

    def gather(self) -> str:
        return gather(self.forge, self.remote, TOKEN, self.folder)

    def follow(self) -> str:
        return follow(self.remote, TOKEN, "main", self.folder)


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "kept.git")
    remote = f"file://{tmp_path}/kept.git"
    git(tmp_path, "clone", "--quiet", remote, "job")
    git(tmp_path / "job", "commit", "--quiet", "--allow-empty", "-m", "La ville")
    git(tmp_path / "job", "push", "--quiet", "origin", "HEAD:main", "HEAD:atelier")
    with running("forgejo") as (url, state):
        said = {"KIND": "forgejo", "API": url, "REPOSITORY": "ville/hub", "MAIN": "main", "TOKEN": TOKEN}
        forge = Here({f"FORGE_{name}": value for name, value in said.items()}).forgejo()
        yield Job(tmp_path / "job", remote, forge, state)


def test_the_workshop_saves_where_its_job_looks() -> None:
    assert backend.BRANCH == BRANCH


def test_what_is_saved_becomes_one_proposal_however_often(job: Job) -> None:
    assert job.gather() == "rien à proposer : tout est publié"
    job.save("atelier", "b")
    assert job.gather() == "une proposition est ouverte : https://forge.example/pull/1"
    (pull,) = job.state.pulls
    assert (pull["title"], pull["base"]) == (gathering.TITLE, "main")
    job.save("atelier", "c")
    assert job.gather() == "la proposition est déjà ouverte : https://forge.example/pull/1"
    assert len(job.state.pulls) == 1


def test_a_branch_of_the_same_name_in_a_copy_is_another(job: Job) -> None:
    job.save("atelier", "b")
    theirs = {"ref": BRANCH, "repo": {"full_name": "mallory/hub"}}
    job.state.pulls.append({"head": theirs, "html_url": "https://forge.example/pull/0"})
    assert job.gather().startswith("une proposition est ouverte")


def test_the_branch_follows_what_is_published_and_never_loses_what_is_not(job: Job) -> None:
    job.save("main", "b")
    assert job.follow() == "la branche « atelier » repart de ce qui est publié"
    assert job.at("atelier") == job.at("main")
    job.save("atelier", "c")
    kept = job.at("atelier")
    job.save("main", "d")
    assert "elle reste comme elle est" in job.follow()
    assert job.at("atelier") == kept


def test_the_branch_is_made_where_it_is_not_there(job: Job) -> None:
    git(job.folder, "push", "--quiet", "origin", "--delete", "atelier")
    job.follow()
    assert job.at("atelier") == job.at("main")


def test_a_forge_that_does_not_let_us_is_told(job: Job) -> None:
    with pytest.raises(ForgeError, match="git fetch"):
        follow(f"{job.remote}-ailleurs", TOKEN, "main", job.folder)
