"""Two hubs -> what the second does that the first did not, by their values, part by part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from hub.changes import citing, dates, files, mails, messages, problems
from hub.changes.addresses import lost
from hub.changes.differences import Differ
from hub.changes.nouns import Arrived, Changed, Changes, Difference, Told, Unread
from hub.changes.pairs import Pairs, is_announced, key_of, paired, thing_of
from hub.changes.saying import Speech, meanings
from hub.checks import Problem
from hub.markup.dates import date as day
from hub.model import Hub
from hub.model.fields import Entity
from hub.model.wording import Wording
from hub.schemas.words import title_of
from hub.sources import Fault, Sources


class Side(NamedTuple):
    """A hub, the sources it was made of, what could not be typed there, and what is wrong in it: None where
    nobody looked."""

    hub: Hub
    sources: Sources
    faults: Collection[Fault] = ()
    problems: Collection[Problem] | None = None

    @property
    def unread(self) -> tuple[str, ...]:
        """The files of which something could not be read or typed."""
        return tuple(sorted({fault.position.path for fault in (*self.sources.faults, *self.faults)}))


class Comparison:
    """What becomes of `before` in `after`, as of `today`: each part is worked out when it is asked for."""

    def __init__(self, before: Side, after: Side, today: dt.date) -> None:
        self._before, self._after, self._today = before, after, today
        self._words = after.hub.site.mots

    def steps(self) -> Iterator[Changes | None]:
        """None after each part, the whole at the end: whoever asks may do something else in between."""
        for found in messages.messages(self._before.hub, self._after.hub, self._today):
            yield None
            self._messages = tuple(found or ())
        for part in ("_pairs", "_changed", "_mails", "_dates", "_lost", "_cited", "_files"):
            getattr(self, part)
            yield None
        yield self.whole()

    def whole(self) -> Changes:
        """All that changes."""
        arrived = tuple(
            _arrived(one.kind, thing, self._words) for one in self._pairs for thing in one.arrived
        )
        gone = tuple(thing_of(one.kind, thing, self._words) for one in self._pairs for thing in one.gone)
        reordered = tuple(self._words.say(one.kind.many) for one in self._pairs if one.reordered)
        changed = tuple(one for one in self._changed if one.differences or one.former)
        return Changes(
            arrived=arrived,
            changed=changed,
            gone=gone,
            settings=self._settings,
            reordered=reordered,
            lost=self._lost,
            messages=self._messages,
            mails=self._mails,
            dates=self._dates,
            cited=self._cited,
            files=self._files,
            reformatted=self._reformatted,
            problems=self._problems,
            unread=Unread(self._before.unread, self._after.unread),
            town=self._words,
        )

    @cached_property
    def _pairs(self) -> list[Pairs]:
        return list(paired(self._before.hub, self._after.hub))

    @cached_property
    def _differ(self) -> Differ:
        renamed = {
            one.kind.attribute: {key_of(old): key_of(new) for old, new in one.moved} for one in self._pairs
        }
        before, after = self._before.hub, self._after.hub
        faulty = {one.path for one in self._after.problems or () if one.code.startswith(problems.PRIVATE)}
        return Differ(Speech(before, after, renamed), Speech(after, before, renamed), faulty, self._words)

    @cached_property
    def _changed(self) -> list[Changed]:
        found = []
        for one in self._pairs:
            for old, new in one.stayed:
                if old is not new and not is_announced(new):
                    found.append(Changed(thing_of(one.kind, new, self._words), self._differ.of(old, new)))
            for old, new in one.moved:
                former = old.address if one.kind.paged else key_of(old)
                differences = self._differ.of(old, new, but=("id",))
                found.append(Changed(thing_of(one.kind, new, self._words), differences, former))
        return found

    @cached_property
    def _settings(self) -> tuple[Difference, ...]:
        one, other = self._before.hub.site, self._after.hub.site
        return self._differ.of(one, other) if one.is_known and other.is_known else ()

    @cached_property
    def _lost(self) -> tuple[Any, ...]:
        return tuple(lost(self._before.hub, self._after.hub, self._pairs))

    @cached_property
    def _messages(self) -> tuple[Any, ...]:
        *_, found = messages.messages(self._before.hub, self._after.hub, self._today)
        return tuple(found or ())

    @cached_property
    def _mails(self) -> tuple[Any, ...]:
        return tuple(mails.mails(self._before.hub, self._after.hub, self._today))

    @cached_property
    def _dates(self) -> tuple[Any, ...]:
        moved = [pair for one in self._pairs for pair in one.moved]
        return tuple(dates.dates(self._before.hub, self._after.hub, self._today, moved))

    @cached_property
    def _cited(self) -> tuple[Any, ...]:
        return tuple(citing.cited(self._before.hub, self._after.hub, self._pairs))

    @cached_property
    def _files(self) -> tuple[Any, ...]:
        before, after = self._before.hub, self._after.hub
        return (*files.attached(before, after), *files.answers(before, after))

    @cached_property
    def _reformatted(self) -> tuple[str, ...]:
        touched = {one.thing.path for one in self._changed if one.differences or one.former}
        touched |= {thing.origin.document.path for one in self._pairs for thing in (*one.arrived, *one.gone)}
        touched |= {one.kind.register for one in self._pairs if one.reordered}
        touched |= {"mkdocs.yml"} if self._settings else set()
        touched |= {*self._before.unread, *self._after.unread}
        return files.reformatted(self._before.sources, self._after.sources, touched)

    @cached_property
    def _problems(self) -> Told | None:
        if self._before.problems is None or self._after.problems is None:
            return None
        moved = {
            old.origin.document.path: new.origin.document.path
            for one in self._pairs
            if one.kind.folder
            for old, new in one.moved
        }
        return problems.told(self._before.problems, self._after.problems, moved)


def _arrived(kind: Any, thing: Any, words: Wording) -> Arrived:
    published = getattr(thing, "publie_le", None)
    return Arrived(
        thing_of(kind, thing, words), tuple(_rows(thing, words)), day(published) if published else ""
    )


def _rows(thing: Entity, words: Wording) -> Iterator[str]:
    """What each row of the lists of a thing is."""
    for name in meanings(type(thing)):
        value = getattr(thing, name)
        for part in value if isinstance(value, tuple) else ():
            if isinstance(part, Entity):
                yield title_of(type(part), words)
