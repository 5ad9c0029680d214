"""Material for MkDocs: what this site takes of it is its style sheet, a file of its package.

The only module that knows it. `python -m scripts.material` counts what its going would cost.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from hub.called import called
from hub.engine.error import EngineError

DISTRIBUTION = "mkdocs-material"
_FOLDER = "assets/stylesheets/"


def style_sheet() -> Path:
    """The file of the style sheet, whose name bears a digest of what it holds. Raises `EngineError` where
    there is none."""
    package = find_spec("material")
    if package is None or package.origin is None:
        raise EngineError(f"le paquet mkdocs-material manque. {called().mended}")
    folder = Path(package.origin).parent / "templates" / _FOLDER
    found = sorted(folder.glob("main.*.min.css"))
    if len(found) != 1:
        raise EngineError(f"la feuille de style de mkdocs-material n'est pas dans {folder}")
    return found[0]


def published(sheet: Path) -> str:
    """Where the site has it."""
    return _FOLDER + sheet.name
