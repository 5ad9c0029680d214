"""GitHub, GitLab and Forgejo on this machine: as much of each API as the hub calls, and what it was told."""

from __future__ import annotations

import base64
import io
import json
import re
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "un-jeton-d-essai"

Answer = tuple[int, Any]
"""A status, and what is answered: JSON, or bytes as they are."""


@dataclass
class State:
    """What a forge holds: its issues and proposals by number, its branches and the files of each."""

    me: str
    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    notes: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    branches: dict[str, dict[str, str]] = field(default_factory=lambda: {"main": {}})
    runs: dict[int, dict[str, Any]] = field(default_factory=dict)
    artifacts: dict[int, dict[str, bytes]] = field(default_factory=dict)
    enabled: list[str] = field(default_factory=list)
    started: list[tuple[str, str]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    elsewhere: list[dict[str, str]] = field(default_factory=list)

    def open(self, title: str, body: str, author: str | None = None) -> dict[str, Any]:
        """An issue, of us or of somebody else."""
        number = len(self.issues) + 1
        self.issues[number] = {
            "n": number,
            "title": title,
            "body": body,
            "who": author or self.me,
            "open": True,
        }
        return self.issues[number]

    def note(self, number: int, body: str, author: str | None = None) -> dict[str, Any]:
        kept = self.notes.setdefault(number, [])
        kept.append({"id": 100 * number + len(kept), "body": body, "who": author or self.me})
        return kept[-1]

    def opened(self) -> list[str]:
        """The titles of the issues that are open."""
        return [one["title"] for one in self.issues.values() if one["open"]]


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive as forges give them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


Route = tuple[str, str, Callable[..., Answer]]


def github(state: State, url: Callable[[], str]) -> list[Route]:
    """docs.github.com/rest."""
    root = "/repos/ville/hub"

    def shown(one: dict[str, Any]) -> dict[str, Any]:
        where = f"https://forge.example/{one['n']}"
        return {
            "number": one["n"],
            "title": one["title"],
            "body": one["body"],
            "user": {"login": one["who"]},
            "html_url": where,
        }

    def note(one: dict[str, Any]) -> dict[str, Any]:
        return {"id": one["id"], "body": one["body"], "user": {"login": one["who"]}}

    def edit(said: Any, number: str) -> Answer:
        one = state.issues[int(number)]
        one["open"] = said.get("state") != "closed"
        one.update({key: said[key] for key in ("title", "body") if key in said})
        return 200, shown(one)

    def edit_note(said: Any, wanted: str) -> Answer:
        for kept in state.notes.values():
            for one in kept:
                if one["id"] == int(wanted):
                    one["body"] = said["body"]
        return 200, {}

    def ref(said: Any) -> Answer:
        branch = said["ref"].removeprefix("refs/heads/")
        if branch in state.branches:
            return 422, {}
        state.branches[branch] = dict(state.branches["main"])
        return 201, {}

    def content(said: Any, path: str, ref: str = "main", **_: str) -> Answer:
        files = state.branches[ref]
        return (200, {"sha": f"sha-{path}"}) if path in files else (404, {})

    def write(said: Any, path: str) -> Answer:
        files = state.branches[said["branch"]]
        if path in files and said.get("sha") != f"sha-{path}":
            return 409, {}
        files[path] = base64.b64decode(said["content"]).decode()
        return 201, {}

    def pull(said: Any) -> Answer:
        state.pulls.append(said)
        return 201, {"html_url": f"https://forge.example/pull/{len(state.pulls)}"}

    def pulls(said: Any, head: str = "", **_: str) -> Answer:
        if not head:
            return 200, [listed_pull(number, one) for number, one in enumerate(state.pulls, 1)]
        owner, _, branch = head.partition(":")
        return 200, [one for one in state.pulls if (one["owner"], one["head"]["ref"]) == (owner, branch)]

    def listed_pull(number: int, one: dict[str, Any]) -> dict[str, Any]:
        if not isinstance(one["head"], str):
            return one
        where = {"ref": one["head"], "repo": {"full_name": "ville/hub"}}
        return {"head": where, "html_url": f"https://forge.example/pull/{number}"}

    def artifacts(said: Any, run: str, **_: str) -> Answer:
        found = state.artifacts.get(int(run), {})
        rows = [
            {"id": int(run) * 10 + index, "name": name, "expired": False, "size_in_bytes": len(data)}
            for index, (name, data) in enumerate(found.items())
        ]
        return 200, {"artifacts": rows}

    def archive(said: Any, number: str) -> Answer:
        return 302, f"{url()}/elsewhere/{number}"

    def elsewhere(said: Any, number: str, **_: str) -> Answer:
        run, index = divmod(int(number), 10)
        return 200, list(state.artifacts[run].values())[index]

    def listed(said: Any, **_: str) -> Answer:
        issues = [shown(one) for one in reversed(state.issues.values()) if one["open"]]
        return 200, [
            *issues,
            {"number": 99, "title": "Une proposition", "body": "", "pull_request": {"url": "x"}},
        ]

    return [
        ("GET", f"{root}/issues", listed),
        ("GET", f"{root}/issues/(\\d+)", lambda said, n: (200, shown(state.issues[int(n)]))),
        ("POST", f"{root}/issues", lambda said: (201, shown(state.open(said["title"], said["body"])))),
        ("PATCH", f"{root}/issues/(\\d+)", edit),
        ("GET", f"{root}/issues/(\\d+)/comments", lambda said, n, **_: (200, [*map(note, state.notes.get(int(n), []))])),
        ("POST", f"{root}/issues/(\\d+)/comments", lambda said, n: (201, note(state.note(int(n), said["body"])))),
        ("PATCH", f"{root}/issues/comments/(\\d+)", edit_note),
        ("GET", f"{root}/git/ref/heads/main", lambda said: (200, {"object": {"sha": "abc"}})),
        ("POST", f"{root}/git/refs", ref),
        ("DELETE", f"{root}/git/refs/heads/(.+)", lambda said, b: (204, state.branches.pop(b) and None)),
        ("GET", f"{root}/contents/(.+)", content),
        ("PUT", f"{root}/contents/(.+)", write),
        ("GET", f"{root}/pulls", pulls),
        ("POST", f"{root}/pulls", pull),
        ("GET", f"{root}/actions/runs/(\\d+)", lambda said, n: (200, state.runs[int(n)])),
        ("GET", f"{root}/actions/runs/(\\d+)/artifacts", artifacts),
        ("GET", f"{root}/actions/artifacts/(\\d+)/zip", archive),
        ("GET", "/elsewhere/(\\d+)", elsewhere),
        ("GET", f"{root}/actions/workflows/publier.yml/runs", lambda said, **_: (200, {"workflow_runs": [*state.runs.values()]})),
        ("PUT", f"{root}/actions/workflows/(.+)/enable", lambda said, name: (204, state.enabled.append(name))),
        ("POST", f"{root}/actions/workflows/(.+)/dispatches", lambda said, name: (204, state.started.append((name, said["ref"])))),
        ("GET", f"{root}/commits/main", lambda said: (200, {"commit": {"committer": {"date": "2026-09-30T10:00:00Z"}}})),
    ]  # fmt: skip


def forgejo(state: State, url: Callable[[], str]) -> list[Route]:
    """forgejo.org/docs, « API usage »: the words of GitHub's, and a change of several files at once."""

    def commit(said: Any) -> Answer:
        files = dict(state.branches[said["branch"]])
        for one in said["files"]:
            known = one["path"] in files
            if one["operation"] != ("update" if known else "create") or (known and not one.get("sha")):
                return 422, {}
            files[one["path"]] = base64.b64decode(one["content"]).decode()
        state.branches[said["new_branch"]] = files
        return 201, {}

    def branch(said: Any, name: str) -> Answer:
        return (200, {}) if name in state.branches else (404, {})

    return [
        ("GET", "/user", lambda said: (200, {"login": state.me})),
        ("POST", "/repos/ville/hub/contents", commit),
        ("GET", "/repos/ville/hub/branches/(.+)", branch),
        *(route for route in github(state, url) if "/actions/" not in route[1] and "/git/" not in route[1]),
    ]


def gitlab(state: State, url: Callable[[], str]) -> list[Route]:
    """docs.gitlab.com/api/rest."""
    root = "/projects/7"

    def shown(one: dict[str, Any]) -> dict[str, Any]:
        return {
            "iid": one["n"],
            "title": one["title"],
            "description": one["body"],
            "author": {"username": one["who"]},
        }

    def note(one: dict[str, Any]) -> dict[str, Any]:
        return {"id": one["id"], "body": one["body"], "author": {"username": one["who"]}}

    def edit(said: Any, number: str) -> Answer:
        one = state.issues[int(number)]
        one["open"] = said.get("state_event") != "close"
        one["title"] = said.get("title", one["title"])
        one["body"] = said.get("description", one["body"])
        return 200, shown(one)

    def edit_note(said: Any, kind: str, number: str, wanted: str) -> Answer:
        for one in state.notes[int(number)]:
            if one["id"] == int(wanted):
                one["body"] = said["body"]
        return 200, {}

    def commit(said: Any) -> Answer:
        files = dict(state.branches[said["start_branch"]])
        for one in said["actions"]:
            if one["action"] != ("update" if one["file_path"] in files else "create"):
                return 400, {}
            files[one["file_path"]] = one["content"]
        state.branches[said["branch"]] = files
        return 201, {}

    def merge(said: Any) -> Answer:
        state.pulls.append(said)
        return 201, {"web_url": f"https://forge.example/merge/{len(state.pulls)}"}

    def there(found: bool) -> Answer:
        return (200, {}) if found else (404, {})

    def archive(said: Any, **_: str) -> Answer:
        return (200, state.artifacts[0]["pages"]) if 0 in state.artifacts else (404, {})

    return [
        ("GET", "/user", lambda said: (200, {"username": state.me})),
        ("GET", f"{root}/issues", lambda said, **_: (200, [shown(one) for one in state.issues.values() if one["open"]])),
        ("GET", f"{root}/issues/(\\d+)", lambda said, n: (200, shown(state.issues[int(n)]))),
        ("POST", f"{root}/issues", lambda said: (201, shown(state.open(said["title"], said["description"])))),
        ("PUT", f"{root}/issues/(\\d+)", edit),
        ("GET", f"{root}/(issues|merge_requests)/(\\d+)/notes", lambda said, k, n, **_: (200, [*map(note, state.notes.get(int(n), []))])),
        ("POST", f"{root}/(issues|merge_requests)/(\\d+)/notes", lambda said, k, n: (201, note(state.note(int(n), said["body"])))),
        ("PUT", f"{root}/(issues|merge_requests)/(\\d+)/notes/(\\d+)", edit_note),
        ("HEAD", f"{root}/repository/branches/(.+)", lambda said, b: there(b in state.branches)),
        ("HEAD", f"{root}/repository/files/(.+)", lambda said, p, **_: there(p in state.branches["main"])),
        ("POST", f"{root}/repository/commits", commit),
        ("POST", f"{root}/merge_requests", merge),
        ("GET", f"{root}/jobs/artifacts/main/download", archive),
    ]  # fmt: skip


BOTS = {"github": "github-actions[bot]", "gitlab": "project_7_bot", "forgejo": "hub"}
MADE = {"github": github, "gitlab": gitlab, "forgejo": forgejo}
REPOSITORIES = {"github": "ville/hub", "gitlab": "7", "forgejo": "ville/hub"}


class _Handler(BaseHTTPRequestHandler):
    state: State
    routes: list[Route]

    def _do(self) -> None:
        parts = urlsplit(self.path)
        self.state.calls.append(f"{self.command} {unquote(parts.path)}")
        if parts.path.startswith("/elsewhere/"):
            self.state.elsewhere.append(dict(self.headers.items()))
        elif not {TOKEN} & {value.rpartition(" ")[2] for value in self.headers.values()}:
            return self._say(401, {})
        status, said = self._answer(unquote(parts.path), {k: v[-1] for k, v in parse_qs(parts.query).items()})
        return self._say(status, said)

    def _answer(self, path: str, query: dict[str, str]) -> Answer:
        length = int(self.headers.get("Content-Length") or 0)
        said = json.loads(self.rfile.read(length)) if length else {}
        if refused := self.state.refused.get(f"{self.command} {path}"):
            return refused, {}
        for method, pattern, answer in self.routes:
            if method == self.command and (found := re.fullmatch(pattern, path)):
                return answer(said, *found.groups(), **(query if self.command == "GET" else {}))
        return 404, {}

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = _do

    def _say(self, status: int, said: Any) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", said)
            said = b""
        data = said if isinstance(said, bytes) else json.dumps(said).encode()
        body = b"" if status == 204 or self.command == "HEAD" else data
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def running(kind: str) -> Iterator[tuple[str, State]]:
    """A forge of this kind at an address of this machine, and what it holds."""
    state = State(BOTS[kind])
    address: list[str] = []
    routes = MADE[kind](state, lambda: address[0])
    handler = type("Handler", (_Handler,), {"state": state, "routes": routes})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address.append(f"http://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield address[0], state
        finally:
            server.shutdown()
            thread.join()
