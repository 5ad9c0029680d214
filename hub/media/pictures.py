"""The images of the town in what is printed."""

from __future__ import annotations

from hub.markup.links import Destination
from hub.markup.picture import height_at, planned
from hub.media.tree import Node
from hub.model import Hub
from hub.model.picture import seen
from hub.prose import Target
from hub.sources import Attachment

_POINTS = 0.75
"""Points in a pixel of style sheets (CSS Values 4, 6.2)."""


class Pictures:
    """Those that a document shows."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._used: dict[str, Attachment] = {}

    @property
    def used(self) -> tuple[tuple[str, Attachment], ...]:
        """Each image, after the name that says what is in it."""
        return tuple(self._used.items())

    def shown(self, target: Target, alternative: str) -> Node | None:
        """An image of the town with its words; '' for an ornament, which paper does without, None for what
        cannot be shown."""
        where = Destination.read(target.destination)
        image = self._hub.images.get(where.rest) if where.scheme == "image" else None
        if image is None or not seen(image):
            return None
        if not alternative:
            return ""
        try:
            plan = planned(image)
        except (OSError, ValueError):
            return None
        file = plan.fallback
        self._used[file.path] = image
        return {
            "k": "image",
            "file": file.path,
            "alt": alternative,
            "title": target.title,
            "width": file.width * _POINTS,
            "height": height_at(file.width, plan.width, plan.height) * _POINTS,
        }
