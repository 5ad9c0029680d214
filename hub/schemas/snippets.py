"""The kinds of text -> the snippets by which VS Code starts one: a header with every field.

VS Code neither completes nor checks the header of a Markdown file; a snippet needs no extension.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_type_hints

from hub.model.fields import TO_CONFIRM, Choice, Entity
from hub.model.kinds import BY_FOLDER
from hub.model.typing_faults import group_form
from hub.schemas.shapes import inner
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
    hints = get_type_hints(model, include_extras=True)
    required_first = sorted(model.model_fields.items(), key=lambda field: not field[1].is_required())
    for number, (name, info) in enumerate(required_first, 1):
        yield _line(name, hints[name], number, required=info.is_required())


def _line(name: str, hint: Any, number: int, *, required: bool) -> str:
    """`name: ` and a place to fill; a group of fields is shown as a comment, its form in view."""
    kind, many = inner(hint)
    if isinstance(kind, type) and issubclass(kind, Entity):
        form = group_form(kind)
        return f"# {name}: {f'[{form}]' if many else form}"
    if isinstance(kind, type) and issubclass(kind, Choice):
        members = [member.value for member in kind]
        values = members if required else list(dict.fromkeys((TO_CONFIRM, *members)))
        return f"{name}: ${{{number}|{','.join(values)}|}}"
    return f"{name}: [${number}]" if many else f"{name}: ${number}"
