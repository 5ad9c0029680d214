"""Reminders in French words, gathered by who is to act: the one who has the most urgent thing to do first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from hub.markup import dates
from hub.markup.plain import capital, ended, excerpt
from hub.markup.titles import title_of
from hub.markup.town import of_town
from hub.markup.typography import french
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.reminder import Reminder

MOST = 20
"""Things to do that one reads for one person; the rest is counted."""

LONGEST = 200
"""Characters of what is to be done: minutes may say it in a paragraph."""


class Line(NamedTuple):
    """A thing to do: plain text, and the file and line that say it."""

    what: str
    todo: str
    place: str


class Group(NamedTuple):
    """What somebody is to do; `left` is how many more there are."""

    who: str
    lines: list[Line]
    left: int

    @property
    def rest(self) -> str:
        """« et 3 autres »; '' where all is told."""
        return f"et {self.left} autre{'s' if self.left > 1 else ''}" if self.left else ""


class Told(NamedTuple):
    """What is due: a title, a sentence, and who is to do what."""

    title: str
    lead: str
    groups: list[Group]


def told(hub: Hub, due: list[Reminder], today: dt.date) -> Told:
    """What is due as of `today`; where nothing is, the sentence says so."""
    place = f"{hub.site.mots('le conseil')} {of_town(hub.site)}"
    day = dates.day(today)
    if not due:
        return Told("Rien à faire", french(f"Au {day}, rien n’est en retard ni à préparer pour {place}."), [])
    number = f"{len(due)} rappels" if len(due) > 1 else "1 rappel"
    lead = f"{number} au {day} pour {place}, par personne, du plus pressant au moins pressant."
    return Told(french(f"À faire : {number}"), french(lead), _groups(due, today))


def _groups(due: Iterable[Reminder], today: dt.date) -> list[Group]:
    """The spellings of a name that differ by an accent or a capital are one."""
    names: dict[str, str] = {}
    those: dict[str, list[Line]] = {}
    for one in due:
        key = fold(one.who)
        names.setdefault(key, capital(one.who))
        those.setdefault(key, []).append(_line(one, today))
    return [
        Group(french(names[key]), lines[:MOST], max(0, len(lines) - MOST)) for key, lines in those.items()
    ]


def _line(one: Reminder, today: dt.date) -> Line:
    about = f"{title_of(one.thing)} : " if one.thing is not None else ""
    words = f"{about}{excerpt(one.what, LONGEST)}".rstrip(".")
    when = _when(one.day, today)
    what = ended(f"{words} ({when})" if when else words)
    return Line(french(what), french(one.todo), f"{one.at.path}:{one.at.line}")


def _when(day: dt.date, today: dt.date) -> str:
    """« depuis le 1er mars 2026 », « le 3 mars 2026, encore 2 jours »; '' of today."""
    if day == today:
        return ""
    if day < today:
        return f"depuis le {dates.day(day)}"
    return f"le {dates.day(day)}, {dates.left(day, today)}"
