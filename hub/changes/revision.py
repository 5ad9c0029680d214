"""A revision of the sources, as git keeps it -> files in a folder, without running anything of theirs.

Three questions to git: which commit is meant (`rev-parse`), what is in it (`ls-tree`), the bytes (`cat-
file`). None of them looks at the attributes, the filters nor the hooks of a repository, fetches anything, or
writes there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from hub.changes.unpacking import BaseError, Entry, is_inside, lay
from hub.controls import visible
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS

READ = (*REGISTERS, *OPTIONAL, *FOLDERS)
"""What is read of a town's folder: nothing else is taken."""

_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "protocol.allow=never",
    "core.quotePath=false",
)
_OWN = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
_TAKEN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX")
"""What a hook is told of its own repository, which is not the one that is asked about."""

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_LONGEST = 250
"""Characters of the name of a revision."""


class Repository:
    """The repository in which the folder `source` stands. Raises `BaseError`."""

    def __init__(self, source: Path) -> None:
        self._source = source
        if shutil.which("git") is None:
            raise BaseError(
                "pour comparer avec une révision, il faut le programme « git », qui n'est pas installé ici. "
                "Installez-le, ou donnez un dossier à --base."
            )
        found = self._run("rev-parse", "--show-prefix")
        if found.returncode:
            raise BaseError(self._why(found.stderr))
        self._prefix = found.stdout.removesuffix(b"\n")

    def commit(self, revision: str) -> str:
        """The name of the commit that `revision` means."""
        if revision.startswith("-"):
            raise BaseError(f"« {visible(revision)} » n'est pas une révision : elle commence par « - ».")
        if not revision.strip() or len(revision) > _LONGEST or not revision.isprintable():
            raise BaseError(f"« {visible(revision[:60])} » n'est pas une révision.")
        found = self._resolved(revision)
        if found is None:
            raise BaseError(self._unknown(revision))
        return found

    def published(self, branch: str) -> str:
        """The commit where what is done here left the branch that is published: `branch` as it was last
        fetched, or as it is here; the present one where there is no such branch."""
        for name in (f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"):
            if other := self._resolved(name):
                found = self._run("merge-base", "HEAD", other)
                if base := _commit_of(found.stdout):
                    return base
        return self.commit("HEAD")

    def write(self, commit: str, folder: Path) -> Path:
        """Write in `folder` what is read of the town's folder, as it was in this commit; returns where."""
        entries = list(self._entries(commit))
        if not entries:
            raise BaseError(f"il n'y a rien à comparer : la révision {commit[:10]} n'a pas ce dossier.")
        with self._process("cat-file", "--batch") as git:
            assert git.stdin and git.stdout
            for entry in entries:
                lay(folder, entry, git.stdin, git.stdout)
            git.stdin.close()
            git.wait()
        return folder

    def _entries(self, commit: str) -> Iterator[Entry]:
        prefix = os.fsdecode(self._prefix)
        wanted = [f"{prefix}{name}" for name in READ]
        found = self._run("ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
        if found.returncode:
            raise BaseError(f"git n'a pas pu lire la révision {commit[:10]} : {_said(found.stderr)}")
        for line in found.stdout.split(b"\0"):
            told, tab, path = line.partition(b"\t")
            mode, _, rest = told.decode("ascii", "replace").partition(" ")
            name = os.fsdecode(path.removeprefix(self._prefix))
            if tab and is_inside(name):
                yield Entry(mode, name, rest.partition(" ")[2].strip())

    def _resolved(self, revision: str) -> str | None:
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _commit_of(found.stdout)

    def _unknown(self, revision: str) -> str:
        told = f"la révision « {visible(revision)} » n'est pas connue ici"
        if self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
            return (
                f"{told} : cette copie n'a que la fin de l'historique. Prenez-le en entier avec « git fetch "
                "--unshallow », ou demandez-le à la forge (« fetch-depth: 0 »)."
            )
        return f"{told}. « git branch --all » montre celles qui le sont ; un dossier va aussi."

    def _why(self, stderr: bytes) -> str:
        said = stderr.decode(errors="replace")
        if "dubious ownership" in said:
            return (
                "git refuse de lire ce dossier, qui appartient à quelqu'un d'autre : dites-lui de s'y fier "
                f"avec « git config --global --add safe.directory {visible(str(self._source.resolve()))} »."
            )
        if "not a git repository" in said:
            return (
                f"« {visible(str(self._source))} » n'est pas dans un dépôt git : il n'y a pas de révision "
                "avec laquelle comparer. Donnez un dossier à --base."
            )
        return f"git n'a pas pu lire ce dossier : {_said(stderr)}"

    def _command(self, arguments: Sequence[str]) -> list[str]:
        settings = [part for one in _SETTINGS for part in ("-c", one)]
        return ["git", "--no-pager", *settings, "-C", os.fspath(self._source), *arguments]

    def _environment(self) -> dict[str, str]:
        return {name: value for name, value in os.environ.items() if name not in _TAKEN} | _OWN

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            self._command(arguments),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def _process(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command(arguments),
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def _commit_of(told: bytes) -> str | None:
    name = told.decode("ascii", "replace").strip()
    return name if _COMMIT.fullmatch(name) else None


def _said(stderr: bytes) -> str:
    return (
        visible(stderr.decode(errors="replace").strip().partition("\n")[0])[:200]
        or "il n'a pas dit pourquoi."
    )
