"""The program as another town installs it: from its wheel, in an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests import towns
from tests.made_once import Shared

WHEEL, PLACE = "roue", "ville/environnement"


def distributions(folder: Path) -> None:
    """Build the wheel and the archive of sources in `folder`, with what is here: nothing is downloaded."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=towns.ROOT,
        check=True,
        capture_output=True,
    )


def program(shared: Shared) -> Path:
    """The folder `bin` of an environment that has the wheel; the libraries are those of the tests."""

    def make(folder: Path) -> None:
        distributions(folder)
        place = folder / PLACE
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
        python, base = place / "bin" / "python", {"base": str(place), "platbase": str(place)}
        lent = Path(sysconfig.get_path("purelib", "venv", base)) / "lent.pth"
        lent.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        install = ("install", "--quiet", "--no-deps", "--no-index", str(wheel(folder)))
        pip = (sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check")
        subprocess.run([*pip, *install], check=True)
        templates = lent.parent / "hub/own/theme/templates"
        (templates / "__pycache__").touch()  # nothing is written there, as where another person installs

    return shared.once(WHEEL, make) / PLACE / "bin"


def wheel(folder: Path) -> Path:
    """The wheel among what was built."""
    (found,) = folder.glob("*.whl")
    return found


def ran(bin: Path, town: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`hub` with these words, as whoever has it on the path calls it in the folder of a town."""
    own = {**os.environ, "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(["hub", *words], cwd=town, env=own, capture_output=True, text=True, check=False)
