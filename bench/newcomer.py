"""`make site` of this repository: on a machine that has nothing, then once everything is installed."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measure import CommandError
from bench.program import PROGRAM, forget, say
from bench.report import line

ROOT = PROGRAM.parent
FRESH_TARGET, INSTALLED_TARGET = "≤ 60 s", "≤ 5 s"
KEPT = ("PIP_", "UV_", "SSL_", "REQUESTS_")
"""How the settings begin by which a machine says where libraries are taken from: the rest of the environment
is left behind."""


def figures(folder: Path) -> Iterator[str]:
    """A fresh clone, its site with all its media; then the same from nothing, the libraries being there."""
    clone, home = folder / "clone", folder / "home"
    home.mkdir(parents=True)
    _run(["git", "clone", "--quiet", f"{ROOT}", f"{clone}"], folder, home)
    fresh = _run(["make", "site"], clone, home)
    yield line("a fresh clone: `make site`, all installed", f"{fresh:.1f} s", FRESH_TARGET)
    for made in (clone / "site", *clone.glob(".site*")):
        forget(made)
    again = _run(["make", "site"], clone, home)
    yield line("installed: `make site`, media included", f"{again:.1f} s", INSTALLED_TARGET)


def _run(command: Sequence[str], folder: Path, home: Path) -> float:
    """The seconds that a command takes in `folder`, in the environment of somebody who has just arrived."""
    say(" ".join(command))
    start = time.perf_counter()
    ended = subprocess.run(command, cwd=folder, env=_environment(home), capture_output=True, check=False)
    if ended.returncode:
        raise CommandError(f"{' '.join(command)}: {ended.stderr.decode(errors='replace')[-2000:]}")
    return time.perf_counter() - start


def _environment(home: Path) -> dict[str, str]:
    names = [name for name in os.environ if name.startswith(KEPT) or "_proxy" in name.lower()]
    kept = {name: os.environ[name] for name in names}
    return {**kept, "HOME": f"{home}", "PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
