"""Addresses as people see them: a line may break inside one, and one can be followed from a sentence."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_JOINT = re.compile(r"(?<=\w)(?=[@.])|(?<=[^/]/)(?=\w)")
"""Where a long address breaks without looking like two: before « @ » and « . », after « / »."""

_ADDRESS = re.compile(
    r"(?P<mail>(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+)"
    r"|(?P<page>https?://(?:[^\s<>()«»]|\([^\s<>()«»]*\))*(?:[^\s<>()«».,;:!?]|\([^\s<>()«»]*\)))"
    r"|(?<![\d.])(?P<phone>0[1-9](?:[ .\u00a0\u202f]?\d\d){4})(?!\d)"
)


def breakable(address: str) -> Markup:
    """`address`, escaped, with the places where a line may break; copied, it is the same."""
    return Markup("<wbr>").join(_JOINT.split(address))


def _target(found: re.Match[str]) -> str:
    if found["phone"]:
        return f"tel:{re.sub(r'[^0-9]', '', found['phone'])}"
    return f"mailto:{found['mail']}" if found["mail"] else found["page"]


def followed(text: str) -> Markup:
    """A plain sentence, escaped, whose mail and web addresses and telephone numbers are links."""
    parts: list[Markup] = []
    done = 0
    for found in _ADDRESS.finditer(text):
        words = found[0] if found["phone"] else breakable(found[0])
        link = Markup('<a href="{}">{}</a>').format(_target(found), words)
        parts += escape(text[done : found.start()]), link
        done = found.end()
    return Markup("").join((*parts, escape(text[done:])))
