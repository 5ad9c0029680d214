"""Models and their fields -> JSON Schemas, with the French words of `hub.schemas.words`."""

from __future__ import annotations

from typing import Any, get_type_hints

from hub.checks.wordings import WORDINGS
from hub.model.fields import TO_CONFIRM, Choice, Entity
from hub.model.typing_faults import group_form
from hub.model.wording import DEFAULT, Wording
from hub.schemas.shapes import BLANK, Schema, choice, inner, one_or_more, only, refused, scalar
from hub.schemas.words import Words, title_of, words_of


def group(model: type[Entity], town: Wording = DEFAULT) -> Schema:
    """The schema of a thing in the words of a town: its fields, those it must have, and no other."""
    hints = get_type_hints(model, include_extras=True)
    needed = {name for name, info in model.model_fields.items() if info.is_required() and town.names(name)}
    properties = {
        name: field(name, hints[name], words_of(model, name, town), required=name in needed, town=town)
        for name in model.model_fields
    }
    required = [name for name in properties if name in needed]
    return {"type": "object", "title": title_of(model, town), **closed(properties, required)}


def closed(properties: dict[str, Schema], required: list[str]) -> Schema:
    """The part of a schema that says which keys a mapping has, and what to say of others."""
    optional = [name for name in properties if name not in required]
    parts = [
        f"{words} : {', '.join(names)}."
        for words, names in (("Champs obligatoires", required), ("Champs facultatifs", optional))
        if names
    ]
    return {
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "errorMessage": " ".join(["Un champ manque, ou n’existe pas.", *parts]),
    }


def field(name: str, hint: Any, words: Words, *, required: bool, town: Wording = DEFAULT) -> Schema:
    """The schema of the field `name` of that type, under these words."""
    kind, many = inner(hint)
    told = {"title": words.title, "description": words.description}
    if one_or_more(hint):
        schema = _one_or_more(name, kind, words, town)
    else:
        schema = (
            listed(name, kind, words, town)
            if many
            else value(name, kind, words, required=required, town=town)
        )
    return {**schema, **told}


def value(name: str, kind: Any, words: Words, *, required: bool, town: Wording = DEFAULT) -> Schema:
    """The schema of one value of that type."""
    if isinstance(kind, type) and issubclass(kind, Entity):
        schema = group(kind, town)
        message = refused(name, WORDINGS["C005"].remedy.format(forme=f"{name}: {group_form(kind)}"))
        return schema if required else _or_nothing(schema, "object", message)
    if isinstance(kind, type) and issubclass(kind, Choice):
        return {
            **choice(name, kind, town, required=required),
            "examples": [member.value for member in kind][:2],
        }
    shape = scalar(kind)
    return {**shape.schema(name, required=required), "examples": list(words.examples or shape.examples)}


def listed(name: str, kind: Any, words: Words, town: Wording = DEFAULT) -> Schema:
    """The schema of a list of values of that type; `[a-confirmer]` is an empty one."""
    items = value(name, kind, words, required=True, town=town)
    if "enum" in items:
        items["enum"] = list(dict.fromkeys((*items["enum"], TO_CONFIRM)))
        items["enumDescriptions"] = (items["enumDescriptions"] + ["à confirmer"])[: len(items["enum"])]
    elif "anyOf" in items and (pattern := items["anyOf"][0].get("pattern", r"\S")) != r"\S":
        items["anyOf"][0]["pattern"] = f"{pattern}|^{TO_CONFIRM}$"
    schema: Schema = {"items": items}
    if "examples" in items:
        schema["examples"] = [items["examples"]]
    message = refused(name, "On attend une liste : entre crochets, ou un tiret par ligne.")
    return _or_nothing(schema, "array", message)


def _one_or_more(name: str, kind: Any, words: Words, town: Wording) -> Schema:
    """The schema of a list of values, or of the only one that it would hold."""
    several = listed(name, kind, words, town)
    one = value(name, kind, words, required=False, town=town)
    return {"if": {"type": "array"}, "then": several, "else": one, "examples": several["examples"]}


def _or_nothing(schema: Schema, kind: str, message: str) -> Schema:
    """`schema`, of that type, for a field that is not required; what is neither gets this message."""
    rest = {name: part for name, part in schema.items() if name != "type"}
    blank = {"pattern": BLANK, "patternErrorMessage": message}
    return {**only((kind, "string", "null"), message), **blank, **rest}
