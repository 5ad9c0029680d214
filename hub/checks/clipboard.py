"""Rules of fields (T): what a text that was pasted from a mail or a word processor leaves where nothing is
set in bold, raised, or made a list."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hub.checks.forms import written
from hub.checks.leavings import lowered, raised, seen
from hub.checks.problem import Problem, problem
from hub.model.hub import Hub
from hub.model.walk import Written
from hub.sources.document import Key

_BOLD = re.compile(
    r"(?P<sign>\\?\*\\?\*|(?<!\w)__)(?P<words>(?=\S)[^*_]{0,300}\w[^*_]{0,300}(?<=\S))(?P=sign)"
)
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]{1,200})\]\((?:https?:|mailto:|/|(?:asso|cr|agenda|document|guide):)[^()\s]{1,500}\)"
)
_HEADING = re.compile(r"^#{1,6}[ \u00a0]+(?P<words>\S.*)", re.DOTALL)
_FORMS = (_BOLD, _LINK, _HEADING)

_BULLET = re.compile(
    r"\s*(?P<sign>[-–—−•‣⁃∙·▪▫◦●○■□◾➢➤*\uf000-\uf0ff](?=[ \t\u00a0])|[•‣⁃▪◦●\uf000-\uf0ff]"
    r"|-(?=[^\W\d_]{2})|o(?=\t))"
    r"[ \t\u00a0]*(?P<words>\S.*)",
    re.DOTALL,
)
"""What begins as an item of a list; « -5 °C » is a number, « · » inside a word is right French."""

_NUMBER = re.compile(r"(?P<number>\d{1,2})(?:[°º]?[.)]|[°º/])[ \t\u00a0]+(?P<words>\S.*)", re.DOTALL)

SHOWN = 100
"""Characters of a remedy."""


def fields_without_marks(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A field of words is shown as it is: the signs by which a text is set in bold are shown too."""
    for one in written(hub):
        found = next((found for form in _FORMS if (found := form.search(one.value))), None)
        if found:
            mended = _without(one.value)
            yield problem("T060", _at(one, found.start()), _shown(found[0]), f"Écrivez : {_short(mended)}")


def _shown(what: str) -> str:
    return (
        f"« {_short(what)} » s'affichera tel quel, avec ses signes : ce champ n'a ni gras, ni lien, ni titre."
    )


def _without(value: str) -> str:
    for form in _FORMS:
        value = form.sub(lambda found: found["words"], value)
    return value


def fields_without_raised_letters(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """« 1er » is written so: what stood above the line in a word processor stands on it."""
    for one in written(hub):
        first = next(raised(one.value), None)
        if first:
            mended = one.value
            for found in reversed([*raised(one.value)]):
                mended = f"{mended[: found.start()]}{lowered(found)}{mended[found.end() :]}"
            what = f"« {first[0]} » est ce qui reste de lettres mises en exposant."
            yield problem("T061", _at(one, first.start()), what, f"Écrivez : {_short(mended)}")


def fields_that_are_no_list(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A line of a list is one already, in its field: it bears neither bullet nor number of its own."""
    numbered = _numbered(hub)
    for one in written(hub):
        found = _BULLET.fullmatch(one.value)
        if found is None and (id(one.thing), one.loc) in numbered:
            found = _NUMBER.fullmatch(one.value)
        if found:
            sign = one.value[: found.start("words")].strip()
            yield problem(
                "T062",
                _at(one, 0),
                f"« {seen(sign)} » au début s'affichera : dans ce champ, chaque ligne est déjà à part.",
                f"Écrivez : {_short(found['words'])}",
            )


def _numbered(hub: Hub) -> set[tuple[int, tuple[Key, ...]]]:
    """The lines of the lists that count themselves: the first is 1, the second 2."""
    lists: dict[tuple[int, tuple[Key, ...]], list[tuple[Written, Any]]] = defaultdict(list)
    for one in written(hub):
        if one.loc and isinstance(one.loc[-1], int):
            lists[id(one.thing), one.loc[:-1]].append((one, _NUMBER.fullmatch(one.value)))
    return {
        (id(one.thing), one.loc)
        for lines in lists.values()
        if len(lines) > 1 and [int(found["number"]) if found else 0 for _, found in lines[:2]] == [1, 2]
        for one, _ in lines
    }


def fields_without_tabs(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A tab parts the cells of a table that was pasted, whose words a field shows end to end; what else is
    not seen is left out where fields are read."""
    for one in written(hub):
        bullet = _BULLET.fullmatch(one.value)
        start = bullet.start("words") if bullet else 0
        if (index := one.value.find("\t", start)) >= 0:
            yield problem(
                "T063",
                _at(one, index),
                "Une tabulation sépare des mots de ce champ : ils viennent sans doute de plusieurs cases.",
                f"Gardez ce qui est de ce champ, sans elle : {_short(' '.join(one.value[start:].split()))}",
            )


def _at(one: Written, index: int) -> Any:
    return one.thing.origin.document.inside(one.value, index, *one.thing.origin.loc, *one.loc)


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"


CHECKS = (
    fields_without_marks,
    fields_without_raised_letters,
    fields_that_are_no_list,
    fields_without_tabs,
)
