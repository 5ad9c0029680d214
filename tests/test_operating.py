"""`docs/exploitation.md`: each command that it gives is run, in its order, in a town's own repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import towns

PAGE = towns.ROOT / "docs/exploitation.md"
TEXT = PAGE.read_text(encoding="utf-8")

COMMANDS = [
    line.partition("  #")[0].strip()
    for block in re.findall(r"^( *)```sh\n(.*?)^ *```$", TEXT, re.MULTILINE | re.DOTALL)
    for line in textwrap.dedent(block[1]).splitlines()
]
SCRIPT = re.search(r"```lftp\n(.*?)```", TEXT, re.DOTALL)

EXPECTED = {"python build.py ready": 1}
"""The exit codes of the commands that say what is to be done: the miniature is not ready."""

NUMBER = "06 12 34 56 78"
"""Of fiction: published by mistake, in a proposal that was merged."""


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Mini", "-c", "user.email=mini@mini.example"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def ftp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """An FTP server of this machine: its port, and the folder that it gives; what a host put there."""
    folder = tmp_path_factory.mktemp("ftp")
    (folder / "www/.well-known").mkdir(parents=True)
    (folder / "www/.ftpquota").write_text("à l'hébergeur", encoding="utf-8")
    (folder / "www/.well-known/acme").write_text("à l'hébergeur", encoding="utf-8")
    (folder / "www/vieille.html").write_text("une ancienne page", encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "tests.ftp_server", str(folder)]
    with subprocess.Popen(command, cwd=towns.ROOT, stdin=-1, stdout=-1, text=True) as server:
        assert server.stdin
        assert server.stdout
        yield int(server.stdout.readline()), folder / "www"
        server.stdin.close()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, ftp: tuple[int, Path]) -> Path:
    """The repository of a town whose last proposal, merged by mistake, gave somebody's number."""
    folder = tmp_path_factory.mktemp("exploitation")
    settings = towns.MINIATURE["mkdocs.yml"] + "    contact: asso@mini.example\n"
    repository = towns.write(folder / "ville", {"mkdocs.yml": settings})
    (repository / "build.py").symlink_to(towns.ROOT / "build.py")
    (repository / ".gitignore").write_text("site/\n.site.*\n*.git\n", encoding="utf-8")
    (folder / "abonnes").mkdir()
    (folder / "abonnes/abonnes.txt").write_text("voisine@mini.example\n", encoding="utf-8")
    git(repository, "init", "--quiet", "--initial-branch=main")
    git(repository, "config", "user.name", "Mini")
    git(repository, "config", "user.email", "mini@mini.example")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "La ville")
    for name in ("depot.git", "nouveau.git"):
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", name)
    git(repository, "remote", "add", "origin", str(folder / "depot.git"))
    git(repository, "checkout", "--quiet", "-b", "proposition")
    news = repository / "content/actualites/pluie.md"
    news.write_text(news.read_text("utf-8").replace("Enfin.", f"Appelez le {NUMBER}."), "utf-8")
    git(repository, "commit", "--quiet", "-am", "Un numéro")
    git(repository, "checkout", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "-m", "La proposition", "proposition")
    git(repository, "push", "--quiet", "--all", "origin")
    port, _ = ftp
    assert SCRIPT
    opened = SCRIPT[1].replace("UTILISATEUR:MOT_DE_PASSE@HÔTE", f"anonymous:x@127.0.0.1:{port}")
    (repository / "envoi.lftp").write_text(f"set net:max-retries 1\n{opened}", encoding="utf-8")
    _build(repository)
    return repository


def _build(repository: Path) -> None:
    """The site of the day before, which the first of the page's builds replaces."""
    day = ["--today", "2026-11-20", "--no-media", "--quiet"]
    subprocess.run(
        [sys.executable, "build.py", "build", *day], cwd=repository, check=True, capture_output=True
    )


@pytest.fixture(scope="module")
def ran(town: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """What each command of the page printed, all of them run in their order."""
    around = town.parent
    meant = {
        "NOUVEAU_DÉPÔT": str(around / "nouveau.git"),
        "DÉPÔT": str(around / "depot.git"),
        "DOSSIER_DES_ABONNÉS": str(around / "abonnes"),
        "MOT": NUMBER,
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = {}
    for command in COMMANDS:
        filled = command
        for word, value in meant.items():
            filled = filled.replace(word, value)
        told[command] = subprocess.run(
            ["sh", "-c", filled],
            cwd=town,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    return told


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_does_what_it_says(
    ran: dict[str, subprocess.CompletedProcess[str]], command: str
) -> None:
    done = ran[command]
    assert done.returncode == EXPECTED.get(command, 0), done.stdout + done.stderr


def test_the_page_gives_each_command_that_it_speaks_of(
    ran: dict[str, subprocess.CompletedProcess[str]],
) -> None:
    assert len(COMMANDS) == len(ran) == 21
    assert {found[1] for line in COMMANDS if (found := re.match(r"python build\.py (\w+)", line))} == {
        "build",
        "check",
        "ready",
        "remind",
        "rollback",
    }


def test_the_proposal_is_undone_and_its_number_is_in_no_version(
    town: Path, ran: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    assert NUMBER not in (town / "content/actualites/pluie.md").read_text(encoding="utf-8")
    for name in ("depot.git", "nouveau.git"):
        history = git(town.parent / name, "log", "--all", "-p")
        assert "La proposition" in history
        assert NUMBER not in history
        assert "[retiré]" in history


def test_the_reminders_are_a_mail_and_an_issue(
    town: Path, ran: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    assert (town / "rappels.eml").read_bytes().startswith(b"Subject: ")
    assert (town / "rappels.md").read_text(encoding="utf-8").startswith("<!-- build.py remind -->\n")


def test_a_host_has_the_whole_site_its_own_files_and_no_page_that_is_gone(
    town: Path, ftp: tuple[int, Path], ran: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    _, there = ftp
    mine = {file.relative_to(town / "site"): file.read_bytes() for file in _files(town / "site")}
    his = {Path(".ftpquota"), Path(".well-known/acme")}
    found = {file.relative_to(there): file.read_bytes() for file in _files(there)}
    assert {path: found[path] for path in found if path not in his} == mine
    assert his <= set(found)
    assert Path(".htaccess") in mine


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:)([^)#]+)", TEXT))
def test_what_the_page_leads_to_is_there(link: str) -> None:
    assert (PAGE.parent / link).is_file()
