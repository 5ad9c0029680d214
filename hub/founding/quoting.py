"""Words of anybody in a file: as a value of YAML, as a cell of a table."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_][\w’ -]*\w")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off"))


def yaml(value: str) -> str:
    """A text as a value of YAML: bare where nothing in it could mean anything else, else between quotes."""
    bare = _PLAIN.fullmatch(value) and value.lower() not in _WORDS and "  " not in value
    return value if bare else json.dumps(value, ensure_ascii=False)


def cell(value: str) -> str:
    """A text as a cell of a Markdown table."""
    return re.sub(r"[\\`*_<>|\[\]]", r"\\\g<0>", value)
