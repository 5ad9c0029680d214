"""What each feed of a town announces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from hub.model.channels import Channel, association_channel, feeds_of
from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.kinds import kind_of
from hub.model.walk import meaning


def announced(hub: Hub, channel: Channel) -> list[Any]:
    """What a feed of the town announces, once published, in the order of the hub."""
    return [thing for kind in channel.kinds for thing in hub.things.get(kind, ()) if channel.holds(thing)]


def subscriptions(hub: Hub) -> Iterator[tuple[Channel, list[Any]]]:
    """Every feed of the town and of its associations, with what each announces once published."""
    for channel in feeds_of(hub.kinds):
        yield channel, announced(hub, channel)
    naming = _naming(hub)
    for one in hub.associations:
        yield association_channel(one.address, one.nom, one.mention), naming.get(one.id, [])


def _naming(hub: Hub) -> Mapping[str, list[Any]]:
    """What is announced to those who follow each association, by its id: whatever names it in a field."""
    found: dict[str, dict[int, Any]] = defaultdict(dict)
    for one in meaning(hub, Meaning.ASSOCIATION, Meaning.ORGANISER):
        if kind_of(one.thing).feed and (association := hub.named(one.value)):
            found[association.id][id(one.thing)] = one.thing
    return {key: list(things.values()) for key, things in found.items()}
