"""What was published before, taken back beside the sources: no address is lost from a night to the next. And
what is published, packed or pushed."""

from __future__ import annotations

import base64
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from hub.forge.github import GitHub
from hub.forge.gitlab import GitLab
from hub.forge.nouns import ForgeError
from hub.forge.programs import ROOT, git

KEPT = ("site", ".site.cache")
"""What one build needs of the one before: the published site, and what was made for it."""

LARGEST = 2_000_000_000
"""Bytes of an archive: twice what GitHub publishes."""

PAGES, REST = "pages", "pages-reserve"
"""The branches of a Forgejo: the site that it publishes, and what was made for it."""

NOTHING = "rien n'a été repris : les adresses déjà publiées ne seront pas comparées cette fois"


def pack(folder: Path, root: Path = ROOT) -> None:
    """`artifact.tar`, the site as GitHub Pages takes it, and `reprise.tar`, what the next build needs."""
    folder.mkdir(parents=True, exist_ok=True)
    _tar(folder / "artifact.tar", {".": root / "site"})
    _tar(folder / "reprise.tar", {name: root / name for name in KEPT})


def _tar(file: Path, content: Mapping[str, Path]) -> None:
    with tarfile.open(file, "w", dereference=True) as archive:  # no link, hard ones included
        for name, path in content.items():
            if path.is_dir():
                archive.add(path, name)


def take_from_github(forge: GitHub, workflow: str, root: Path = ROOT) -> str:
    """What the last run of the workflow that went well left. Returns what was done. Raises ForgeError."""
    for run in forge.published_runs(workflow):
        if (archive := forge.artifact(run, "reprise", LARGEST)) is not None:
            with archive, tempfile.TemporaryDirectory(dir=root, prefix=".site.") as folder:
                _unzip(archive, Path(folder))
                _untar(Path(folder, "reprise.tar"), Path(folder))
                return _put(Path(folder), root)
    return NOTHING


def take_from_gitlab(forge: GitLab, job: str, root: Path = ROOT) -> str:
    """The same, of the last job. Returns what was done."""
    try:
        archive = forge.published(job)
    except ForgeError as error:
        return f"{NOTHING} ({error})"
    with archive, tempfile.TemporaryDirectory(dir=root, prefix=".site.") as folder:
        _unzip(archive, Path(folder))
        return _put(Path(folder), root)


def take_from_branches(remote: str, token: str, root: Path = ROOT) -> str:
    """The same, of the branches of a Forgejo. Returns what was done."""
    with tempfile.TemporaryDirectory(dir=root, prefix=".site.") as folder:
        for branch, name in ((PAGES, KEPT[0]), (REST, KEPT[1])):
            where = Path(folder, name)
            try:
                git(
                    "clone",
                    "--quiet",
                    "--depth=1",
                    f"--branch={branch}",
                    "--",
                    remote,
                    str(where),
                    secret=secret(token),
                )
            except ForgeError:
                continue
            shutil.rmtree(where / ".git")
        return _put(Path(folder), root)


def publish_branches(remote: str, token: str, root: Path = ROOT) -> str:
    """Replace the branches by one commit each: what was published before is not kept twice."""
    for branch, name in ((PAGES, KEPT[0]), (REST, KEPT[1])):
        if (root / name).is_dir():
            _push(root / name, branch, remote, token)
    return f"publié sur la branche « {PAGES} »"


def _push(folder: Path, branch: str, remote: str, token: str) -> None:
    who = ("-c", "user.name=hub", "-c", "user.email=hub@localhost.invalid", "-c", "commit.gpgsign=false")
    with tempfile.TemporaryDirectory() as kept:
        here = ("--git-dir", kept, "--work-tree", str(folder))
        git("init", "--quiet", "--bare", kept)
        git("-c", "core.bare=false", *here, "add", "--all", "--force", ".", folder=folder)
        git(
            "-c",
            "core.bare=false",
            *who,
            *here,
            "commit",
            "--quiet",
            "--message",
            "Le site publié",
            folder=folder,
        )
        git(
            "--git-dir",
            kept,
            "push",
            "--quiet",
            "--force",
            "--",
            remote,
            f"HEAD:refs/heads/{branch}",
            secret=secret(token),
        )


def secret(token: str) -> dict[str, str]:
    """The token as git takes it, by variables: an argument can be read by everyone on the machine."""
    if not token:
        return {"GIT_TERMINAL_PROMPT": "0"}
    basic = base64.b64encode(f"hub:{token}".encode()).decode("ascii")
    return {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "http.extraHeader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {basic}",
    }


def _unzip(archive: IO[bytes], folder: Path) -> None:
    """Raises ForgeError."""
    with tempfile.TemporaryFile() as file:
        shutil.copyfileobj(archive, file)
        try:
            with zipfile.ZipFile(file) as files:
                if sum(one.file_size for one in files.infolist()) > LARGEST:
                    raise ForgeError("L'archive de ce qui est publié est trop grande.")
                files.extractall(folder)  # which keeps every name inside
        except zipfile.BadZipFile:
            raise ForgeError("L'archive de ce qui est publié est abîmée.") from None


def _untar(file: Path, folder: Path) -> None:
    """Raises ForgeError, for an archive that would write elsewhere as well (PEP 706)."""
    try:
        with tarfile.open(file) as kept:
            kept.extractall(folder, filter="data")
    except (tarfile.TarError, OSError):
        raise ForgeError("L'archive de ce qui est publié est abîmée.") from None


def _put(folder: Path, root: Path) -> str:
    """What was found in `folder`, where the next build looks for it."""
    found = [name for name in KEPT if (folder / name).is_dir()]
    for name in found:
        shutil.rmtree(root / name, ignore_errors=True)
        (folder / name).rename(root / name)
    return f"repris : {', '.join(found)}" if "site" in found else NOTHING
