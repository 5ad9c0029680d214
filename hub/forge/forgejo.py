"""Forgejo, by its API (forgejo.org/docs, « API usage »; `/api/swagger` of each forge)."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from hub.forge.github_like import GitHubLike
from hub.forge.nouns import Change, ForgeError
from hub.forge.web import Web


class Forgejo(GitHubLike):
    """A repository of a Forgejo, with the token of a job or of a person."""

    BOT = "forgejo-actions"

    @classmethod
    def of(cls, api: str, token: str, repository: str, main: str) -> Forgejo:
        """The repository, by the address of the API. Raises ForgeError."""
        return cls(Web(api, {"Authorization": f"token {token}"}), repository, main)

    def names(self) -> frozenset[str]:
        try:
            return frozenset((str(self.web.get("/user")["login"]),))
        except ForgeError:  # the token of a job is nobody's
            return super().names()

    def propose(self, change: Change) -> str:
        if self._there(f"/branches/{quote(change.branch, safe='')}") is not None:
            return ""
        files = [self._operation(path, text) for path, text in change.files.items()]
        said = {"branch": self.main, "new_branch": change.branch, "message": change.title, "files": files}
        self.web.call("POST", f"{self.root}/contents", said)
        return self.open_proposal(change.branch, change.title, change.body)

    def proposal(self, branch: str) -> str:
        """The address of the open proposal of a branch of this repository; '' where there is none."""
        for one in self.web.every(f"{self.root}/pulls", state="open"):
            head = one.get("head") or {}
            where = (head.get("repo") or {}).get("full_name", "")
            if head.get("ref") == branch and where.lower() == self.repository.lower():
                return str(one["html_url"])
        return ""

    def open_proposal(self, branch: str, title: str, body: str) -> str:
        """Propose a branch; returns the address of the proposal."""
        asked = {"title": title, "body": body, "head": branch, "base": self.main}
        return str(self.web.call("POST", f"{self.root}/pulls", asked)["html_url"])

    def _operation(self, path: str, text: str) -> dict[str, Any]:
        said: dict[str, Any] = {"path": path, "content": base64.b64encode(text.encode()).decode("ascii")}
        known = self._there(f"/contents/{quote(path)}?ref={quote(self.main, safe='')}")
        if known is None:
            return said | {"operation": "create"}
        return said | {"operation": "update", "sha": known["sha"]}

    def _there(self, path: str) -> Any:
        """What is at a path of the repository; None where there is nothing."""
        try:
            return self.web.get(f"{self.root}{path}")
        except ForgeError as error:
            if error.status == 404:
                return None
            raise
