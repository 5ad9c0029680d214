"""Addresses as people see them: a line may break inside one, and one can be followed from a sentence."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_JOINT = re.compile(r"(?<=\w)(?=[@.])|(?<=[^/]/)(?=\w)")
"""Where a long address breaks without looking like two: before « @ » and « . », after « / »."""

_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<page>https?://[^\s<>()«»]*[^\s<>()«».,;:!?])"
)


def breakable(address: str) -> Markup:
    """`address`, escaped, with the places where a line may break; copied, it is the same."""
    return Markup("<wbr>").join(_JOINT.split(address))


def followed(text: str) -> Markup:
    """A plain sentence, escaped, whose mail and web addresses are links."""
    parts: list[Markup] = []
    done = 0
    for found in _ADDRESS.finditer(text):
        target = f"mailto:{found['mail']}" if found["mail"] else found["page"]
        link = Markup('<a href="{}">{}</a>').format(target, breakable(found[0]))
        parts += escape(text[done : found.start()]), link
        done = found.end()
    return Markup("").join((*parts, escape(text[done:])))
