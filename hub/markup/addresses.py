"""Addresses as people see them: a line may break inside one, and one can be followed from a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup, escape

from hub.model.telephone import dialled, shown
from hub.model.web import mail_address, web_address

_JOINT = re.compile(r"(?<=\w)(?=[@.])|(?<=[^/]/)(?=\w)")
"""Where a long address breaks without looking like two: before « @ » and « . », after « / »."""

_SCHEME = re.compile(r"^https?://(?:www\.)?")
_GROUP = r"[ .\u00a0\u202f\u2010-\u2015-]{0,2}"
_ADDRESS = re.compile(
    r"(?P<mail>(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+)"
    r"|(?P<page>https?://(?:[^\s<>()«»]|\([^\s<>()«»]*\))*(?:[^\s<>()«».,;:!?]|\([^\s<>()«»]*\)))"
    rf"|(?<![\w.,+-])(?P<phone>(?:(?:\+|00)[1-9]\d{{0,2}}(?:{_GROUP}\(0\))?|0)(?:{_GROUP}\d){{6,12}})(?!\d)"
    r"|(?:(?<=\bau )|(?<=\bAu )|(?<=\b[Cc]omposez le )|(?<=\b[Aa]ppelez le ))"
    r"(?P<short>3\d[ \u00a0]?\d\d|116[ \u00a0]?\d{3})(?![\d.,]?\d)"
)
"""What one follows or dials in a sentence; of short numbers, those that no date nor price is taken for."""


MAPS = "https://www.openstreetmap.org/search?query="


def on_a_map(lines: Iterable[str]) -> str:
    """Where a map shows an address. A link: nothing is asked of another site before somebody follows it."""
    return f"{MAPS}{quote(', '.join(lines))}"


def breakable(address: str) -> Markup:
    """`address`, escaped, with the places where a line may break; copied, it is the same."""
    return Markup("<wbr>").join(_JOINT.split(address))


def _target(found: re.Match[str]) -> str | None:
    if number := found["phone"] or found["short"]:
        return f"tel:{dialled(number)}" if shown(number) else None
    if found["mail"]:
        return f"mailto:{found['mail']}" if mail_address(found["mail"]) else None
    return web_address(found["page"])


def mails(text: str) -> list[str]:
    """The mail addresses in a plain sentence, each of which may be written to."""
    found = (one["mail"] for one in _ADDRESS.finditer(text))
    return [one for one in found if one and mail_address(one)]


def pages(text: str) -> list[str]:
    """The web addresses in a plain sentence, each of which a link may lead to."""
    found = (one["page"] for one in _ADDRESS.finditer(text))
    return [address for one in found if one and (address := web_address(one))]


def phones(text: str) -> list[str]:
    """The telephone numbers in a plain sentence, each of which rings, as people read them."""
    found = (one["phone"] or one["short"] for one in _ADDRESS.finditer(text))
    return [number for one in found if one and (number := shown(one))]


def followed(text: str, *, bare: bool = False) -> Markup:
    """A plain sentence, escaped, whose mail and web addresses and telephone numbers are links; `bare` shows
    web addresses without « https:// »."""
    parts: list[Markup] = []
    done = 0
    for found in _ADDRESS.finditer(text):
        if (target := _target(found)) is None:
            continue
        shown_as = _SCHEME.sub("", found[0]) if bare else found[0]
        words = found[0] if target.startswith("tel:") else breakable(shown_as)
        link = Markup('<a href="{}">{}</a>').format(target, words)
        parts += escape(text[done : found.start()]), link
        done = found.end()
    return Markup("").join((*parts, escape(text[done:])))
