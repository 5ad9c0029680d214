"""One proposal of what the workshop saves, where it cannot open one: a forge of a few lines, git as it is."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import towns


class Forge(http.server.ThreadingHTTPServer):
    """Keeps proposals, and who asked with which token."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.pulls: list[dict[str, Any]] = []
        self.tokens: set[str] = set()


class Answers(http.server.BaseHTTPRequestHandler):
    server: Forge

    def do_GET(self) -> None:
        self._answer(self.server.pulls)

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        made = {
            "head": {"ref": asked["head"]},
            "base": {"ref": asked["base"]},
            "html_url": "https://forge.example/1",
        }
        self.server.pulls.append(made)
        self._answer(made)

    def _answer(self, found: Any) -> None:
        self.server.tokens.add(self.headers["Authorization"])
        data = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def forge() -> Iterator[Forge]:
    with Forge() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def git(folder: Path, *arguments: str) -> str:
    own = ["-c", "user.name=A", "-c", "user.email=a@mini.example", "-c", "init.defaultBranch=main"]
    ran = subprocess.run(["git", *own, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """A clone as a job has it, of files whose branch « atelier » is where « main » is."""
    (tmp_path / "kept").mkdir()
    git(tmp_path / "kept", "init", "--bare")
    git(tmp_path, "clone", "kept", "job")
    _change(tmp_path / "job", "main", "a")
    git(tmp_path / "job", "push", "origin", "main:atelier")
    return tmp_path / "job"


def _change(job: Path, branch: str, name: str) -> None:
    """Somebody saves a file on a branch of the kept files."""
    (job / name).write_text(name)
    git(job, "add", ".")
    git(job, "commit", "-m", name)
    git(job, "push", "origin", f"HEAD:{branch}")


def run(action: str, job: Path, forge: Forge) -> str:
    told = {
        "GITHUB_API_URL": f"http://127.0.0.1:{forge.server_port}/api/v1",
        "GITHUB_REPOSITORY": "mini/hub",
        "JETON": "abc",
    }
    command = [sys.executable, str(towns.ROOT / "scripts" / "atelier_proposal.py"), action]
    return subprocess.run(
        command, cwd=job, env={**os.environ, **told}, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_what_is_saved_becomes_one_proposal_however_often(job: Path, forge: Forge) -> None:
    assert run("propose", job, forge) == "Rien à proposer : tout est publié."
    _change(job, "atelier", "b")
    assert run("propose", job, forge) == "Une proposition est ouverte : https://forge.example/1"
    _change(job, "atelier", "c")
    assert run("propose", job, forge) == "La proposition est déjà ouverte : https://forge.example/1"
    assert (len(forge.pulls), forge.tokens) == (1, {"token abc"})


def test_the_branch_follows_what_is_published_and_never_loses_what_is_not(job: Path, forge: Forge) -> None:
    _change(job, "main", "b")
    assert run("follow", job, forge) == "La branche « atelier » repart de ce qui est publié."
    git(job, "fetch")
    assert git(job, "rev-parse", "origin/atelier") == git(job, "rev-parse", "origin/main")
    _change(job, "atelier", "c")
    kept = git(job, "rev-parse", "HEAD")
    git(job, "reset", "--hard", "origin/main")
    _change(job, "main", "d")
    assert "elle reste comme elle est" in run("follow", job, forge)
    git(job, "fetch")
    assert git(job, "rev-parse", "origin/atelier") == kept


def test_the_branch_is_made_where_it_is_not_there(job: Path, forge: Forge) -> None:
    git(job, "push", "origin", "--delete", "atelier")
    run("follow", job, forge)
    git(job, "fetch")
    assert git(job, "rev-parse", "origin/atelier") == git(job, "rev-parse", "origin/main")
