"""Material for MkDocs: what this site takes of it is its style sheet, a file of its package, less what no
page can meet.

The only module that knows it. `python -m scripts.material` counts what its going would cost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from hub.called import called
from hub.engine.error import EngineError

DISTRIBUTION = "mkdocs-material"
_FOLDER = "assets/stylesheets/"

LAYER = "loue"
"""The cascade layer of its sheet (CSS Cascading and Inheritance, level 5)."""

CLASSES = ("md-typeset",)
"""Those of its classes that a page may bear: no template of ours names another (`tests/test_pruning.py`)."""


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


class Serving(NamedTuple):
    """What serves of the style sheet `whole`, beside our own sheets."""

    whole: Path
    ours: tuple[bytes, ...]

    @classmethod
    def beside(cls, theme: Iterable[tuple[str, bytes]]) -> Serving:
        """That of a site with these files of the theme."""
        return cls(style_sheet(), tuple(data for path, data in theme if path.endswith(".css")))

    @property
    def path(self) -> str:
        """Where the site has it: named by all that it is made of, so that nobody has to make it to know."""
        digest = hashlib.sha256()
        code = Path(__file__).with_name("pruning.py").read_bytes(), " ".join((LAYER, *CLASSES)).encode()
        for data in (*code, self.whole.read_bytes(), *self.ours):
            digest.update(b"%d " % len(data) + data)
        return f"{_FOLDER}material.{digest.hexdigest()[:8]}.css"

    def sheet(self) -> bytes:
        """The style sheet that is published."""
        from hub.engine.pruning import Used, pruned  # who keeps the frames needs no parser

        used = Used(CLASSES, ours=tuple(data.decode() for data in self.ours))
        return layered(pruned(self.whole.read_text(encoding="utf-8"), used)).encode()


def layered(sheet: str) -> str:
    """A rented sheet beneath ours: of a cascade layer, any rule that is of none has the last word."""
    return f"@layer {LAYER}{{{sheet}}}"
