"""The rule of anchors (L): `/guides/semer/#avant` is a heading of that page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.checks.texts import texts
from hub.markup.anchors import written_by_template
from hub.markup.links import Destination, Kind, address_of, scan
from hub.model import walk
from hub.model.hub import Hub
from hub.prose import read
from hub.prose.headings import headings


def living_anchors(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The part of a page that a link names is there."""
    pages: Pages | None = None  # few towns link to a part of a page: nothing is read for the others
    for text in texts(hub):
        if "#" not in text.words:
            continue
        for found in scan(text.words):
            destination = Destination.of(found.written)
            if found.kind is not Kind.LINK or "#" not in destination.rest or _leaves(destination):
                continue
            pages = pages or Pages(hub)
            address, anchor = _target(destination, text.address, hub)
            if not anchor or address not in hub.addresses or written_by_template(address, anchor):
                continue
            known = pages.anchors(address)
            if anchor not in known:
                yield problem(
                    "L010",
                    text.place(found.line, found.column),
                    f"La page {address} n'a pas de partie « #{anchor} ».",
                    did_you_mean(anchor, sorted(known), _parts(known)),
                )


def _leaves(destination: Destination) -> bool:
    return bool(destination.scheme) and not destination.by_key


def _target(destination: Destination, here: str, hub: Hub) -> tuple[str, str]:
    """`(address, anchor)`; an address of nothing (L002 or L004 says it) is ''."""
    written = address_of(destination, hub) if destination.by_key else destination.rest
    path, _, anchor = (written or "").partition("#")
    return (path.partition("?")[0] or (here if written else "")), anchor


def _parts(known: frozenset[str]) -> str:
    if not known:
        return "Cette page n'a pas de partie : retirez le « # » et la suite."
    return f"Possibles : {', '.join(f'#{anchor}' for anchor in sorted(known))}."


class Pages:
    """The anchors of the headings of the hub's texts, each read once."""

    def __init__(self, hub: Hub) -> None:
        self._texts = {body.thing.address: body.words for body in walk.texts(hub) if not body.loc}
        self._known: dict[str, frozenset[str]] = {}

    def anchors(self, address: str) -> frozenset[str]:
        """Those of the text of the page at `address`."""
        if address not in self._known:
            found = headings(read(self._texts.get(address, "")).events)
            self._known[address] = frozenset(heading.anchor for heading in found)
        return self._known[address]


CHECKS = (living_anchors,)
