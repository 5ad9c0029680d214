"""What the rules of texts know besides a text: the keys one may link to, the files, the parts of pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from hub.checks.suggest import Candidate, Suggestions
from hub.model import walk
from hub.model.call import CallState
from hub.model.hub import Hub
from hub.model.kinds import BY_LINK
from hub.prose import read
from hub.prose.headings import headings

P = ParamSpec("P")
T = TypeVar("T")

Question = tuple[Any, ...]
"""The name of a question, and of what it is asked."""

QUESTIONS: set[str] = set()
"""The names of all."""


def _question(
    answer: Callable[Concatenate[Known, P], T],
) -> Callable[Concatenate[Known, P], T]:
    """A question about the town: it is answered once, and whoever listens notes that it was asked."""
    QUESTIONS.add(answer.__name__)

    @wraps(answer)
    def ask(known: Known, /, *of: P.args, **named: P.kwargs) -> T:
        question = (answer.__name__, *of, *named.values())
        if question not in known._answers:
            known._answers[question] = answer(known, *of, **named)
        value: T = known._answers[question]
        known._asked[question] = value
        return value

    return ask


class Known:
    """The town, as the rules of texts may see it: they ask, and get nothing else of it.

    What a rule finds in a text is then the same as long as the text and the answers are (`still`): no rule
    need say what it depends on, and none can forget to.
    """

    def __init__(self, hub: Hub, today: dt.date) -> None:
        self._hub = hub
        self._today = today
        self._answers: dict[Question, Any] = {}
        self._asked: dict[Question, Any] = {}
        self._guessed = False

    def listen(self) -> None:
        """From now on, note what is asked."""
        self._asked, self._guessed = {}, False

    @property
    def asked(self) -> Mapping[Question, Any] | None:
        """What was asked since, and the answers; None where a guess was asked for.

        So many guesses are made for all the texts, in their order, and no more: one that was made then says
        nothing of one that is made now.
        """
        return None if self._guessed else self._asked

    def still(self, asked: Mapping[Question, Any] | None) -> bool:
        """Whether what was asked has these answers; where a guess was, nobody can tell."""
        if asked is None:
            return False
        return all(getattr(self, name)(*of) == answer for (name, *of), answer in asked.items())

    @_question
    def leads(self, scheme: str, key: str) -> bool:
        """Whether a thing that can be linked to has this key, or may have."""
        hub = self._hub
        return key in hub.keys[scheme] or hub.spoiled.has(BY_LINK[scheme].attribute, key)

    @_question
    def address(self, scheme: str, key: str) -> str | None:
        """The address of the page to which a link by key leads."""
        thing = self._hub.keys[scheme].get(key)
        return str(thing.address) if thing else None

    @_question
    def is_address(self, address: str) -> bool:
        """Whether the site has something at this address."""
        return address in self._hub.addresses

    @_question
    def is_closed(self, call: str) -> bool:
        """Whether the call of this key has closed, today."""
        found = self._hub.keys["appel"].get(call)
        return found is not None and found.state(self._today) is CallState.clos

    @_question
    def attached(self, scheme: str, name: str) -> bool:
        """Whether a document or an image has this name, or may have."""
        return name in self._files(scheme) or self._hub.spoiled.has(f"{scheme}s", name)

    @_question
    def files(self, scheme: str) -> tuple[str, ...]:
        """The names of all documents, or of all images, sorted."""
        return tuple(sorted(self._files(scheme)))

    def _files(self, scheme: str) -> Mapping[str, Any]:
        return self._hub.documents if scheme == "document" else self._hub.images

    @_question
    def anchors(self, address: str) -> frozenset[str]:
        """The anchors of the headings of the text that the page at `address` shows."""
        thing = self._texts.get(address)
        return self._hub.memory.of(_anchors, thing) if thing else frozenset()

    @cached_property
    def _texts(self) -> dict[str, Any]:
        return {body.thing.address: body.thing for body in walk.texts(self._hub) if not body.loc}

    def did_you_mean(self, scheme: str, word: str, otherwise: str) -> str:
        """The nearest key that a text may link to by `scheme`, or address with '', as a question."""
        self._guessed = True
        return self._near[scheme].did_you_mean(word, otherwise)

    @cached_property
    def _near(self) -> Mapping[str, Suggestions]:
        near = {scheme: Suggestions(partial(self._keys, scheme)) for scheme in BY_LINK}
        return {**near, "": Suggestions(lambda: map(Candidate, sorted(self._hub.addresses)))}

    def _keys(self, scheme: str) -> Iterator[Candidate]:
        for key, thing in self._hub.keys[scheme].items():
            yield Candidate(key, thing.origin, ("id",)) if scheme == "asso" else Candidate(key)


def _anchors(thing: Any) -> frozenset[str]:
    return frozenset(heading.anchor for heading in headings(read(thing.text).events))
