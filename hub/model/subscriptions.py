"""What each feed of a town announces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model.channels import FEEDS, Channel, association_channel
from hub.model.hub import Hub


def announced(hub: Hub, channel: Channel) -> list[Any]:
    """What a feed of the town announces, once published, in the order of the hub."""
    return [thing for kind in channel.kinds for thing in hub.things.get(kind, ()) if channel.holds(thing)]


def subscriptions(hub: Hub) -> Iterator[tuple[Channel, list[Any]]]:
    """Every feed of the town and of its associations, with what each announces once published."""
    for channel in FEEDS:
        yield channel, announced(hub, channel)
    for one in hub.associations:
        yield association_channel(one.address, one.nom, one.mention), hub.publications_of(one.id)
