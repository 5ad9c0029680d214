"""How the directory is filed: by letter, by theme and by quarter, each in as many pages as it takes.

An entry is never removed (an association that ends is « dissoute »), so a directory that is too long for one
page stays so, and the addresses of its letters, themes and quarters with it. They stand two levels below the
directory's own: an association may be called « theme », its page and theirs never meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hub.model import Hub
from hub.model.association import Association, Theme
from hub.model.names import initial, slug
from hub.pages.index import listed, quarter_keys
from hub.pages.links import Link
from hub.pages.portions import MOST, Portion, portions

HOME = "/associations/"
NAMES = 1_000
"""Of a page of a theme: it has no more of an association than its name and for whom it works."""

DIGITS, OTHERS = "0-9", "autres"
"""What stands for the letter of a name that begins with a figure, or with a letter of another alphabet."""

SHELLS = "annuaire", "annuaire-suite"
"""The frames of the first page of a list, and of those below it."""


class File(NamedTuple):
    """The associations of a letter or of a theme: how many the directory lists, and the pages they take."""

    name: str
    key: str
    number: int
    parts: list[Portion[Association]]

    @property
    def address(self) -> str:
        return self.parts[0].address


def by_letter(hub: Hub) -> bool:
    """Whether the directory is too long for one page. Those dissolved count: the number never falls."""
    return len(hub.associations) > MOST


def theme_address(hub: Hub, theme: str) -> str:
    """Where the associations of a theme are: a page of their own, or a choice in the only one."""
    return f"{HOME}theme/{theme}/" if by_letter(hub) else f"{HOME}#theme-{theme}"


def letters(hub: Hub) -> list[File]:
    """The letters that an association is filed under, in order; those dissolved are there too."""
    filed: dict[str, list[Association]] = {}
    for one in hub.associations:
        filed.setdefault(key_of(one), []).append(one)
    return [
        File(letter_name(key), key, len(filed[key]), portions(f"{HOME}lettre/{key}/", filed[key], MOST))
        for key in sorted(filed, key=lambda key: (key == OTHERS, key))
    ]


def themes(hub: Hub) -> list[File]:
    """The themes that an association has, be it dissolved: its page leads there. Those are not listed."""
    members: dict[str, list[Association]] = {theme.id: [] for theme in hub.themes}
    for one in listed(hub):
        for theme in dict.fromkeys(one.themes):
            members[theme].append(one)
    borne = {theme for one in hub.associations for theme in one.themes}
    return [_of_theme(hub, theme, members[theme.id]) for theme in hub.themes if theme.id in borne]


def quarter_address(hub: Hub, quarter: str) -> str:
    """Where the associations of a quarter are, as those of a theme."""
    key = slug(quarter)
    return f"{HOME}quartier/{key}/" if by_letter(hub) else f"{HOME}#quartier-{key}"


def quarters(hub: Hub) -> list[File]:
    """The quarters that an association says, those dissolved included, in the order of their names."""
    named = {slug(one.quarter): one.quarter for one in reversed(hub.associations) if one.quarter}
    members: dict[str, list[Association]] = {key: [] for key in quarter_keys(hub)}
    for one in listed(hub):
        if one.quarter:
            members[slug(one.quarter)].append(one)
    return [
        File(named[key], key, len(those), portions(quarter_address(hub, named[key]), those, NAMES))
        for key, those in members.items()
    ]


def _of_theme(hub: Hub, theme: Theme, members: Sequence[Association]) -> File:
    parts = portions(theme_address(hub, theme.id), members, NAMES)
    return File(theme.nom, theme.id, len(members), parts)


def key_of(one: Association) -> str:
    """What stands for its letter in an address."""
    letter = initial(one.nom).lower()
    return letter if letter == DIGITS or (letter.isascii() and len(letter) == 1) else OTHERS


def letter_name(key: str) -> str:
    """« A », « 0-9 », « Autres »."""
    return key.capitalize() if key == OTHERS else key.upper()


def shell_of(part: Portion[Association]) -> str:
    """The frame of a page of a list."""
    return SHELLS[part.number > 1]


def starts(parts: Sequence[Portion[Association]], current: Portion[Association]) -> list[Link]:
    """Links to the pages of a list that has several, by the name with which each begins."""
    if len(parts) == 1:
        return []
    return [Link(part.address, part.things[0].nom, part.number == current.number) for part in parts]


def from_to(things: Sequence[Association]) -> str:
    """« de « Amicale des nuages » à « Atelier du temps » »; the name alone of a single one."""
    if len(things) < 2:
        return "".join(f"« {one.nom} »" for one in things)
    return f"de « {things[0].nom} » à « {things[-1].nom} »"
