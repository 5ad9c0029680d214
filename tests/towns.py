"""Miniature towns, written as files in a folder."""

from __future__ import annotations

from pathlib import Path

from hub.build import Inspected, inspect
from hub.catalogue.rule import Content, Edit, Files
from hub.catalogue.town import TODAY, TOWN, lay
from hub.model import Hub

__all__ = ["MINIATURE", "TODAY"]

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "ville-exemple"

KINDS = (
    "/",
    "/conseil/",
    "/bureau/2025-2027/",
    "/associations/",
    "/associations/yoga-pour-dragons/",
    "/agenda/",
    "/agenda/2026/11/",
    "/agenda/repetition-coeur-de-choeur/",
    "/comptes-rendus/2026-03-10-bureau/",
    "/suivi/",
    "/actualites/forum-2026-bilan/",
    "/appels/",
    "/guides/demander-une-subvention/",
    "/lettre/2026-11/",
    "/donnees/",
    "/abonnements/",
    "/chiffres/",
    "/plan-du-site/",
)
"""A page of each kind, of the example town."""

MINIATURE = TOWN
"""A town with one thing of each kind and no mistake."""


def write(folder: Path, files: Files | None = None) -> Path:
    """The miniature in `folder`, `files` put over it (None removes one); returns `folder`."""
    return lay(files or {}, folder)


def edited(path: str, old: str, new: str) -> dict[str, Content]:
    """The file `path` of the miniature where `old`, which must stand there once, is `new`."""
    return {path: Edit(old, new)}


def inspected(folder: Path, files: Files | None = None) -> Inspected:
    return inspect(write(folder, files), TODAY)


def hub_of(folder: Path, files: Files | None = None) -> Hub:
    """The hub of a town that has no error."""
    found = inspected(folder, files)
    assert found.sound, "\n".join(map(str, found.problems))
    return found.hub


def is_moved(file: Path) -> bool:
    """Whether a page of a site only leads to another: its address changed."""
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")
