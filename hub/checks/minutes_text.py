"""Rules of the minutes (M): what their text and their header say of the same things."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub.checks.commonplaces import FIRST_NAMES
from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.markup.plain import excerpt
from hub.model.hub import Hub
from hub.model.minutes import Minutes
from hub.model.names import fold
from hub.prose import Kind, Text
from hub.prose.lines import blocks
from hub.prose.words import words

_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])[.)°º/-]+[ \t\u00a0\u202f]*")

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

_BESIDE = frozenset("par pour le a la de responsable responsables suivi".split())
"""Words that stand beside those."""

LONGEST_HEAD = 100
"""Characters of the head of that table."""

LONGEST_NAME = 60
"""Characters of a name that a problem repeats."""

_PARTED = re.compile(r"[,/&+]|\bet\b")
_SHORT_NAME = re.compile(r"(?P<first>[^\W\d_]+(?:-[^\W\d_]+)?)(?: +[A-ZÀ-Ý]{1,2}\.?)?")
"""A first name alone, or before an initial."""


def headings_that_are_headings(prose: Prose, known: Known) -> Iterator[Problem]:
    """Where the text comes to an item of the agenda, its title is a heading (RGAA 9.1)."""
    minutes = prose.thing
    if not isinstance(minutes, Minutes):
        return
    items = {_said(item) for item in minutes.ordre_du_jour}
    items -= {_said(title) for _, title in _headings(prose.text)}
    longest = max(map(len, minutes.ordre_du_jour), default=0) + SPARE
    for at, line in _alone(prose) if items else ():
        title = _title(line) if len(line) <= longest else ""
        if title and fold(title) in items:
            yield problem(
                "M020",
                prose.at(at),
                f"« {title[:60]} » est un point de l'ordre du jour, mais pas un titre du texte.",
                f"Écrivez « ## {title[:60]} », avec une ligne vide en dessous.",
            )


def _headings(text: Text) -> Iterator[tuple[int, str]]:
    """The headings of a text: where their words begin, and their words."""
    for index, event in text.of(Kind.HEADING):
        if event.other > index + 1:
            yield text.events[index + 1].at, words(text.inside(index))


def _alone(prose: Prose) -> Iterator[tuple[int, str]]:
    """The first line of each paragraph, and of each list of one numbered item: where it begins, and how it is
    written."""
    text = prose.text
    first = {_first_words(text, index): text.events[index].at for index in blocks(text)}
    for line in prose.lines:
        if line.first in first:
            at = first[line.first]
            yield at, text.between(at, line.end)


def _first_words(text: Text, index: int) -> int:
    """The index of what a block says first; -1 of those that are no title."""
    block = text.events[index]
    if block.kind is Kind.LIST and block.value is not None:
        item = text.events[index + 1]
        if item.other + 1 == block.other:
            return index + 2 + (text.events[index + 2].kind is Kind.PARAGRAPH)
    return index + 1 if block.kind is Kind.PARAGRAPH else -1


def _title(line: str) -> str:
    """The words of a title, without its number, its stars, and the signs that end it."""
    bare = _NUMBER.sub("", line.strip().strip("*_#\\").strip())
    return bare.strip("*_\\ ").rstrip(" .:\u00a0\u202f")


def _said(title: str) -> str:
    return fold(_title(title))


def follow_up_once(prose: Prose, known: Known) -> Iterator[Problem]:
    """The table « Synthèse et suivi » is written by the page, from `suivi`: the text does not repeat it, nor
    holds it instead."""
    if not isinstance(prose.thing, Minutes):
        return
    pasted = _pasted(prose)
    if not prose.thing.suivi and _is_written(prose.thing, "suivi"):
        return  # what is wrong in it is told
    if not prose.thing.suivi:
        yield from (_to_be_moved(prose, at) for at in pasted[:1])
        return
    at = min((*_summaries(prose), *_tables(prose.text), *pasted), default=None)
    if at is not None:
        yield problem(
            "M021",
            prose.at(at),
            "« Synthèse et suivi » est déjà dans « suivi » : la page le montrerait deux fois.",
            "Effacez ce titre et ce tableau du texte, après avoir vérifié que « suivi » dit tout.",
        )


def _is_written(minutes: Minutes, field: str) -> bool:
    """Whether the header has that key, even where its value could not be read."""
    return minutes.origin.at(field, key=True) != minutes.origin.at(key=True)


def _to_be_moved(prose: Prose, at: int) -> Problem:
    return problem(
        "M021",
        prose.at(at),
        "Ce tableau collé est celui du suivi, qui est vide : ses lignes seraient mises bout à bout.",
        "Faites une action par ligne dans « suivi » (le projet, quoi, qui, l'échéance), puis effacez ce "
        "tableau du texte.",
    )


def _pasted(prose: Prose) -> list[int]:
    """Where the head of the table was pasted, with tabs or with spaces between its columns."""
    return [line.at for line in prose.lines if is_head_of_follow_up(prose, prose.written(line))]


def is_head_of_follow_up(prose: Prose, line: str) -> bool:
    """Whether a line of minutes is the head of the table of actions, as a word processor leaves it."""
    if not isinstance(prose.thing, Minutes) or len(line) > LONGEST_HEAD or "|" in line:
        return False
    said = fold(line).split()
    named = COLUMNS.intersection(said)
    return len(named) >= 3 and ("\t" in line or COLUMNS.union(_BESIDE).issuperset(said))


def _summaries(prose: Prose) -> Iterator[int]:
    """Where a text has the title of the table of actions."""
    for at, title in (*_headings(prose.text), *_alone(prose)):
        if len(title) <= LONGEST and _said(title) in SUMMARIES:
            yield at


def _tables(text: Text) -> Iterator[int]:
    """Where a text has the table itself, known by its head."""
    for index, _ in text.of(Kind.TABLE_HEAD):
        if text.events[index + 1].kind is Kind.CELL:
            said = words(text.inside(index)).split()
            if len(COLUMNS.intersection(fold(" ".join(said)).split())) >= 3:
                yield text.events[index + 1].at


def actions_without_first_names(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association or a function is in charge of an action, not « Marie »."""
    for minutes in hub.minutes:
        for index, action in enumerate(minutes.suivi):
            for number, name in enumerate(action.qui):
                if not hub.named(name) and any(map(_is_first_name, _PARTED.split(name))):
                    who = excerpt(name, LONGEST_NAME)
                    yield problem(
                        "M022",
                        minutes.origin.at("suivi", index, "qui", number),
                        f"« {who} » semble être le prénom de quelqu'un, et le suivi est public.",
                        "Écrivez l'association que la personne représente, ou sa fonction.",
                    )


def _is_first_name(name: str) -> bool:
    found = _SHORT_NAME.fullmatch(name.strip())
    return found is not None and all(part in FIRST_NAMES for part in fold(found["first"]).split())


CHECKS = (actions_without_first_names,)
PROSE_RULES = (headings_that_are_headings, follow_up_once)
