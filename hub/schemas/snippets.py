"""The kinds of text -> the snippets by which VS Code starts one: a header with every field.

VS Code neither completes nor checks the header of a Markdown file; a snippet needs no extension.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model.fields import Entity
from hub.model.kinds import BY_FOLDER
from hub.schemas.headers import Field, fields_of
from hub.schemas.words import title_of


def snippets() -> dict[str, Any]:
    """One snippet for each kind of text, called by the name of its folder."""
    found = {}
    for folder, kind in BY_FOLDER.items():
        title = title_of(kind.model)
        found[title] = {
            "scope": "markdown",
            "prefix": kind.name,
            "description": f"L’en-tête d’un fichier de {folder}/",
            "body": ["---", *_lines(kind.model), "---", "$0"],
        }
    return found


def _lines(model: type[Entity]) -> Iterator[str]:
    for number, field in enumerate(fields_of(model), 1):
        yield _line(field, number)


def _line(field: Field, number: int) -> str:
    """`name: ` and a place to fill; a group of fields is shown as a comment, its form in view."""
    if field.form:
        return f"# {field.name}: {field.form}"
    if field.values:
        return f"{field.name}: ${{{number}|{','.join(field.values)}|}}"
    return f"{field.name}: [${number}]" if field.many else f"{field.name}: ${number}"
