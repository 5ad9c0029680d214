"""A hub that notes what is asked of it, and the answers to the same questions later.

What makes a page asks few things: an association by its name, the events of one, all the minutes. Each
question is a fact to be noted; where the answer is a mapping, each key that is looked up in it is one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from hub.kept.told import Told, UntoldError
from hub.model import Hub
from hub.model.kind import Kind
from hub.model.kinds import KINDS
from hub.parts import ALL, KEYS, SHARED, Parts, name_of, written
from hub.remembered import Fact, is_noted, note, remembered

if TYPE_CHECKING:
    from hub.pages import Pages

T = TypeVar("T")

WHOLE = frozenset(
    (
        "themes associations bureau minutes events news calls questionnaires guides letters redirections "
        "moved moves publications everything spoiled unknown sections"
    ).split()
)
"""What is read of a hub as a whole."""

BY_KEY = frozenset(
    (
        "things documents images responses editorials by_id by_name colleges themes_by_id seats_of "
        "minutes_of news_of meeting_after attested events_of threads projects_called entries_of actions_of"
    ).split()
)
"""What is looked up in by a key that is a text."""


class Watched:
    """`hub`, seen by those who make pages and feeds of it: it answers as the hub does."""

    given = ()
    """What is told of it where a maker is told: nothing, all is noted as it is asked."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._made: dict[Callable[[Any], Any], Callable[[], Any]] = {}
        self.site, self.logo = hub.site, hub.logo  # in the key of all that is kept
        self.memory = hub.memory  # of things alone, which whoever has them has asked for

    def __getattr__(self, name: str) -> Any:
        if name in WHOLE:
            note((name,))
            return getattr(self._hub, name)
        if name in BY_KEY:
            found: Any = Parts(getattr(self._hub, name), (name,))
        elif name == "keys":
            found = {scheme: Parts(those, ("keys", scheme)) for scheme, those in self._hub.keys.items()}
        elif name == "addresses":
            found = Parts(dict.fromkeys(self._hub.addresses), ("addresses",))
        else:
            raise AttributeError(f"the hub that is watched has no « {name} »")
        self.__dict__[name] = found
        return found

    @property
    def kinds(self) -> tuple[Kind[Any], ...]:
        note(("kinds",))
        return self._hub.kinds

    def of(self, kind: Kind[Any]) -> tuple[Any, ...]:
        note(("of", kind.attribute))
        return self._hub.of(kind)

    def named(self, name: str) -> Any:
        note(("named", name))
        return self._hub.named(name)

    def thread(self, name: str) -> Any:
        return Hub.thread(cast("Hub", self), name)  # which looks up in two mappings: each notes the key

    def open_calls(self, day: dt.date) -> list[Any]:
        note(("open_calls", str(day)))
        return self._hub.open_calls(day)

    def once(self, make: Callable[[Any], T]) -> T:
        """Made of what is watched: whoever asks for it has read what it read, or, of what is `shared`, the
        parts that are looked up in it."""
        name = name_of(make)
        if name in SHARED and is_noted():
            return cast("T", Parts(self._hub.once(SHARED[name]), ("of_hub", name)))
        if make not in self._made:
            self._made[make] = remembered(lambda: make(self))
        made: T = self._made[make]()
        return made


class Answers:
    """What is answered today to the questions that facts are, as digests, each looked for once.

    `hub` is the one behind that of `tools`.
    """

    def __init__(self, tools: Pages, hub: Hub, told: Told) -> None:
        self._tools, self._hub, self._told = tools, hub, told
        self._digests: dict[Fact, str] = {}
        self._indexes: dict[Fact, Mapping[str, Any]] = {}
        self._lines: dict[str, dict[str, int]] = {}

    def digest(self, fact: Fact) -> str:
        """The digest of the answer; '' for what is no question: it comes from the disk.

        What is looked at to answer is noted where somebody notes.
        """
        found = self._digests.get(fact)
        if found is None:
            try:
                found = self._told.digest(self._answer(fact))
            except (LookupError, ValueError, UntoldError):
                found = ""
            self._digests[fact] = found
        return found

    def _answer(self, fact: Fact) -> Any:
        if len(fact) == 1 and fact[0] in WHOLE:
            found = getattr(self._hub, fact[0])
            return tuple(found) if isinstance(found, Iterator) else found
        if len(fact) == 2 and fact[0] in BY_KEY:
            return self._part(getattr(self._hub, fact[0]), fact[:1], fact[1])
        question = _QUESTIONS.get((fact[0], len(fact))) if fact else None
        if question is None:
            raise LookupError(f"no question: {fact}")
        return question(self, *fact[1:])

    def _today(self) -> dt.date:
        return self._tools.today

    def _reached(self, day: str) -> bool:
        return dt.date.fromisoformat(day) <= self._tools.today

    def _weight(self, address: str) -> int | None:
        return self._tools.weights.get(address)

    def _shared(self, name: str) -> Any:
        return self._tools.shared(name)

    def _part_of_shared(self, name: str, key: str) -> Any:
        return self._part(self._tools.shared(name), ("once", name), key)

    def _part_of_hub(self, name: str, key: str) -> Any:
        return self._part(self._hub.once(SHARED[name]), ("of_hub", name), key)

    def _named(self, name: str) -> Any:
        return self._hub.named(name)

    def _of(self, attribute: str) -> Any:
        return self._hub.of(_BY_ATTRIBUTE[attribute])

    def _kinds(self) -> Any:
        return tuple(kind.attribute for kind in self._hub.kinds)

    def _line(self, attribute: str, key: str) -> int:
        things = self._hub.of(_BY_ATTRIBUTE[attribute])
        index = self._lines.setdefault(attribute, {})
        if not index:
            index.update((one.id, one.origin.at().line) for one in things)
        return index[key]

    def _open_calls(self, day: str) -> Any:
        return self._hub.open_calls(dt.date.fromisoformat(day))

    def _address(self, address: str) -> Any:
        return self._part(dict.fromkeys(sorted(self._hub.addresses)), ("addresses",), address)

    def _linked(self, scheme: str, key: str) -> Any:
        return self._part(self._hub.keys[scheme], ("keys", scheme), key)

    def _part(self, whole: Mapping[Any, Any], asked: Fact, key: str) -> Any:
        """Of a mapping the part that was asked for; « nothing » is no None that stands there."""
        if key == ALL:
            return whole
        if key == KEYS:
            return list(whole)
        if asked not in self._indexes:
            self._indexes[asked] = {written(name): name for name in whole}
        index = self._indexes[asked]
        return ("there", whole[index[key]]) if key in index else "nothing"


_BY_ATTRIBUTE = {kind.attribute: kind for kind in KINDS}

_QUESTIONS: dict[tuple[str, int], Callable[..., Any]] = {
    ("today", 1): Answers._today,
    ("reached", 2): Answers._reached,
    ("weight", 2): Answers._weight,
    ("once", 2): Answers._shared,
    ("once", 3): Answers._part_of_shared,
    ("of_hub", 3): Answers._part_of_hub,
    ("named", 2): Answers._named,
    ("kinds", 1): Answers._kinds,
    ("of", 2): Answers._of,
    ("line", 3): Answers._line,
    ("open_calls", 2): Answers._open_calls,
    ("addresses", 2): Answers._address,
    ("keys", 3): Answers._linked,
}
"""By the first word of a fact and its length."""
