"""What the rules of texts know besides a text: the town, the keys one may link to, the parts of its pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cached_property, partial

from hub.checks.suggest import Candidate, Suggestions
from hub.markup import Renderer
from hub.model.hub import LINK_KINDS, Hub

_ID = re.compile(r'<h[2-6] id="([^"]+)"')


class Known:
    """What is looked up for many texts: made once, and only if a text asks for it."""

    def __init__(self, hub: Hub, today: dt.date) -> None:
        self.hub = hub
        self.today = today
        self._anchors: dict[str, frozenset[str]] = {}

    @cached_property
    def near(self) -> Mapping[str, Suggestions]:
        """The keys that a text may link to, by scheme, and the addresses under ''."""
        near = {scheme: Suggestions(partial(self._keys, scheme)) for scheme in LINK_KINDS}
        return {**near, "": Suggestions(lambda: map(Candidate, sorted(self.hub.addresses)))}

    def _keys(self, scheme: str) -> Iterator[Candidate]:
        for key, thing in self.hub.keys[scheme].items():
            yield Candidate(key, thing.origin, ("id",)) if scheme == "asso" else Candidate(key)

    def anchors(self, address: str) -> frozenset[str]:
        """The anchors of the headings of the text that the page at `address` shows."""
        if address not in self._anchors:
            html = self._renderer.render(self._texts.get(address, "")).html
            self._anchors[address] = frozenset(_ID.findall(html))
        return self._anchors[address]

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self.hub)

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {
            thing.address: thing.text for thing in (*self.hub.publications, *self.hub.editorials.values())
        }
