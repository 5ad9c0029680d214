"""Every file that editors read, as text, by path."""

from __future__ import annotations

import json
from typing import Any

from hub.model.wording import DEFAULT, Wording
from hub.schemas.changes import changes
from hub.schemas.documents import schema_files
from hub.schemas.problems import problems
from hub.schemas.snippets import snippets


def generated(town: Wording = DEFAULT) -> dict[str, str]:
    """The text of every generated file in the words of a town, by its path in the project: the same model,
    the same bytes."""
    schemas = schema_files(town)
    files: dict[str, Any] = {address(file.name): file.schema for file in schemas}
    files[address("problems")] = problems()
    files[address("changes")] = changes()
    files[".vscode/settings.json"] = {
        "yaml.schemas": {f"./{address(file.name)}": [file.pattern] for file in schemas}
    }
    files[".vscode/hub.code-snippets"] = snippets()
    return {path: json.dumps(data, ensure_ascii=False, indent=2) + "\n" for path, data in files.items()}


def address(name: str) -> str:
    """The path of a schema in the project."""
    return f"schemas/{name}.schema.json"
