"""Miniature towns, written as files in a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from hub.build import ENGINE_CONFIG, Inspected, inspect
from hub.catalogue.rule import Content, Edit, Files
from hub.catalogue.town import TODAY, TOWN, lay
from hub.model import Hub

__all__ = ["MINIATURE", "TODAY"]

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "ville-exemple"

KINDS = {
    "home": "/",
    "council": "/conseil/",
    "bureau": "/bureau/",
    "term": "/bureau/2025-2027/",
    "all elections": "/scrutins/",
    "election": "/scrutins/2025-09-bureau/",
    "all minutes": "/comptes-rendus/",
    "minutes": "/comptes-rendus/2026-03-10-bureau/",
    "follow-up": "/suivi/",
    "project": "/suivi/lettre/",
    "projects": "/suivi/par-projet/",
    "follow-up by who": "/suivi/par-qui/",
    "follow-up by term": "/suivi/par-mandat/",
    "directory": "/associations/",
    "joining": "/etre-dans-l-annuaire/",
    "association": "/associations/yoga-pour-dragons/",
    "activities": "/activites/",
    "activities of an age": "/activites/enfants/",
    "calendar": "/agenda/",
    "category": "/agenda/formations/",
    "year": "/agenda/2025/",
    "month": "/agenda/2026/12/",
    "event": "/agenda/repetition-coeur-de-choeur/",
    "contributing": "/contribuer/",
    "gesture": "/contribuer/annoncer-une-date/",
    "cancelled event": "/agenda/retournement-du-compost/",
    "all news": "/actualites/",
    "news": "/actualites/forum-2026-bilan/",
    "all calls": "/appels/",
    "call": "/appels/carnaval-2027/",
    "grants": "/subventions/",
    "grants of a year": "/subventions/2026/",
    "programme": "/formations/",
    "training": "/formations/site-accessible/",
    "all exchanges": "/echanges/",
    "exchange": "/echanges/vingt-tables-pliantes/",
    "exchange that is over": "/echanges/mille-bougies/",
    "all rooms": "/salles/",
    "room": "/salles/salle-des-pas-retrouves/",
    "volunteering": "/benevolat/",
    "all questionnaires": "/questionnaires/",
    "questionnaire": "/questionnaires/forum-2026/",
    "open questionnaire": "/questionnaires/creneaux-des-salles/",
    "all guides": "/guides/",
    "guide": "/guides/demander-une-subvention/",
    "all letters": "/lettre/",
    "letter": "/lettre/2026-11/",
    "search": "/recherche/",
    "figures": "/chiffres/",
    "data": "/donnees/",
    "subscriptions": "/abonnements/",
    "site map": "/plan-du-site/",
    "unknown": "/ce-qui-manque/",
    "legal": "/mentions-legales/",
    "not found": "/404.html",
}
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


def theme_copy(folder: Path) -> Path:
    """A copy of the theme in `folder`, for a test to change; returns the engine's settings that name it."""
    shutil.copytree(ROOT / "theme" / "overrides", folder / "theme")
    written = ENGINE_CONFIG.read_text(encoding="utf-8")
    config = folder / "engine.yml"
    config.write_text(written.replace("custom_dir: overrides", "custom_dir: theme"), encoding="utf-8")
    return config


def is_moved(file: Path) -> bool:
    """Whether a page of a site only leads to another: its address changed."""
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")
