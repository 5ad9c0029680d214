"""Shells: the engine renders one page a kind of thing, whose values are sentinels; the rest is stamped.

Most of MkDocs' time on a large town goes to a template whose output differs by four values from page to
page: `make bench` tells. It is rendered once, split at those values, and joined again for each page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, count
from typing import NamedTuple

from hub.model.kinds import KINDS
from hub.pages import Page

FRAMES = {
    shell: (kind.base, depth)
    for kind in KINDS
    if kind.shell
    for shell, depth in {kind.shell: 2, **kind.lists}.items()
}
"""The kinds of pages: the section they stand in, and the depth of their addresses."""

_ROOT_SET = re.compile(r'(<(?:img|source) [^<>]*? srcset=)("[^"<>]*")')
_IN_SET = re.compile(r'(?<=[" ])/(?!/)')

SIGN = "ZQ"
"""What begins and ends a sentinel, unless a text of the site holds it."""

_ROOT_LINK = re.compile(r'(<[a-z][^<>]*? (?:href|src)=")/(?!/)')


class Marks(NamedTuple):
    """The sentinels of a build."""

    sign: str = SIGN

    @classmethod
    def beside(cls, texts: Iterable[str]) -> Marks:
        """Sentinels that none of these texts holds: the words that the engine prints around them."""
        held = "\n".join(texts)
        numbered = (f"Z{number}Q" for number in count(1))
        return cls(next(sign for sign in chain((SIGN,), numbered) if sign not in held))

    def of(self, words: str) -> str:
        return f"{self.sign}{words}{self.sign}"

    @property
    def title(self) -> str:
        return self.of("TITRE")

    @property
    def description(self) -> str:
        return self.of("RESUME")

    @property
    def body(self) -> str:
        return self.of("CORPS")


PLAIN = Marks()


def frame_page(kind: str, section: str, depth: int, marks: Marks = PLAIN) -> Page:
    """A page of that kind whose every value is a sentinel; no other kind has its address."""
    step = f"{marks.of(kind.upper())}/"
    address = section + step * (depth - section.count("/") + 1)
    return Page(address, marks.title, marks.description, marks.body, section, kind)


def linked(page: Page) -> Page:
    """The page with its links inside the site made relative, so that it works in any folder."""
    up = "../" * page.depth or "./"
    body = _ROOT_LINK.sub(rf"\1{up}", page.body)
    return replace(page, body=_ROOT_SET.sub(lambda found: found[1] + _IN_SET.sub(up, found[2]), body))


def without_body(page: Page, marks: Marks = PLAIN) -> Page:
    """The page as the engine gets it: its body is put in afterwards."""
    return replace(page, body=marks.body)


class Shell:
    """A rendered frame, split once at its sentinels.

    A `frame` made by `frame_page` has four of them; a page `without_body` has one.
    """

    def __init__(self, rendered: str, frame: Page | None = None, marks: Marks = PLAIN) -> None:
        self._marks = marks
        self._address = frame.address.lstrip("/") if frame else ""
        own = (marks.title, marks.description, self._address) if frame else ()
        sentinels = (*own, marks.body)
        self._parts = re.split(f"({'|'.join(map(re.escape, sentinels))})", rendered)
        self._slots = list(enumerate(self._parts))[1::2]
        for sentinel in sentinels:
            if sentinel not in self._parts:
                raise ValueError(f"the theme does not print {sentinel}")

    def stamp(self, page: Page) -> bytes:
        """The page's HTML, as the engine would have rendered it."""
        values = {
            self._marks.title: html.escape(page.title),
            self._marks.description: html.escape(page.description),
            self._marks.body: linked(page).body,
            self._address: page.address.lstrip("/"),
        }
        parts = self._parts.copy()
        for index, slot in self._slots:
            parts[index] = values[slot]
        return "".join(parts).encode()
