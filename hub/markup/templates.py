"""The templates of `theme/templates/`: escaping is on, and a missing value is a mistake."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined


def environment(folder: Path) -> Environment:
    """An environment that reads the templates of `folder`, each compiled once."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        undefined=StrictUndefined,
        bytecode_cache=_compiled(folder / "__pycache__"),
    )


def _compiled(folder: Path) -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept, as Python keeps its own: a fifth of a second of every build.

    None where one may not write: they are then compiled each time.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None
