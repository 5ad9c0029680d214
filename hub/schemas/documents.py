"""The sources -> one JSON Schema for each sort of file, with the names of the files it is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, get_type_hints

from hub.markup.plain import capital
from hub.model.kinds import BY_FOLDER, KINDS
from hub.model.site import MKDOCS_KEYS, Site
from hub.model.wording import DEFAULT, Wording
from hub.schemas.fields import closed, field, group
from hub.schemas.shapes import Schema
from hub.schemas.words import Words, words_of

DRAFT = "http://json-schema.org/draft-07/schema#"

REGISTERS = {
    "associations.yaml": "Annuaire des associations",
    "bureau.yaml": "{Bureau} {du conseil}",
    "redirections.yaml": "Adresses qui ont changé",
    "subventions.yaml": "Subventions",
}
"""What each register is."""

ROWS = {path: {kind.attribute: kind.model for kind in KINDS if kind.register == path} for path in REGISTERS}
"""What is listed under each of their keys."""

EXTRA = Words("Suppléments", "Ce que MkDocs laisse libre ; « hub » y donne l’identité de la ville.")
HUB = Words("Identité de la ville", "La ville, son {conseil} et son contact.")


class SchemaFile(NamedTuple):
    """The name of a schema, the files it is for, as `yaml.schemas` names them, and how it is made."""

    name: str
    pattern: str
    build: Callable[[], Schema]

    @property
    def schema(self) -> Schema:
        """The schema itself; `IncompleteError` when a field has no French words."""
        return {"$schema": DRAFT, **self.build()}


def schema_files(town: Wording = DEFAULT) -> list[SchemaFile]:
    """The schemas of everything a town writes, in its words."""
    files = [
        SchemaFile(path.removesuffix(".yaml"), path, partial(_register, path, town)) for path in REGISTERS
    ]
    files.append(SchemaFile("mkdocs", "mkdocs.yml", partial(_mkdocs, town)))
    for folder, kind in BY_FOLDER.items():
        files.append(SchemaFile(kind.name, f"{folder}/*.md", partial(group, kind.model, town)))
    return files


def _register(path: str, town: Wording) -> Schema:
    kinds = [kind for kind in KINDS if kind.register == path]
    properties = {}
    for kind in kinds:
        key, words = kind.attribute, Words(capital(town.say(kind.many)), town.say(kind.told))
        properties[key] = field(key, tuple[kind.model, ...], words, required=True, town=town)  # type: ignore[name-defined]
        properties[key]["pattern"] = "^$"  # `a-confirmer` is no list here
    required = [one.attribute for one in kinds if one.required and one.is_of(town)]
    return {"type": "object", "title": town.say(REGISTERS[path]), **closed(properties, required)}


def _mkdocs(town: Wording) -> Schema:
    """`mkdocs.yml`: the town's fields, three among MkDocs's keys and the rest in `extra: hub:`."""
    hints = get_type_hints(Site, include_extras=True)
    fields: dict[str, Any] = {
        name: field(name, hints[name], words_of(Site, name, town), required=info.is_required(), town=town)
        for name, info in Site.model_fields.items()
    }
    required = [name for name, info in Site.model_fields.items() if info.is_required()]
    own = {name: schema for name, schema in fields.items() if name not in MKDOCS_KEYS}
    hub = {
        "type": "object",
        **_told(HUB.said(town)),
        **closed(own, [name for name in required if name in own]),
    }
    extra = {"type": "object", **_told(EXTRA), **closed({"hub": hub}, ["hub"])}
    top = {**{name: fields[name] for name in MKDOCS_KEYS}, "extra": extra}
    return {
        "type": "object",
        "title": "Configuration du site",
        **closed(top, list(top)),
    }


def _told(words: Words) -> Schema:
    return {"title": words.title, "description": words.description}
