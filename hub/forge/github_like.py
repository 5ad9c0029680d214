"""What the APIs of GitHub and of Forgejo have in common: the second was made after the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from hub.forge.nouns import Issue, Note
from hub.forge.web import Web


class GitHubLike:
    """A repository, `owner/name`, whose main branch is `main`."""

    BOT = ""

    def __init__(self, web: Web, repository: str, main: str) -> None:
        self.web = web
        self.main = main
        self.repository = repository
        self.root = f"/repos/{quote(repository)}"

    def names(self) -> frozenset[str]:
        return frozenset((self.BOT,))

    def issues(self) -> Iterator[Issue]:
        for one in self.web.every(f"{self.root}/issues", state="open"):
            if not one.get("pull_request"):
                yield _issue(one)

    def issue(self, number: int) -> Issue:
        return _issue(self.web.get(f"{self.root}/issues/{number}"))

    def open_issue(self, title: str, body: str) -> Issue:
        return _issue(self.web.call("POST", f"{self.root}/issues", {"title": title, "body": body}))

    def edit_issue(self, number: int, title: str, body: str) -> None:
        self.web.call("PATCH", f"{self.root}/issues/{number}", {"title": title, "body": body})

    def close_issue(self, number: int) -> None:
        self.web.call("PATCH", f"{self.root}/issues/{number}", {"state": "closed"})

    def notes(self, number: int, *, of_proposal: bool) -> Iterator[Note]:
        for one in self.web.every(f"{self.root}/issues/{number}/comments"):
            yield Note(one["id"], one.get("body") or "", _author(one))

    def write_note(self, number: int, body: str, *, of_proposal: bool) -> None:
        self.web.call("POST", f"{self.root}/issues/{number}/comments", {"body": body})

    def edit_note(self, number: int, note: int, body: str, *, of_proposal: bool) -> None:
        self.web.call("PATCH", f"{self.root}/issues/comments/{note}", {"body": body})


def _issue(said: Any) -> Issue:
    url = str(said.get("html_url") or "")
    return Issue(int(said["number"]), said.get("title") or "", said.get("body") or "", _author(said), url)


def _author(said: Any) -> str:
    return str((said.get("user") or {}).get("login") or "")
