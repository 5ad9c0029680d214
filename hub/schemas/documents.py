"""The sources -> one JSON Schema for each sort of file, with the names of the files it is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, get_type_hints

from hub.model.assembly import KINDS, REQUIRED
from hub.model.association import Association, Theme
from hub.model.bureau import College, Term
from hub.model.fields import Entity
from hub.model.redirection import Redirection
from hub.model.site import MKDOCS_KEYS, Site
from hub.schemas.fields import closed, field, group
from hub.schemas.shapes import Schema
from hub.schemas.words import Group, Words, words_of

DRAFT = "http://json-schema.org/draft-07/schema#"

ROWS: dict[str, dict[str, type[Entity]]] = {
    "associations.yaml": {"themes": Theme, "associations": Association},
    "bureau.yaml": {"colleges": College, "mandats": Term},
    "redirections.yaml": {"redirections": Redirection},
}
"""The registers, and what is listed under each of their keys."""

REGISTERS = {
    "associations.yaml": Group(
        "Annuaire des associations",
        {
            "themes": Words("Thèmes", "Les sujets par lesquels on cherche une association."),
            "associations": Words("Associations", "Les fiches, une par association."),
        },
    ),
    "bureau.yaml": Group(
        "Bureau du conseil",
        {
            "colleges": Words("Collèges", "Les groupes d’associations qui élisent leurs sièges."),
            "mandats": Words("Mandats", "Les bureaux élus, du plus récent au plus ancien."),
        },
    ),
    "redirections.yaml": Group(
        "Adresses qui ont changé",
        {"redirections": Words("Redirections", "D’une ancienne adresse à la nouvelle, une par ligne.")},
    ),
}
EXTRA = Words("Suppléments", "Ce que MkDocs laisse libre ; « hub » y donne l’identité de la ville.")
HUB = Words("Identité de la ville", "La ville, son conseil et son contact.")


class SchemaFile(NamedTuple):
    """The name of a schema, the files it is for, as `yaml.schemas` names them, and how it is made."""

    name: str
    pattern: str
    build: Callable[[], Schema]

    @property
    def schema(self) -> Schema:
        """The schema itself; `KeyError` when a field has no French words."""
        return {"$schema": DRAFT, **self.build()}


def schema_files() -> list[SchemaFile]:
    """The schemas of everything a town writes."""
    files = [SchemaFile(path.removesuffix(".yaml"), path, partial(_register, path)) for path in ROWS]
    files.append(SchemaFile("mkdocs", "mkdocs.yml", _mkdocs))
    for folder, kind in KINDS.items():
        name = "page" if folder == "content" else folder.rpartition("/")[2]
        files.append(SchemaFile(name, f"{folder}/*.md", partial(group, kind.model)))
    return files


def _register(path: str) -> Schema:
    words = REGISTERS[path]
    properties = {}
    for key, model in ROWS[path].items():
        properties[key] = field(key, tuple[model, ...], words.fields[key], required=True)  # type: ignore[valid-type]
        properties[key]["pattern"] = "^$"  # `a-confirmer` is no list here
    required = [key for key in properties if key in REQUIRED]
    return {"type": "object", "title": words.title, **closed(properties, required)}


def _mkdocs() -> Schema:
    """`mkdocs.yml`: the town's fields, three among MkDocs's keys and the rest in `extra: hub:`."""
    hints = get_type_hints(Site, include_extras=True)
    fields: dict[str, Any] = {
        name: field(name, hints[name], words_of(Site, name), required=info.is_required())
        for name, info in Site.model_fields.items()
    }
    required = [name for name, info in Site.model_fields.items() if info.is_required()]
    own = {name: schema for name, schema in fields.items() if name not in MKDOCS_KEYS}
    hub = {"type": "object", **_told(HUB), **closed(own, [name for name in required if name in own])}
    extra = {"type": "object", **_told(EXTRA), **closed({"hub": hub}, ["hub"])}
    top = {**{name: fields[name] for name in MKDOCS_KEYS}, "extra": extra}
    return {
        "type": "object",
        "title": "Configuration du site",
        **closed(top, list(top)),
    }


def _told(words: Words) -> Schema:
    return {"title": words.title, "description": words.description}
