"""`Answers` -> every file of a new town, by path: the same answers and the same day give the same bytes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import hub
from hub import given
from hub.founding import models
from hub.founding.answers import Answers, Keeping
from hub.founding.quoting import cell, yaml
from hub.model.kinds import BY_FOLDER
from hub.places import THEME

TEMPLATES = THEME / "ville"

WRITTEN = {
    "README.md": "README.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "programme.txt": "programme.txt",
    "mkdocs.yml": "mkdocs.yml",
    "associations.yaml": "associations.yaml",
    "bureau.yaml": "bureau.yaml",
    "redirections.yaml": "redirections.yaml",
    "content/index.md": "content/index.md",
    "content/conseil.md": "content/conseil.md",
    "content/etre-dans-l-annuaire.md": "content/etre-dans-l-annuaire.md",
    "modeles/LISEZMOI.md": "modeles.md",
}
"""The files of every town, and the templates that they are made from."""

OF_FORGES = {
    Keeping.github: {"CODEOWNERS": "CODEOWNERS"},
    Keeping.gitlab: {"CODEOWNERS": "CODEOWNERS", "renovate.json": "renovate.json"},
    Keeping.forgejo: {"CODEOWNERS": "CODEOWNERS", "renovate.json": "renovate.json"},
    Keeping.aucune: {},
}
"""Those that a forge reads, beside the jobs and the forms."""


def files(answers: Answers, today: dt.date) -> dict[str, str]:
    """The text of each file of the town, and of those that the program gives to every one (`hub.given`); the
    models show `today`."""
    made = {path: _text(template, answers, today) for path, template in WRITTEN.items()}
    made |= {f"{folder}/.gitkeep": "" for folder in BY_FOLDER if folder != "content"}
    made |= {model.path: model.text for model in models.texts(today, answers.wording)}
    made |= dict(models.entries(today, answers.wording))
    made |= {path: _text(name, answers, today) for path, name in OF_FORGES[answers.forge].items()}
    forge = None if answers.forge is Keeping.aucune else answers.forge.value
    return {**given.files(forge), **made}


def _text(template: str, answers: Answers, today: dt.date) -> str:
    return _environment().get_template(template).render(_values(answers, today))


def _environment() -> Environment:
    """Files of every sort are made, none of them HTML: what a town wrote is quoted by `yaml` and `case`."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    made.filters.update(yaml=yaml, case=cell)
    return made


def _values(answers: Answers, today: dt.date) -> dict[str, Any]:
    town = answers.of_town
    return {
        "reponses": answers,
        "nom": f"Vie associative {town}",
        "titre": f"{answers.conseil} {town}",
        "description": f"Les dates, les comptes rendus, l'annuaire et les guides des associations {town}.",
        "colleges": answers.elected,
        "forge": answers.forge.value,
        "forge_nom": answers.forge.libelle,
        "depot": answers.depot,
        "modeles": list(models.texts(today, answers.wording)),
        "mot": answers.wording,
        "version": hub.__version__,
    }
