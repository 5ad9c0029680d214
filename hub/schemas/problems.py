"""What `build.py check --format json` prints -> its JSON Schema, for the programs that read it."""

from __future__ import annotations

from hub.checks import Severity
from hub.checks.problem import word_of
from hub.report import JSON_FIELDS
from hub.schemas.documents import DRAFT
from hub.schemas.shapes import Schema

_PLACE = {"type": "integer", "minimum": 1}
_FIELDS: dict[str, Schema] = {
    "path": {
        "title": "Fichier",
        "description": "Le chemin du fichier, depuis le dossier des sources.",
        "type": "string",
        "examples": ["associations.yaml", "content/agenda/yoga.md"],
    },
    "line": {"title": "Ligne", "description": "À partir de 1.", **_PLACE, "examples": [12]},
    "column": {
        "title": "Colonne",
        "description": "À partir de 1, en caractères Unicode.",
        **_PLACE,
        "examples": [5],
    },
    "severity": {
        "title": "Gravité",
        "description": "Une erreur empêche de publier, un avertissement non.",
        "enum": [severity.value for severity in Severity],
        "enumDescriptions": [word_of(severity) for severity in Severity],
        "examples": ["error"],
    },
    "code": {
        "title": "Règle",
        "description": "Une lettre pour le sujet, trois chiffres pour la règle.",
        "type": "string",
        "pattern": "^[A-Z][0-9]{3}$",
        "examples": ["C002"],
    },
    "message": {
        "title": "Problème",
        "description": "Ce qui ne va pas, en une phrase.",
        "type": "string",
        "minLength": 1,
        "examples": ["Il manque « nom »."],
    },
    "remedy": {
        "title": "Remède",
        "description": "Ce qu’il faut faire, en une phrase ; vide si le problème le dit déjà.",
        "type": "string",
        "examples": ["Ajoutez une ligne « nom: … » à cette entrée."],
    },
}


_WRITTEN = {name: _FIELDS[name] for name in JSON_FIELDS}

_FORM: dict[str, tuple[str, str, str]] = {
    "of": ("Page", "La page, ou la fiche, dont il s’agit, par son titre.", "Le Jardin des voisins"),
    "place": ("Champ", "Les mots du formulaire qui y mènent ; vide pour le tout.", "Suivi, action 1, Qui"),
    "message": ("Problème", "Ce qui ne va pas. Un nom ou un numéro y est abrégé.", "« Nom » est vide."),
    "remedy": ("Remède", "Ce qu’il faut faire, dans le formulaire.", "Remplissez ce champ."),
    "code": ("À recopier", "Ce qu’il faut écrire à la place, s’il y a lieu.", "| Graine | Mois |"),
}
"""The fields of `hub.labels.told.Told`: title, description, example."""

_IN_FORM: Schema = {
    "title": "Pour un formulaire",
    "description": "Le même, pour qui remplit les formulaires de l’atelier : ni clé, ni ligne.",
    "type": "object",
    "properties": {
        name: {"title": title, "description": words, "type": "string", "examples": [example]}
        for name, (title, words, example) in _FORM.items()
    },
    "required": list(_FORM),
    "additionalProperties": False,
    "examples": [{name: example for name, (_, _, example) in _FORM.items()}],
}

PROBLEM: Schema = {
    "type": "object",
    "title": "Problème",
    "properties": _WRITTEN,
    "required": list(_WRITTEN),
    "additionalProperties": False,
}
"""The schema of a problem."""

_TOLD = {**_WRITTEN, "form": _IN_FORM}


def problems() -> Schema:
    """The schema of `{"problems": [...]}`."""
    listed = {
        "title": "Problèmes",
        "description": "Par fichier, ligne et colonne ; la liste est vide quand tout va bien.",
        "type": "array",
        "items": {**PROBLEM, "properties": _TOLD, "required": list(_TOLD)},
        "examples": [[{name: schema["examples"][0] for name, schema in _TOLD.items()}]],
    }
    return {
        "$schema": DRAFT,
        "title": "Problèmes trouvés par « check --format json »",
        "type": "object",
        "properties": {"problems": listed},
        "required": ["problems"],
        "additionalProperties": False,
    }
