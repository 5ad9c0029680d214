"""Where this program's own files are: its theme and its engine's settings, and what it gives to a town."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
"""The folder of this package."""

CARRIED = PACKAGE / "own"
"""What a wheel carries of the repository, at the same paths (`tool.hatch` in `pyproject.toml`)."""

INSTALLED = CARRIED.is_dir()
"""Whether this program was installed from a wheel, rather than run in its repository."""

PROGRAM = CARRIED if INSTALLED else PACKAGE.parent
"""The folder that holds what `own` gives: the repository, where the program is run in it."""


def own(path: str) -> Path:
    """Where a file or a folder of this program is, by its path in the repository."""
    return PROGRAM / path


THEME = own("theme")
TEMPLATES = THEME / "templates"
GESTURES = THEME / "contribuer"
ENGINE_CONFIG = THEME / "moteur.yml"
