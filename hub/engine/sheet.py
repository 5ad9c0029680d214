"""Sheets: what the engine is given of a page, and in which places of a frame a page puts its own values.

Pages differ by nothing else: a frame is the sheet whose every value is a sentinel, and serves them all.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain, count
from typing import NamedTuple
from urllib.parse import urlsplit

from hub.engine.links import base, relative
from hub.engine.menu import PLACES
from hub.markup.typography import french
from hub.model.channels import Channel, Form
from hub.model.sections import MENU
from hub.model.site import Site
from hub.pages import Page
from hub.pages.page import CARDED

HOME, ARTICLE, PAGE, SEARCH = FRAMES = ("accueil", "article", "page", "recherche")
"""The frames, as `theme/overrides/` calls them: the home page bears the name of the site, an article has a
card of its own, and the page of the search needs no field in its header."""

TITLE, DESCRIPTION, ADDRESS, FEEDS = "title", "description", "address", "feeds"
CARD, BODY, BASE, FOOT = "card", "body", "base", "foot"
_MENU = tuple(f"menu{place}" for place in PLACES.values())
_ENTRIES = tuple(f"entree{place}" for place in PLACES.values())
SEVERAL = (*_MENU, *_ENTRIES)
"""Where the menu marks a link, and an entry of several links: of those that a town has."""

SLOTS = (TITLE, DESCRIPTION, ADDRESS, FEEDS, CARD, BODY, BASE, FOOT, *SEVERAL)
"""The places of a frame where a page puts its own values."""

MISSING = "introuvable"
"""What stands for a page that there is not: a frame without a slot."""

_SEARCH_ADDRESS = "/recherche/"


class Sheet(NamedTuple):
    """A page as the engine gets it: where it stands (`agenda/`), what its front matter says, its HTML."""

    address: str
    meta: Mapping[str, object]
    body: str


class Marks(NamedTuple):
    """The sentinels of a town's frames: each begins and ends with a sign that none of its words holds."""

    sign: str = "ZQ"

    @classmethod
    def beside(cls, texts: str) -> Marks:
        """Sentinels that these texts do not hold: the words that the engine prints around them."""
        numbered = (f"Z{number}Q" for number in count(1))
        return cls(next(sign for sign in chain((cls().sign,), numbered) if sign not in texts))

    def of(self, words: str) -> str:
        return f"{self.sign}{words.upper()}{self.sign}"


def frame_of(page: Page) -> str:
    """The name of the frame that the page is stamped into."""
    if page.address == "/":
        return HOME
    if page.section == _SEARCH_ADDRESS:
        return SEARCH
    return ARTICLE if page.shell in CARDED else PAGE


def values(page: Page) -> dict[str, str]:
    """What the page puts in each slot."""
    root = base(page.depth)
    return {
        TITLE: html.escape(page.title),
        DESCRIPTION: html.escape(page.description),
        ADDRESS: page.address[1:],
        FEEDS: _feeds(page.feeds, root),
        CARD: page.card[1:],
        BODY: relative(page.body, root),
        BASE: root,
        FOOT: relative(page.foot, root),
        **_marked(page.section, page.address == page.section),
    }


def sheet(page: Page) -> Sheet:
    """The page as the engine would get it, if it were to render it itself."""
    return _sheet(frame_of(page), values(page))


def blank(frame: str, marks: Marks) -> Sheet:
    """A page whose every value is a sentinel; no other frame has its address."""
    given = {slot: marks.of(slot) for slot in SLOTS}
    given[ADDRESS] = address_of(frame, marks)
    made = _sheet(frame, given)
    return made._replace(meta={**made.meta, BASE: given[BASE]})


def missing(site: Site) -> Sheet:
    """The page for any address that there is none at: its links begin at the root of the host."""
    meta: dict[str, object] = {
        TITLE: "Page introuvable",
        DESCRIPTION: html.escape(site.site_description),
        BASE: urlsplit(site.url).path.rstrip("/"),
        "kind": MISSING,
        "menu": [""] * len(_MENU),
        "entries": [""] * len(_ENTRIES),
    }
    return Sheet(f"{MISSING}/", meta, "")


def address_of(frame: str, marks: Marks) -> str:
    """The sentinel of the address of a frame, which is a folder."""
    return f"{marks.of(frame)}/"


def _sheet(frame: str, given: Mapping[str, str]) -> Sheet:
    meta: dict[str, object] = {name: given[name] for name in (TITLE, DESCRIPTION, FEEDS, CARD, FOOT)}
    meta |= {"kind": frame, "menu": [given[name] for name in _MENU]}
    meta["entries"] = [given[name] for name in _ENTRIES]
    return Sheet(given[ADDRESS], meta, given[BODY])


@lru_cache(maxsize=256)
def _marked(section: str, is_section: bool) -> Mapping[str, str]:
    """The attribute by which a link of the menu, and the entry that holds it, say that a reader is there
    (WAI-ARIA, `aria-current`). An entry of several is opened by its name, which is no link."""
    here = f' aria-current="{"page" if is_section else "true"}"'
    links = {name: here if one == section else "" for name, one in zip(_MENU, PLACES, strict=True)}
    entry = MENU.get(section)
    within = {
        name: ' aria-current="true"' if one == entry else ""
        for name, one in zip(_ENTRIES, PLACES, strict=True)
    }
    return {**links, **within}


def _feeds(channels: Iterable[Channel], root: str) -> str:
    """The feeds of a page, as it names them to those who look for one."""
    links = (f'{link} href="{root}{address}">' for channel in channels for link, address in _links(channel))
    return "\n  ".join(links)


@lru_cache(maxsize=256)
def _links(channel: Channel) -> tuple[tuple[str, str], ...]:
    """For each format, the beginning of a link, and the address of the feed."""
    return tuple((_link(channel, form), channel.at(form)) for form in channel.forms)


def _link(channel: Channel, form: Form) -> str:
    title = html.escape(french(f"{channel.title} ({form.name})"))
    return f'<link rel="alternate" type="{form.media_type}" title="{title}"'
