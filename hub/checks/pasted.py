"""Rules of texts (L): what a word processor's lists become when they are pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.prose.lines import Line

_NO_BREAK = "\u00a0\u2007\u2009\u202f"

SYMBOL = (
    "[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff\ue000-\uf8ff"
    "\U0001f000-\U0001faff]\ufe0f?"
)
"""Arrows, boxes, ticks, pictures, and the private signs in which Symbol and Wingdings have their bullets."""

_LIKE_AN_ITEM = re.compile(
    r"(?P<sign>"
    rf"(?P<symbol>{SYMBOL})"
    r"|[•‣⁃∙·–—―−§¤]"
    rf"|-(?=[^\W\d_]|[{_NO_BREAK}])"
    rf"|[oØüvq](?=[ \t{_NO_BREAK}])"  # what Wingdings and Courier leave of a bullet
    r"|(?P<number>(?:\d{1,2}|[a-zA-Z])(?:[°º][.)]?|/(?!\d))|[a-zA-Z]\)"
    rf"|\d{{1,2}}[.)](?=[^\W\d_]|[{_NO_BREAK}]))"
    rf")[ \t{_NO_BREAK}]*(?P<words>[^\s].*)"
)
"""A line that begins as an item of a list does, by a sign that Markdown does not know."""

SHOWN = 40
"""Characters of a line that a remedy repeats."""


def lists_that_are_lists(prose: Prose, known: Known) -> Iterator[Problem]:
    """A list is made with dashes: other signs, and dashes glued to their word, make one paragraph of it."""
    told: Line | None = None
    for above, line in pairwise(prose.lines):
        if not line.follows(above):
            continue
        first, second = (_LIKE_AN_ITEM.match(prose.written(one)) for one in (above, line))
        if not (first and second and _alike(first, second)):
            continue
        if told is not above:
            yield problem(
                "L015",
                prose.at(above.at),
                f"{_named(first['sign'])} ne fait pas une liste : ces lignes seront mises bout à bout.",
                f"Commencez chaque ligne par {_beginning(first)}.",
            )
        told = line


def _alike(first: re.Match[str], second: re.Match[str]) -> bool:
    """The same sign, or two numbers, or two symbols: « 📅 », then « 📍 »."""
    same = first["sign"] == second["sign"]
    return same or any(first[kind] and second[kind] for kind in ("symbol", "number"))


def _named(sign: str) -> str:
    """A sign that no font of ours shows is told by its number."""
    if "\ue000" <= sign <= "\uf8ff":
        return f"La puce « U+{ord(sign):04X} » d'un traitement de texte"
    return "« - » sans espace ordinaire derrière lui" if sign == "-" else f"« {sign} »"


def _beginning(found: re.Match[str]) -> str:
    words = found["words"][:SHOWN]
    if found["number"]:
        return f"son numéro, un point et un espace : « 1. {words} »"
    return f"un tiret et un espace : « - {words} »"


PROSE_RULES = (lists_that_are_lists,)
