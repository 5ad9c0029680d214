"""The mails of the newsletter that will tell other things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from hub.changes.followers import Mail
from hub.changes.pairs import thing_of, title_of
from hub.markup import dates, rhythm
from hub.model import Hub
from hub.model.issue import issue_of
from hub.model.kinds import kind_of
from hub.model.letter import LETTER, Letter
from hub.model.occurrence import Occurrence

Told = dict[tuple[str, str, str], str]
"""What an issue tells: (kind, key, when) -> words."""


def mails(before: Hub, after: Hub, today: dt.date) -> Iterator[Mail]:
    """The issues that are new, or whose mail tells other things than it did; the last one first."""
    known = {one.id: one for one in before.of(LETTER)}
    for letter in after.of(LETTER):
        old = known.get(letter.id)
        if not old and before.spoiled.has(LETTER.attribute, letter.id):
            continue
        told, tells = _told(before, old, today) if old else {}, _told(after, letter, today)
        more = tuple(words for key, words in tells.items() if key not in told)
        less = tuple(words for key, words in told.items() if key not in tells)
        if old is None or more or less:
            sent = old is not None and letter.publie_le is not None and letter.publie_le.first <= today
            thing = thing_of(LETTER, letter)
            yield Mail(thing, letter.public.libelle, sent, old is None, more, less)


def _told(hub: Hub, letter: Letter, today: dt.date) -> Told:
    """What an issue announces, whatever the kind of it."""
    issue = issue_of(hub, letter, today)
    parts = [value for one in fields(issue) if isinstance(value := getattr(issue, one.name), tuple)]
    return dict(_one(one) for part in parts for one in _things(part))


def _things(part: tuple[Any, ...]) -> Iterator[Any]:
    """The things of a part of an issue, those that stand there beside their kind too."""
    for one in part:
        if isinstance(one, tuple) and not isinstance(one, Occurrence):
            yield from one[1]
        else:
            yield one


def _one(told: Any) -> tuple[tuple[str, str, str], str]:
    if isinstance(told, Occurrence):
        event = told.event
        when = rhythm.when(told)
        words = f"{title_of(kind_of(event), event)} ({dates.on(told.debut)})"
        return (kind_of(event).attribute, event.id, f"{when} {told.annule or ''}"), words
    kind = kind_of(told)
    return (kind.attribute, told.id, ""), title_of(kind, told)
