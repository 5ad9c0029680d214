"""GitLab, by its REST API (docs.gitlab.com/api/rest, version 4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from urllib.parse import quote

from hub.forge.nouns import Change, ForgeError, Issue, Note
from hub.forge.web import Web


class GitLab:
    """A project of a GitLab, with a token of the project."""

    def __init__(self, web: Web, project: str, main: str) -> None:
        self.web = web
        self.main = main
        self.root = f"/projects/{quote(project, safe='')}"

    @classmethod
    def of(cls, api: str, token: str, project: str, main: str) -> GitLab:
        """The project, by its number or its path. Raises ForgeError."""
        return cls(Web(api, {"PRIVATE-TOKEN": token} if token else {}), project, main)

    def names(self) -> frozenset[str]:
        return frozenset((str(self.web.get("/user")["username"]),))

    def issues(self) -> Iterator[Issue]:
        for one in self.web.every(f"{self.root}/issues", state="opened"):
            yield _issue(one)

    def issue(self, number: int) -> Issue:
        return _issue(self.web.get(f"{self.root}/issues/{number}"))

    def open_issue(self, title: str, body: str) -> Issue:
        return _issue(self.web.call("POST", f"{self.root}/issues", {"title": title, "description": body}))

    def edit_issue(self, number: int, title: str, body: str) -> None:
        self.web.call("PUT", f"{self.root}/issues/{number}", {"title": title, "description": body})

    def close_issue(self, number: int) -> None:
        self.web.call("PUT", f"{self.root}/issues/{number}", {"state_event": "close"})

    def notes(self, number: int, *, of_proposal: bool) -> Iterator[Note]:
        for one in self.web.every(self._notes(number, of_proposal)):
            yield Note(int(one["id"]), one.get("body") or "", _author(one))

    def write_note(self, number: int, body: str, *, of_proposal: bool) -> None:
        self.web.call("POST", self._notes(number, of_proposal), {"body": body})

    def edit_note(self, number: int, note: int, body: str, *, of_proposal: bool) -> None:
        self.web.call("PUT", f"{self._notes(number, of_proposal)}/{note}", {"body": body})

    def _notes(self, number: int, of_proposal: bool) -> str:
        return f"{self.root}/{'merge_requests' if of_proposal else 'issues'}/{number}/notes"

    def propose(self, change: Change) -> str:
        if self._there(f"/repository/branches/{quote(change.branch, safe='')}"):
            return ""
        actions = [
            {"action": self._action(path), "file_path": path, "content": text}
            for path, text in change.files.items()
        ]
        commit = {
            "branch": change.branch,
            "start_branch": self.main,
            "commit_message": change.title,
            "actions": actions,
        }
        self.web.call("POST", f"{self.root}/repository/commits", commit)
        asked = {
            "source_branch": change.branch,
            "target_branch": self.main,
            "title": change.title,
            "description": change.body,
            "remove_source_branch": True,
        }
        return str(self.web.call("POST", f"{self.root}/merge_requests", asked)["web_url"])

    def published(self, job: str) -> IO[bytes]:
        """The archive of the last job of this name that went well on the main branch. Raises ForgeError."""
        where = f"{self.root}/jobs/artifacts/{quote(self.main, safe='')}/download?job={quote(job)}"
        return self.web.opened("GET", where)

    def _action(self, path: str) -> str:
        known = self._there(f"/repository/files/{quote(path, safe='')}?ref={quote(self.main, safe='')}")
        return "update" if known else "create"

    def _there(self, path: str) -> bool:
        try:
            self.web.opened("HEAD", f"{self.root}{path}").close()
        except ForgeError as error:
            if error.status == 404:
                return False
            raise
        return True


def _issue(said: Any) -> Issue:
    url = str(said.get("web_url") or "")
    return Issue(int(said["iid"]), said.get("title") or "", said.get("description") or "", _author(said), url)


def _author(said: Any) -> str:
    return str((said.get("author") or {}).get("username") or "")
