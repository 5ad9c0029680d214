"""Values -> YAML as the clerks write it: a line a field, quotes only where they are needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import yaml

Value = str | Sequence[str] | Mapping[str, str]
"""What a field of a draft holds."""

_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML reads as nothing (YAML 1.2.2, 10.2): between quotes, they are words."""


def front_matter(fields: Mapping[str, Value]) -> str:
    """The header of a text: the fields that say something, in their order, between two lines `---`."""
    lines = [f"{key}: {_written(value)}\n" for key, value in fields.items() if value]
    return f"---\n{''.join(lines)}---\n"


def _written(value: Value) -> str:
    return scalar(value) if isinstance(value, str) else flow(value)


def flow(value: Value) -> str:
    """A value on one line, inside another or not: `[a, b]`, `{nom: Salle}`."""
    if isinstance(value, str):
        return scalar(value, inside=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {scalar(said, inside=True)}" for key, said in value.items()) + "}"
    return "[" + ", ".join(scalar(said, inside=True) for said in value) + "]"


def scalar(value: str, *, inside: bool = False) -> str:
    """A text on one line that is read back as it is; `inside` a list or a group on one line.

    A JSON string is a YAML double-quoted one, but for the signs that JSON keeps as pairs (YAML 1.2.2, 1.3).
    """
    plain = f"k: [{value}]" if inside else f"k: {value}"
    if value not in _EMPTY and value.isprintable() and _read(plain) == ([value] if inside else value):
        return value
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f")


def _read(text: str) -> object:
    """What every scalar read as text gives, as `hub.sources` reads; None where it cannot be read."""
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)["k"]
    except (yaml.YAMLError, TypeError, KeyError):
        return None
