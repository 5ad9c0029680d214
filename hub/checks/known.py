"""What the rules of texts know besides a text: the town, the keys one may link to, the parts of its pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property, partial

from hub.checks.suggest import Candidate, Suggestions
from hub.model import walk
from hub.model.hub import Hub
from hub.model.kinds import BY_LINK
from hub.prose import read
from hub.prose.headings import headings


class Known:
    """What is looked up for many texts: made once, and only if a text asks for it."""

    def __init__(self, hub: Hub, today: dt.date) -> None:
        self.hub = hub
        self.today = today
        self._anchors: dict[str, frozenset[str]] = {}

    @cached_property
    def near(self) -> Mapping[str, Suggestions]:
        """The keys that a text may link to, by scheme, and the addresses under ''."""
        near = {scheme: Suggestions(partial(self._keys, scheme)) for scheme in BY_LINK}
        return {**near, "": Suggestions(lambda: map(Candidate, sorted(self.hub.addresses)))}

    def _keys(self, scheme: str) -> Iterator[Candidate]:
        for key, thing in self.hub.keys[scheme].items():
            yield Candidate(key, thing.origin, ("id",)) if scheme == "asso" else Candidate(key)

    def anchors(self, address: str) -> frozenset[str]:
        """The anchors of the headings of the text that the page at `address` shows."""
        if address not in self._anchors:
            found = headings(read(self._texts.get(address, "")).events)
            self._anchors[address] = frozenset(heading.anchor for heading in found)
        return self._anchors[address]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {body.thing.address: body.words for body in walk.texts(self.hub) if not body.loc}
