"""Where this program's own files are: its theme and its engine's settings."""

from __future__ import annotations

from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent
"""The repository of this program."""

THEME = PROGRAM / "theme"
TEMPLATES = THEME / "templates"
GESTURES = THEME / "contribuer"
ENGINE_CONFIG = PROGRAM / "hub" / "engine" / "engine.yml"
