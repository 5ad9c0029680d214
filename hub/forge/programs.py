"""Programs that a job starts: `build.py`, git; none is given the token, and no argument is a shell's."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from hub.forge.environment import TOKEN
from hub.forge.nouns import ForgeError
from hub.places import INSTALLED, PROGRAM

LONGEST = 900
"""Seconds that one of them may take."""

ROOT = Path.cwd() if INSTALLED else PROGRAM
"""The repository: where `build.py` stands; that of a town of contents alone is where its job runs."""

_INSTALLED_COMMAND = Path(sys.executable).with_name("hub")
_PROGRAM = [str(_INSTALLED_COMMAND)] if INSTALLED else [sys.executable, "build.py"]


def build_py(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program with these arguments. Raises ForgeError where it does not end."""
    return _run(*_PROGRAM, *arguments)


def git(*arguments: str, folder: Path = ROOT, secret: Mapping[str, str] | None = None) -> str:
    """What git prints; `secret` are variables for it alone. Raises ForgeError."""
    ran = _run("git", *arguments, folder=folder, more=secret or {})
    if ran.returncode:
        last = ran.stderr.strip().rpartition("\n")[2]
        raise ForgeError(f"git {arguments[0]} : {last}")
    return ran.stdout.strip()


def _run(
    *command: str, folder: Path = ROOT, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if name != TOKEN} | dict(more or {})
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env=own,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise ForgeError(f"{Path(command[0]).name} {command[1]} n'a pas pu finir.") from None
