"""Sources as editors and as the program read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import yaml
from pydantic import BaseModel, ValidationError

from hub.schemas.documents import schema_files
from hub.sources.text import split_front_matter
from hub.sources.yaml import parse

SCHEMAS = {file.name: file for file in schema_files()}


class Core(yaml.SafeLoader):
    """YAML 1.2 core, as editors read it: no dates, no `oui`, numbers with leading zeros."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def core(text: str) -> Any:
    return yaml.load(text, Core)


def refusals(schema: dict[str, Any], data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)]


def source_files(root: Path) -> Iterator[tuple[str, Path]]:
    for file in SCHEMAS.values():
        yield from ((file.name, path) for path in sorted(root.glob(file.pattern)))


def header(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return split_front_matter(text, path.name)[0] if path.suffix == ".md" else text


def accepted(model: type[BaseModel], text: str) -> bool:
    """Whether the program types this YAML text, read as it reads it."""
    data, _, faults = parse(text, "x.yaml")
    if faults:
        return False
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True
