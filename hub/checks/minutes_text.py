"""Rules of the minutes (M): what their text and their header say of the same things."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub.checks.commonplaces import FIRST_NAMES
from hub.checks.problem import Problem, problem
from hub.model.hub import Hub
from hub.model.minutes import Minutes
from hub.model.names import fold
from hub.sources import line_and_column

_ALONE = re.compile(r"(?:\A|(?<=\n\n))\n*+(?P<line>[^\s#>|<*+-].*|\*\*.+|__.+)(?=\n|\Z)")
"""The first line of a paragraph."""

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<title>.*)", re.MULTILINE)
_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])[.)°º/-]+[ \t\u00a0\u202f]*")
_ROW = re.compile(r"^ {0,3}\|?(?P<row>[^|\n]+\|.*)\n[ \t]*\|?[ \t]*:?-", re.MULTILINE)

SUMMARIES = frozenset(
    (
        "synthese et suivi",
        "synthese et suivi des actions",
        "suivi des actions",
        "tableau de suivi",
        "releve d actions",
    )
)
"""Titles of what the page writes by itself."""

SPARE = 12
"""Characters: the number, the stars and the colon around a title."""

LONGEST = max(map(len, SUMMARIES)) + SPARE

COLUMNS = frozenset("projet projets action actions quoi qui quand echeance echeances delai etat".split())
"""Words at the head of its columns; a table with three of them is that one."""

_PARTED = re.compile(r"[,/&+]|\bet\b")
_SHORT_NAME = re.compile(r"(?P<first>[^\W\d_]+(?:-[^\W\d_]+)?)(?: +[A-ZÀ-Ý]{1,2}\.?)?")
"""A first name alone, or before an initial."""


def headings_that_are_headings(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Where the text comes to an item of the agenda, its title is a heading (RGAA 9.1)."""
    for minutes in hub.minutes:
        items = {_said(item) for item in minutes.ordre_du_jour} - _titles(minutes)
        longest = max(map(len, minutes.ordre_du_jour), default=0) + SPARE
        for found in _ALONE.finditer(minutes.text) if items else ():
            if len(found["line"]) > longest:
                continue
            title = _title(found["line"])
            if _said(title) in items:
                yield problem(
                    "M020",
                    minutes.origin.document.body_position(
                        *line_and_column(minutes.text, found.start("line"))
                    ),
                    f"« {title[:60]} » est un point de l'ordre du jour, mais pas un titre du texte.",
                    f"Écrivez « ## {title[:60]} », avec une ligne vide en dessous.",
                )


def _titles(minutes: Minutes) -> set[str]:
    return {_said(_title(found["title"])) for found in _HEADING.finditer(minutes.text)}


def _title(line: str) -> str:
    """The words of a title, without its number, its stars, and the signs that end it."""
    bare = _NUMBER.sub("", line.strip().strip("*_#").strip())
    return bare.strip("*_ ").rstrip(" .:\u00a0\u202f")


def _said(words: str) -> str:
    return fold(_title(words))


def follow_up_once(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The table « Synthèse et suivi » is written by the page, from `suivi`: the text does not repeat it."""
    for minutes in hub.minutes:
        index = _summary(minutes.text) if minutes.suivi else None
        if index is not None:
            yield problem(
                "M021",
                minutes.origin.document.body_position(*line_and_column(minutes.text, index)),
                "« Synthèse et suivi » est déjà dans « suivi » : la page le montrerait deux fois.",
                "Effacez ce titre et ce tableau du texte, après avoir vérifié que « suivi » dit tout.",
            )


def _summary(text: str) -> int | None:
    """Where a text holds the table of actions, or its title."""
    titles = (
        found.start(name)
        for pattern, name in ((_HEADING, "title"), (_ALONE, "line"))
        for found in pattern.finditer(text)
        if len(found[name]) <= LONGEST and _said(found[name]) in SUMMARIES
    )
    rows = (
        found.start("row")
        for found in _ROW.finditer(text)
        if len(COLUMNS.intersection(fold(found["row"]).split())) >= 3
    )
    return min((*titles, *rows), default=None)


def actions_without_first_names(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association or a function is in charge of an action, not « Marie »."""
    for minutes in hub.minutes:
        for index, action in enumerate(minutes.suivi):
            for number, name in enumerate(action.qui):
                if not hub.named(name) and any(map(_is_first_name, _PARTED.split(name))):
                    yield problem(
                        "M022",
                        minutes.origin.at("suivi", index, "qui", number),
                        f"« {name[:60]} » semble être le prénom de quelqu'un, et le suivi est public.",
                        "Écrivez l'association que la personne représente, ou sa fonction.",
                    )


def _is_first_name(name: str) -> bool:
    found = _SHORT_NAME.fullmatch(name.strip())
    return found is not None and all(part in FIRST_NAMES for part in fold(found["first"]).split())


CHECKS = (headings_that_are_headings, follow_up_once, actions_without_first_names)
