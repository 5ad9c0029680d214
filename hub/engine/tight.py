"""Our own style sheets and scripts as they are sent: without the remarks and the spaces that are for whoever
writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import tinycss2

_CONDITIONS = ("media", "supports", "layer", "container")
"""At-rules that hold rules."""

_SPACES = re.compile(r"\s+")
_REMARKS = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
"""The lines of a script that are remarks, whole."""

_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)


def sheet(text: str) -> str:
    """A style sheet that says the same, as `tinycss2` reads it (CSS Syntax Level 3)."""
    return "".join(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def script(text: str) -> str:
    """A script without the lines that are remarks; without its indentation where no text goes over a line."""
    bare = _REMARKS.sub("", text)
    whole = all(line.count("`") % 2 == 0 for line in bare.splitlines())
    return _INDENTED.sub("", bare) if whole else bare


_BY_EXTENSION: Mapping[str, Callable[[str], str]] = {"css": sheet, "js": script}


@lru_cache(64)
def tight(path: str, data: bytes) -> bytes:
    """What is sent of a file; as it is where it is neither a sheet nor a script.

    Remembered: the address of a file is asked for before the file, and for each key of frames.
    """
    made = _BY_EXTENSION.get(path.rpartition(".")[2])
    return made(data.decode()).encode() if made else data


def _rules(rules: Iterable[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield f"{_said(rule.prelude).replace(', ', ',')}{{{_declared(rule.content)}}}"
        elif rule.type == "at-rule" and rule.content is None:
            yield f"@{rule.at_keyword} {_said(rule.prelude)};"
        elif rule.type == "at-rule":
            head = f"@{rule.at_keyword} {_said(rule.prelude)}".rstrip()
            yield f"{head}{{{_held(rule)}}}"


def _held(rule: Any) -> str:
    if rule.lower_at_keyword in _CONDITIONS or rule.lower_at_keyword.endswith("keyframes"):
        within = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        return "".join(_rules(within))
    return _declared(rule.content)


def _declared(content: list[Any]) -> str:
    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{one.name}:{_said(one.value)}{'!important' if one.important else ''}"
        for one in found
        if one.type == "declaration"
    )


def _said(tokens: list[Any]) -> str:
    kept = [token for token in tokens if token.type != "comment"]
    return _SPACES.sub(" ", tinycss2.serialize(kept)).strip()
