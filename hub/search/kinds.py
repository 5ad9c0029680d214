"""The kinds of things that results are grouped by, and the words people use for each."""

from __future__ import annotations

from typing import NamedTuple

from hub.model.kinds import KINDS as THINGS
from hub.model.sections import BY_ADDRESS, GOING_ON, SECTIONS
from hub.model.volunteering import GOING_ON as MORE_NEEDS
from hub.pages.page import Page


class Kind(NamedTuple):
    """A group of results: its name, and the shells of its pages."""

    name: str
    shells: tuple[str, ...] = ()


REST = "{Le conseil} et le site"
"""The group of what has no other."""


def _groups() -> tuple[Kind, ...]:
    """The groups that the kinds of content ask for, in their order, and the rest."""
    shells: dict[str, tuple[str, ...]] = {}
    found = [(kind.search, kind.shell, kind.lists) for kind in THINGS if kind.search and kind.shell]
    for search, shell, frames in sorted(found, key=lambda one: (not one[0].group, one[0].rank)):
        name = search.group or REST
        shells[name] = (*shells.get(name, ()), shell, *frames)
    shells.setdefault(REST, ())
    return tuple(Kind(name, those) for name, those in shells.items())


KINDS = _groups()
"""In the order in which their filters stand."""

_BY_SHELL = {shell: kind for kind in KINDS for shell in kind.shells}

_WORDS = {
    shell: kind.search.words
    for kind in THINGS
    if kind.search and kind.shell
    for shell in (kind.shell, *kind.lists)
}
"""What people call the pages of a kind: searched and not shown, « pv » finds minutes."""

_FRAMES = frozenset((GOING_ON, MORE_NEEDS, *(shell for kind in THINGS for shell in kind.lists)))

LISTS = frozenset(section.address for section in SECTIONS if section.lists)
"""Pages that only show others: of them the heading and the introduction are searched."""

SEARCHING = "/recherche/"
"""The page of results: it finds, and is not found."""


def kind_of(page: Page) -> Kind:
    """The group in which a page is shown."""
    return _BY_SHELL.get(page.shell or "", KINDS[-1])


BESIDES = ("/contribuer/", "/donnees/")
"""Sections whose pages are of how the site is written and read by machines."""


def is_lesser(page: Page) -> bool:
    """Whether a page is worth less than another that has the same words: of what is over, or of the site
    itself, to who looks for what associations do."""
    return page.clues.over or page.section in BESIDES


def is_list(page: Page) -> bool:
    """Whether a page only shows others: a section, a month, a year or a category of the calendar."""
    return page.address in LISTS or (page.shell in _FRAMES and not page.clues.when)


def words_of(page: Page) -> str:
    """What people call a page, beside its own words."""
    section = BY_ADDRESS.get(page.address)
    own = _WORDS.get(page.shell or "", "")
    return " ".join(filter(None, (own, section and section.words, page.clues.words)))
