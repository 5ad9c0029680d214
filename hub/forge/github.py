"""GitHub, by its REST API (docs.github.com/rest, version 2022-11-28)."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import quote

from hub.forge.github_like import GitHubLike
from hub.forge.nouns import Change, ForgeError
from hub.forge.web import Web

OURS = ("push", "schedule", "workflow_dispatch")
"""What starts a run of the main branch; a proposal's is `pull_request`, whatever the name of its branch."""


OF_PROPOSALS = ("pull_request", "workflow_dispatch")
"""What starts « vérifier »: a proposal, or a job for what it proposed itself (`GitHub.start`)."""


@dataclass(frozen=True)
class Run:
    """A run of a workflow: what started it, of which commit, of whose branch."""

    id: int
    event: str
    commit: str
    owner: str
    branch: str
    url: str


class GitHub(GitHubLike):
    """A repository of GitHub, with the token of a job."""

    BOT = "github-actions[bot]"

    @classmethod
    def of(cls, api: str, token: str, repository: str, main: str) -> GitHub:
        """The repository, by the address of the API. Raises ForgeError."""
        headers = {
            "Authorization": f"Bearer {token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        return cls(Web(api, headers), repository, main)

    def run(self, number: int) -> Run:
        """A run by its number, as GitHub knows it."""
        return _run(self.web.get(f"{self.root}/actions/runs/{number}"))

    def proposal_of(self, run: Run) -> int | None:
        """The number of the open proposal whose last commit a run looked at; None where it is another now."""
        if run.event not in OF_PROPOSALS:
            return None
        for one in self.web.every(f"{self.root}/pulls", state="open", head=f"{run.owner}:{run.branch}"):
            head = one.get("head") or {}
            if head.get("sha") == run.commit and head.get("ref") == run.branch:
                return int(one["number"])
        return None

    def artifact(self, run: int, name: str, largest: int) -> IO[bytes] | None:
        """The archive `name` of a run, to be read and closed; None where there is none that may be read."""
        found = self.web.get(f"{self.root}/actions/runs/{run}/artifacts", name=name, per_page=10)
        for one in found.get("artifacts") or ():
            if one.get("name") == name and not one.get("expired") and one.get("size_in_bytes", 0) <= largest:
                return self.web.opened("GET", f"{self.root}/actions/artifacts/{int(one['id'])}/zip")
        return None

    def published_runs(self, workflow: str) -> Iterator[int]:
        """The runs of a workflow that went well, on the main branch of this very repository."""
        runs = self.web.get(
            f"{self.root}/actions/workflows/{quote(workflow)}/runs",
            branch=self.main,
            status="success",
            per_page=20,
        )
        for one in runs.get("workflow_runs") or ():
            where = (one.get("head_repository") or {}).get("full_name", "")
            if one.get("event") in OURS and where.lower() == self.repository.lower():
                yield int(one["id"])

    def keep_alive(self, workflow: str) -> None:
        """Enable a workflow that is enabled: its sixty days begin again."""
        self.web.call("PUT", f"{self.root}/actions/workflows/{quote(workflow)}/enable")

    def last_commit(self) -> str:
        """The day of the last commit of the main branch, AAAA-MM-JJ."""
        said = self.web.get(f"{self.root}/commits/{quote(self.main, safe='')}")
        return str(said["commit"]["committer"]["date"])[:10]

    def propose(self, change: Change) -> str:
        main = self.web.get(f"{self.root}/git/ref/heads/{quote(self.main)}")["object"]["sha"]
        try:
            ref = {"ref": f"refs/heads/{change.branch}", "sha": main}
            self.web.call("POST", f"{self.root}/git/refs", ref)
        except ForgeError as error:
            if error.status == 422:  # it exists: somebody may have worked on it
                return ""
            raise
        said = {"title": change.title, "body": change.body, "head": change.branch, "base": self.main}
        try:
            for path, text in change.files.items():
                self._write(change, path, text)
            return str(self.web.call("POST", f"{self.root}/pulls", said)["html_url"])
        except ForgeError:  # a branch without its proposal would be taken for one
            self.web.call("DELETE", f"{self.root}/git/refs/heads/{quote(change.branch)}")
            raise

    def start(self, workflow: str, branch: str) -> None:
        """Start a workflow on a branch: what a job does starts none but by this way."""
        said = {"ref": branch}
        self.web.call("POST", f"{self.root}/actions/workflows/{quote(workflow)}/dispatches", said)

    def _write(self, change: Change, path: str, text: str) -> None:
        where = f"{self.root}/contents/{quote(path)}"
        said: dict[str, Any] = {
            "message": change.title,
            "content": base64.b64encode(text.encode()).decode("ascii"),
            "branch": change.branch,
        }
        try:
            said["sha"] = self.web.get(where, ref=change.branch)["sha"]
        except ForgeError as error:
            if error.status != 404:
                raise
        self.web.call("PUT", where, said)


def _run(said: Any) -> Run:
    head = said.get("head_repository") or {}
    return Run(
        id=int(said["id"]),
        event=str(said.get("event") or ""),
        commit=str(said.get("head_sha") or ""),
        owner=str((head.get("owner") or {}).get("login") or ""),
        branch=str(said.get("head_branch") or ""),
        url=str(said.get("html_url") or ""),
    )
