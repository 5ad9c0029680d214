"""Rules of texts (L): what a word processor's lists and tables become when they are pasted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from hub.checks.problem import Problem, problem
from hub.checks.texts import texts
from hub.model.hub import Hub
from hub.sources import line_and_column

_NO_BREAK = "\u00a0\u2007\u2009\u202f"

_SYMBOL = (
    "[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff\ue000-\uf8ff"
    "\U0001f000-\U0001faff]\ufe0f?"
)
"""Arrows, boxes, ticks, pictures, and the private signs in which Symbol and Wingdings have their bullets."""

_LIKE_AN_ITEM = re.compile(
    r"^ {0,3}(?P<sign>"
    rf"(?P<symbol>{_SYMBOL})"
    r"|[•‣⁃∙·–—―−§¤]"
    rf"|-(?=[^\W\d_]|[{_NO_BREAK}])"
    rf"|[oØüvq](?=[ \t{_NO_BREAK}])"  # what Wingdings and Courier leave of a bullet
    r"|(?P<number>(?:\d{1,2}|[a-zA-Z])(?:[°º][.)]?|/(?!\d))|[a-zA-Z]\)"
    rf"|\d{{1,2}}[.)](?=[^\W\d_]|[{_NO_BREAK}]))"
    rf")[ \t{_NO_BREAK}]*(?P<words>[^\s].*)",
    re.MULTILINE,
)
"""A line that begins as an item of a list does, by a sign that Markdown does not know."""

_ROW = re.compile(r"^ {0,3}(?P<row>[^\s][^\t\n]*\t.*)", re.MULTILINE)
_ITEM = re.compile(rf"(?:[-*+oØüvq•‣·–—]|{_SYMBOL}|\d{{1,3}}[.)°º]?[.)]?|[a-zA-Z]\)) *\t\s*")
"""The sign of a list and the tab after it, which are no cell."""

SHOWN = 40
"""Characters of a line that a remedy repeats."""


def lists_that_are_lists(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A list is made with dashes: other signs, and dashes glued to their word, make one paragraph of it."""
    for words, _, place, _ in texts(hub):
        for found in _runs(_LIKE_AN_ITEM, words):
            yield problem(
                "L015",
                place(*line_and_column(words, found.start("sign"))),
                f"{_named(found['sign'])} ne fait pas une liste : ces lignes seront mises bout à bout.",
                f"Commencez chaque ligne par {_beginning(found)}.",
            )


def _runs(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    """The first of each group of lines, one under the other, that begin alike."""
    above: re.Match[str] | None = None
    for first, second in pairwise(pattern.finditer(words)):
        follows = first.end() + 1 == second.start() and _alike(first, second)
        if follows and (above is None or above.end() != first.end()):
            yield first
        above = second if follows else None


def _alike(first: re.Match[str], second: re.Match[str]) -> bool:
    """The same sign, or two numbers, or two symbols: « 📅 », then « 📍 »."""
    if "sign" not in first.groupdict():
        return True
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


def tables_that_are_tables(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The columns of a table are parted by « | »: tabs, which spreadsheets leave, are shown as blanks."""
    for words, _, place, _ in texts(hub):
        if words.count("\t") < 2:
            continue
        for found in _runs(_ROW, _without_items(words)):
            cells = [cell.strip() for cell in re.split(r"\t+", found["row"]) if cell.strip()]
            if len(cells) < 2:
                continue
            yield problem(
                "L017",
                place(*line_and_column(words, found.start("row"))),
                "Ce tableau est collé avec des tabulations : ses lignes seront mises bout à bout.",
                f"Séparez les colonnes par des barres, « | {' | '.join(cells)[:SHOWN]} | », et mettez "
                f"« |{' --- |' * len(cells)} » sous la première ligne.",
            )


def _without_items(words: str) -> str:
    """The text without the tabs that follow the sign of a list, places unchanged."""
    return re.sub(
        rf"^( {{0,3}})({_ITEM.pattern})",
        lambda found: found[1] + "x" + re.sub(r"[^\n]", " ", found[2])[1:],
        words,
        flags=re.MULTILINE,
    )


CHECKS = (lists_that_are_lists, tables_that_are_tables)
