"""A text of a page as it may stand anywhere: in a feed, a mail, a printed document."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from hub.model import Hub

_TAG = re.compile(r"<[a-z][a-z0-9]* [^<>]*>")
_LINK = re.compile(r' (href|src)="([^"]*)"')
_SHOWN = tuple(
    (re.compile(written), plainly)
    for written, plainly in (
        (r"</?(?:picture|source)(?: [^<>]*)?>|</figcaption>", ""),
        (r'(<img [^<>]*?) width="\d+" height="\d+" loading="lazy" decoding="async"', r"\1"),
        ("<figure>", "<p>"),
        ("<figcaption>", "<br>"),
        ("</figure>", "</p>"),
    )
)
"""An image as a mail program or a reader of feeds shows it: the file for all, its caption below."""

_OF_THE_PAGE = re.compile(r' (?:id|class|role|tabindex|aria-[a-z]+)="[^"]*"')
"""Attributes that mean something beside the site's style sheet and its other elements, and nothing alone."""


def absolute(html: str, hub: Hub, address: str = "/") -> str:
    """The HTML of a text of the page `address` as it may stand anywhere: links absolute, no attribute that
    names another element or a style."""
    page = hub.site.absolute(address)

    def link(found: re.Match[str]) -> str:
        inside = found[2].startswith("/") and not found[2].startswith("//")
        where = hub.site.absolute(found[2]) if inside else urljoin(page, found[2])
        return f' {found[1]}="{where}"'

    for written, plainly in _SHOWN:
        html = written.sub(plainly, html)
    return _TAG.sub(lambda tag: _LINK.sub(link, _OF_THE_PAGE.sub("", tag[0])), html)
