"""The rule of anchors (L): `/guides/semer/#avant` is a heading of that page."""

from __future__ import annotations

from collections.abc import Iterator

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.checks.texts import Prose
from hub.markup.anchors import written_by_template
from hub.markup.links import Destination, Kind


def living_anchors(prose: Prose, known: Known) -> Iterator[Problem]:
    """The part of a page that a link names is there."""
    if "#" not in prose.text.written:
        return
    for destination, found in prose.links:
        if found.kind is not Kind.LINK or "#" not in destination.rest or _leaves(destination):
            continue
        address, anchor = _target(destination, prose.address, known)
        if not anchor or not known.is_address(address) or written_by_template(address, anchor):
            continue
        anchors = known.anchors(address)
        if anchor not in anchors:
            yield problem(
                "L010",
                prose.at(found.at(prose.text)),
                f"La page {address} n'a pas de partie « #{anchor} ».",
                did_you_mean(anchor, sorted(anchors), _parts(anchors)),
            )


def _leaves(destination: Destination) -> bool:
    return bool(destination.scheme) and not destination.by_key


def _target(destination: Destination, here: str, known: Known) -> tuple[str, str]:
    """`(address, anchor)`; an address of nothing (L002 or L004 says it) is ''."""
    path, _, anchor = destination.rest.partition("#")
    if destination.by_key:
        return known.address(destination.scheme, path) or "", anchor
    return (path.partition("?")[0] or (here if destination.rest else "")), anchor


def _parts(anchors: frozenset[str]) -> str:
    if not anchors:
        return "Cette page n'a pas de partie : retirez le « # » et la suite."
    return f"Possibles : {', '.join(f'#{anchor}' for anchor in sorted(anchors))}."


PROSE_RULES = (living_anchors,)
