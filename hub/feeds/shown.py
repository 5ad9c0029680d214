"""What a browser shows of a feed that a person opens: some XHTML beside what readers read.

A style sheet makes neither a link nor a heading, nor a French date; browsers give XSLT up. The W3C's
validator knows `xhtml:div` anywhere; readers pass over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"

_WHAT = (
    "Cette page est un flux : une adresse qu’une application lit pour vous, et qui vous prévient de chaque "
    "nouveauté. Sans compte, sans laisser d’adresse."
)
_FORMER = (
    "Cette page est une archive : elle ne reçoit plus de nouveautés. Pour vous abonner, prenez plutôt "
    "l’adresse du flux."
)


def head(named: Mapping[str, str], subscribing: str, *, archived: bool) -> Any:
    """What a feed is, for whom opens it: `named` are its `title`, its `explanation`, and the addresses of the
    page that says the same (`home`), of itself (`self`), of the feed that an archive is of (`current`)."""
    div = etree.Element(f"{{{XHTML}}}div", nsmap={"xhtml": XHTML})
    _put(div, "h1", named["title"])
    _put(div, "p", named["explanation"])
    told = _put(div, "section")
    _put(told, "p", _FORMER if archived else _WHAT)
    own = named["current" if archived else "self"]
    _put(_put(told, "p", "Copiez cette adresse dans votre lecteur de flux : "), "code", own)
    links = _put(told, "p")
    _put(links, "a", "Comment s’abonner, pas à pas", href=subscribing)
    _put(links, "a", "Lire la même chose sur le site", href=named["home"])
    return div


def of_item(named: Mapping[str, str]) -> Any:
    """An item: its `title`, which leads `home`, its `category`, and the `day` that it was published."""
    div = etree.Element(f"{{{XHTML}}}div", nsmap={"xhtml": XHTML})
    _put(_put(div, "h2"), "a", named["title"], href=named["home"])
    _put(div, "p", f"{named['category']}, mis en ligne le {named['day']}")
    return div


def _put(parent: Any, name: str, words: str = "", **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{XHTML}}}{name}", attributes)
    child.text = words or None
    return child
